import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOfReading, type PlanContent, type PlanReading, readPlan } from '../domain/plan/index.ts';
import { type WrittenPlan, writtenPlans } from '../domain/plan/testing/plan-content-arbitraries.ts';
import { type PrintedPlan, planDocument } from './plan.ts';
import { plainText } from './text.ts';

const printed = ({ content, number, date }: WrittenPlan): string =>
  plainText(planDocument(content, { number, date, runningNotice: null }));

const itemsOf = (content: PlanContent) =>
  content.sections.flatMap((section) =>
    section.parts.flatMap((part) => part.items.map((item) => ({ section, part, item }))),
  );
const bare = (text: string) => text.replace(/[\s.;]+$/u, '');

/** What a person would tell of a plan, from the plan itself. */
function told({ content, number, date }: WrittenPlan) {
  const items = itemsOf(content);
  return {
    head: { type: content.documentType, number, symbol: content.symbol, place: content.place, ...date },
    title: content.title,
    bases: content.legalBases.map(({ text }) => bare(text).replace(/^(Căn cứ|Thực hiện) /u, '')),
    objectives: items
      .filter(({ part }) => part.objectiveKind !== null)
      .map(({ part, item }) => [part.objectiveKind, bare(item.text)]),
    targets: items.flatMap(({ item }) =>
      item.targets.map(({ operator, value, unit }) => [operator, value, unit]),
    ),
    criteria: items.flatMap(({ part, item }) => item.criteria.map((one) => [one, part.assignee?.unitKind])),
    assignments: content.sections.flatMap(({ parts }) =>
      parts.flatMap(({ assignee, items: tasks }) =>
        assignee === null
          ? []
          : [[assignee.unit, assignee.unitKind, assignee.request, tasks.map(({ text }) => bare(text))]],
      ),
    ),
    deadlines: items.flatMap(({ item }) => item.deadlines.map(({ date: day, bound }) => [day, bound])),
    recipients: content.recipients,
    signature: content.signature,
  };
}

/** The same from a reading. */
function read(reading: PlanReading) {
  return {
    head: {
      type: reading.documentType,
      number: reading.number,
      symbol: reading.symbol,
      place: reading.place,
      ...reading.date,
    },
    title: reading.title,
    bases: reading.legalBases.map(({ text }) => bare(text)),
    objectives: reading.objectives.map(({ kind, text }) => [kind, bare(text)]),
    targets: reading.targets.map(({ operator, value, unit }) => [operator, value, unit]),
    criteria: reading.criteriaOwners.flatMap(({ criteria, unitKind }) =>
      criteria.map((one) => [one, unitKind]),
    ),
    assignments: reading.assignments.map(({ unit, unitKind, request, tasks }) => [
      unit,
      unitKind,
      request,
      tasks.map(({ text }) => bare(text)),
    ]),
    deadlines: reading.deadlines.map(({ date, bound }) => [date, bound]),
    recipients: reading.recipients.map(({ text }) => text),
    signature: {
      capacity: reading.signatory.capacity,
      title: reading.signatory.title,
      name: reading.signatory.name,
    },
  };
}

describe('a plan that was written here', () => {
  it('is read back from its paper as the same plan', () => {
    fc.assert(
      fc.property(writtenPlans, (plan) => {
        const reading = readPlan(printed(plan));
        expect(read(reading)).toEqual(told(plan));
        expect(reading.unread).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('comes back as the same tree', () => {
    fc.assert(
      fc.property(writtenPlans, (plan) => {
        const again = contentOfReading(readPlan(printed(plan)), () => 'id');
        const tree = ({ sections }: PlanContent) =>
          sections.map(({ role, heading, parts }) => [
            role,
            heading.toLocaleUpperCase('vi'),
            parts.map((part) => [
              part.heading?.replace(/^Đề nghị /u, '') ?? null,
              part.assignee?.unitKind ?? null,
              part.form,
              part.items.map(({ text }) => bare(text)),
            ]),
          ]);
        expect(tree(again)).toEqual(tree(plan.content));
      }),
      { numRuns: 100 },
    );
  });
});

const folders = [
  new URL('../../test/fixtures/plans/', import.meta.url),
  new URL('../../../shared/samples/', import.meta.url),
];
const papers = folders.flatMap((folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .sort()
        .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
    : [],
);

describe('a plan that was read', () => {
  const printOf = (text: string): string => {
    const reading = readPlan(text);
    let last = 0;
    const content = contentOfReading(reading, () => `i${++last}`);
    const { year, month, day } = reading.date;
    const values: PrintedPlan = {
      number: reading.number,
      date: { year: year ?? (content.year || 2026), month, day },
      runningNotice: null,
    };
    return plainText(planDocument(content, values));
  };

  it.each(papers)('prints and is read again without a change: $name', ({ text }) => {
    const first = printOf(text);
    expect(printOf(first)).toBe(first);
  });
});
