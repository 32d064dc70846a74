import type { Lines, PlanReading, ReadDeadline, ReadTarget } from '../domain/plan/index.ts';
import { formatDate, formatNumber, type Language } from '../domain/text/index.ts';
import { messages } from './messages.ts';
import { painter, wrap } from './terminal.ts';

const WIDTH = 100;
const INDENT = '  ';

/** Where it stands in the file: "dòng 12" or "dòng 12–14". */
function placeOf({ from, to }: Lines, language: Language): string {
  return messages[language].planLines(from === to ? String(from) : `${from}–${to}`);
}

function figureOf({ operator, value, of, unit }: ReadTarget, language: Language): string {
  const sign = messages[language].planOperators[operator];
  const whole = of === null ? '' : `/${formatNumber(of, language)}`;
  const figure = value === null ? '' : ` ${formatNumber(value, language)}${whole}`;
  const measure = unit === null || value === null ? '' : unit === '%' ? '%' : ` ${unit}`;
  return `${sign}${figure}${measure}`;
}

function deadlineOf({ date, dateText, who, toWhom, text }: ReadDeadline): string {
  const people = [who, toWhom].filter((one) => one !== null).join(' → ');
  return [date === null ? dateText : formatDate(date), people, text]
    .filter((part) => part !== '')
    .join(' · ');
}

/** The head of the document: kind, number, issuer, place and date, title; a dash where the document says nothing. */
function headLines(reading: PlanReading, language: Language): readonly (readonly [string, string])[] {
  const { planHead } = messages[language];
  const { day, month, year } = reading.date;
  const date = [day, month, year]
    .map((part) => (part === null ? '…' : String(part).padStart(2, '0')))
    .join('/');
  const number = reading.symbol === null ? reading.number : `${reading.number ?? '…'}/${reading.symbol}`;
  return [
    [planHead.documentType, reading.documentType ?? '–'],
    [planHead.number, number ?? '–'],
    [planHead.issuer, reading.issuer.name ?? '–'],
    [planHead.date, year === null && month === null ? '–' : [reading.place, date].filter(Boolean).join(', ')],
    [planHead.title, reading.title ?? '–'],
    [
      planHead.signatory,
      [...reading.signatory.capacity, reading.signatory.title, reading.signatory.name]
        .filter(Boolean)
        .join(', ') || '–',
    ],
  ];
}

/** A reading as a person looks it over in a terminal: what was found, where, and what was not understood. */
export function planText(
  reading: PlanReading,
  { language, colours }: { language: Language; colours: boolean },
): string {
  const say = messages[language];
  const paint = painter(colours);
  const out: string[] = [];
  const item = (text: string, where: string) => {
    const [first = '', ...rest] = wrap(`${text} (${where})`, WIDTH - INDENT.length - 2);
    out.push(`${INDENT}- ${first}`, ...rest.map((line) => `${INDENT}  ${line}`));
  };
  const part = <Item>(title: string, items: readonly Item[], write: (one: Item) => void) => {
    if (items.length === 0) return;
    out.push('', paint('bold', say.planPart(title, items.length)));
    for (const one of items) write(one);
  };

  for (const [label, value] of headLines(reading, language)) out.push(`${label}: ${value}`);
  const { planParts } = say;
  out.push(
    '',
    say.planCounts(
      reading.legalBases.length,
      reading.objectives.length,
      reading.recurringDuties.length,
      reading.recipients.length,
    ),
  );
  part(planParts.targets, reading.targets, (target) =>
    item(`[${figureOf(target, language)}] ${target.text}`, placeOf(target.lines, language)),
  );
  part(planParts.criteriaOwners, reading.criteriaOwners, ({ criteria, unit, lines }) =>
    item(`${unit}: ${criteria.join(', ')}`, placeOf(lines, language)),
  );
  part(planParts.assignments, reading.assignments, ({ unit, request, tasks, lines }) =>
    item(say.planAssignment(unit, tasks.length, request), placeOf(lines, language)),
  );
  part(planParts.deadlines, reading.deadlines, (deadline) =>
    item(deadlineOf(deadline), placeOf(deadline.lines, language)),
  );
  part(planParts.unread, reading.unread, ({ line, text, why }) =>
    item(`${text}: ${why}`, say.planLines(String(line))),
  );
  return out.join('\n');
}
