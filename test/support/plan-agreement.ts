import type { UnitKind } from '../../src/domain/plan/unit-kind.ts';

/** The parts of a plan that are compared: what a person wrote down about it, or what the reader gave as JSON. */
export interface PlanParts {
  readonly symbol: string | null;
  readonly number: string | null;
  readonly date: { readonly year: number | null; readonly month: number | null; readonly day: number | null };
  readonly issuer: { readonly level: string | null; readonly placeName: string | null };
  readonly title: string | null;
  readonly legalBases: readonly { readonly number: string | null; readonly date: string | null }[];
  readonly objectives: readonly Text[];
  readonly targets: readonly (Text & { readonly operator: string; readonly value: number | null })[];
  readonly criteriaOwners: readonly { readonly criteria: readonly number[]; readonly unitKind: UnitKind }[];
  readonly assignments: readonly {
    readonly unit: string;
    readonly unitKind: UnitKind;
    readonly tasks: readonly Text[];
  }[];
  readonly deadlines: readonly { readonly date: string | null }[];
  readonly recipients: readonly Text[];
  readonly signatory: {
    readonly capacity: readonly string[];
    readonly title: string | null;
    readonly name: string | null;
  };
}

interface Text {
  readonly text: string;
}

/** How far two readings of one part agree; each from 0 to 1. */
export interface PartAgreement {
  readonly part: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** What one side has and the other lacks, for people. */
  readonly missing: readonly string[];
  readonly surplus: readonly string[];
}

export interface PlanAgreement {
  readonly parts: readonly PartAgreement[];
  /** Mean F1 over the parts, from 0 to 100. */
  readonly mean: number;
}

/** Two texts of a task or an objective are the same when nearly all their words are. */
const SAME_TEXT = 0.9;
/** Recipients are short: one abbreviation more or less is the same addressee. */
const SAME_RECIPIENT = 0.8;
/** A target may be quoted with more or less of its sentence, a unit with or without its place. */
const SAME_GIST = 0.6;

/** Compares what the reader found with what a person found, part by part. */
export function planAgreement(annotation: PlanParts, reading: PlanParts): PlanAgreement {
  const parts = [
    compareLists('head', headOf(annotation), headOf(reading), (a, b) => a === b),
    compareLists('title', titleOf(annotation), titleOf(reading), alike(SAME_TEXT)),
    compareLists('bases', basesOf(annotation), basesOf(reading), (a, b) => a === b),
    compareLists('objectives', textsOf(annotation.objectives), textsOf(reading.objectives), alike(SAME_TEXT)),
    compareLists('targets', annotation.targets, reading.targets, sameTarget),
    compareLists('criteria', criteriaOf(annotation), criteriaOf(reading), (a, b) => a === b),
    compareLists(
      'units',
      annotation.assignments,
      reading.assignments,
      (a, b) => a.unitKind === b.unitKind && alike(SAME_GIST)(a.unit, b.unit),
    ),
    compareLists('tasks', tasksOf(annotation), tasksOf(reading), sameTask),
    compareLists('deadlines', deadlinesOf(annotation), deadlinesOf(reading), (a, b) => a === b),
    compareLists(
      'recipients',
      textsOf(annotation.recipients),
      textsOf(reading.recipients),
      alike(SAME_RECIPIENT),
    ),
    compareLists('signatory', signatoryOf(annotation), signatoryOf(reading), (a, b) => a === b),
  ];
  return { parts, mean: (100 * parts.reduce((sum, { f1 }) => sum + f1, 0)) / parts.length };
}

/** Sentences on the parts that fall short, the worst first. */
export function shortfalls({ parts }: PlanAgreement): string {
  return parts
    .filter(({ f1 }) => f1 < 1)
    .sort((a, b) => a.f1 - b.f1)
    .map(({ part, f1, missing, surplus }) =>
      [
        `${part} ${(100 * f1).toFixed(1)}`,
        ...missing.map((text) => `  not read: ${text}`),
        ...surplus.map((text) => `  read instead: ${text}`),
      ].join('\n'),
    )
    .join('\n');
}

/** Pairs the items of two lists one to one. Two empty lists agree fully. */
function compareLists<Item>(
  part: string,
  annotated: readonly Item[],
  read: readonly Item[],
  same: (annotated: Item, read: Item) => boolean,
): PartAgreement {
  const surplus = [...read];
  const missing = annotated.filter((item) => {
    const found = surplus.findIndex((candidate) => same(item, candidate));
    if (found >= 0) surplus.splice(found, 1);
    return found < 0;
  });
  const pairs = annotated.length - missing.length;
  const share = (whole: number, other: number) => (whole > 0 ? pairs / whole : other > 0 ? 0 : 1);
  const precision = share(read.length, annotated.length);
  const recall = share(annotated.length, read.length);
  const f1 = pairs === 0 ? Number(annotated.length + read.length === 0) : harmonicMean(precision, recall);
  return { part, precision, recall, f1, missing: missing.map(show), surplus: surplus.map(show) };
}

const harmonicMean = (a: number, b: number) => (2 * a * b) / (a + b);
const show = (item: unknown) => (typeof item === 'string' ? item : JSON.stringify(item));

/** Lower case, one kind of dash, no marks of layout, no closing sign. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[*¹²³]/g, '')
    .replace(/[–—]/g, '-')
    .replace(/\s*([-/])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-+•]+|[\s.;:,/]+$/g, '');
}

/** Share of words that two texts have in common, from 0 to 1; order does not count. */
function similarity(a: string, b: string): number {
  const wordsOf = (text: string) =>
    plain(text)
      .split(/[\s,;:.()“”"]+/)
      .filter(Boolean);
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.length === 0 || right.length === 0) return left.length === right.length ? 1 : 0;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = right.filter((word) => {
    const rest = counts.get(word) ?? 0;
    counts.set(word, rest - 1);
    return rest > 0;
  });
  return (2 * common.length) / (left.length + right.length);
}

const alike = (bar: number) => (a: string, b: string) => similarity(a, b) >= bar;

const textsOf = (items: readonly Text[]) => items.map(({ text }) => text);
const titleOf = ({ title }: PlanParts) => (title === null ? [] : [title]);
const shown = (value: string | number | null) => (value === null ? '–' : plain(String(value)));

function headOf({ symbol, number, date, issuer }: PlanParts): string[] {
  const fields = { symbol, number, ...date, level: issuer.level, placeName: issuer.placeName };
  return ['symbol', 'number', 'year', 'month', 'day', 'level', 'placeName'].map(
    (name) => `${name} ${shown(fields[name as keyof typeof fields])}`,
  );
}

function signatoryOf({ signatory: { capacity, title, name } }: PlanParts): string[] {
  const lines = capacity.map((line) => line.replace(/\.\s*/g, '. ')).join(' | ');
  return [`name ${shown(name)}`, `title ${shown(title)}`, `capacity ${plain(lines)}`];
}

const basesOf = ({ legalBases }: PlanParts) =>
  legalBases.flatMap(({ number, date }) => (number === null ? [] : [`${plain(number)} ${date}`]));

const criteriaOf = ({ criteriaOwners }: PlanParts) =>
  criteriaOwners.flatMap(({ criteria, unitKind }) => criteria.map((number) => `${number} ${unitKind}`));

const deadlinesOf = ({ deadlines }: PlanParts) =>
  deadlines.flatMap(({ date }) => (date === null ? [] : [date]));

const tasksOf = ({ assignments }: PlanParts) =>
  assignments.flatMap(({ unitKind, tasks }) => tasks.map(({ text }) => ({ unitKind, text })));

const sameTask = (a: { unitKind: UnitKind; text: string }, b: { unitKind: UnitKind; text: string }) =>
  a.unitKind === b.unitKind && alike(SAME_TEXT)(a.text, b.text);

const sameTarget = (a: PlanParts['targets'][number], b: PlanParts['targets'][number]) =>
  a.operator === b.operator && a.value === b.value && alike(SAME_GIST)(a.text, b.text);
