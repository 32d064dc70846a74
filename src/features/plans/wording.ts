import type { PlanContent, PlanItem, PlanPart, PlanSection } from '../../domain/plan/index.ts';
import { formatDate, formatNumber, type Language } from '../../domain/text/index.ts';
import type { FieldError } from '../../ui/components/ErrorSummary.tsx';
import type { TagKind } from '../../ui/components/Tag.tsx';
import type { PlanOfList } from './list-queries.ts';
import { messages } from './messages.ts';
import type { Plan } from './queries.ts';
import type { IssueFault } from './schema.ts';

/** The state of a plan as tags say it; a plan at work says so beside its state. */
export function stateTags(
  plan: Pick<Plan | PlanOfList, 'state' | 'standing' | 'putToWorkAt'>,
  language: Language,
): { readonly kind: TagKind; readonly word: string }[] {
  const words = messages[language];
  if (plan.standing === 'superior') return [{ kind: 'go', word: words.stateOfSuperior }];
  const kinds = { draft: 'wait', issued: 'go', replaced: 'plain' } as const;
  return [
    { kind: kinds[plan.state], word: words.states[plan.state] },
    ...(plan.putToWorkAt !== null && plan.state !== 'replaced'
      ? [{ kind: 'info' as const, word: words.atWork }]
      : []),
  ];
}

/** "số 138/KH-UBND ngày 15/04/2026". */
export function numberAndDate(
  plan: { readonly number: string | null; readonly symbol: string; readonly issuedOn: string | null },
  language: Language,
): string {
  const words = messages[language].list;
  if (plan.number === null || plan.issuedOn === null) return words.noNumber;
  return words.numberOf(`${plan.number}/${plan.symbol}`, formatDate(plan.issuedOn));
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];

/** "IV. Tổ chức thực hiện", by its place in the plan. */
export function sectionName(content: PlanContent, section: PlanSection): string {
  const place = content.sections.findIndex(({ id }) => id === section.id);
  return `${ROMAN[place] ?? place + 1}. ${section.heading}`;
}

/** "IV. Công an phường": a part among the parts of a plan. */
export function partName(content: PlanContent, section: PlanSection, part: PlanPart): string {
  const place = content.sections.findIndex(({ id }) => id === section.id);
  const title = part.heading ?? part.items[0]?.text.slice(0, 50) ?? section.heading;
  return `${ROMAN[place] ?? place + 1}. ${title}`;
}

/** What hangs on an item, as short texts. */
export function factsOf(item: PlanItem, language: Language): string[] {
  const words = messages[language];
  return [
    ...item.targets.map(({ operator, value, of, unit }) =>
      [
        words.operators[operator],
        value === null
          ? ''
          : `${formatNumber(value, language)}${of === null ? '' : `/${formatNumber(of, language)}`}`,
        unit ?? '',
      ]
        .filter((piece) => piece !== '')
        .join(' ')
        .replace(' %', '%'),
    ),
    ...item.deadlines.map(({ bound, date }) => `${words.bounds[bound]} ${formatDate(date)}`),
    ...(item.recurrence === null ? [] : [words.periods[item.recurrence]]),
    ...(item.criteria.length === 0
      ? []
      : [`${language === 'vi' ? 'tiêu chí' : 'criteria'} ${item.criteria.join(', ')}`]),
  ];
}

/** What is wrong with the number or the date of a signed plan, at its box. */
export function issueErrors(
  faults: readonly IssueFault[],
  planYear: number,
  language: Language,
): FieldError[] {
  const words = messages[language].issue;
  return faults.map(({ field, code }) => ({
    field,
    message: code === 'dateFar' ? words.dateFar(planYear) : words[code],
  }));
}

/** What the address says was just done with a plan, in sentences. */
export function doneSentences(query: Readonly<Record<string, string>>, language: Language): string[] {
  const words = messages[language].plan;
  const { xong = '', viec, chi_tieu, tieu_chi } = query;
  const count = (text: string | undefined) => Number.parseInt(text ?? '0', 10) || 0;
  const criteria = (tieu_chi ?? '').split('.').filter((one) => /^\d{1,2}$/.test(one));
  const known: Readonly<Record<string, string>> = words.done;
  return [
    ...(known[xong] === undefined ? [] : [known[xong]]),
    ...(xong === 'ban_hanh' ? [words.issuedDone] : []),
    ...(viec === undefined ? [] : [words.workDone(count(viec), count(chi_tieu))]),
    ...(criteria.length === 0 ? [] : [words.criteriaGiven(criteria.join(', '))]),
  ];
}
