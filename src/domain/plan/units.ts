import { fold } from './fold.ts';
import { type Tier, UNIT_NAMES, type UnitName } from './lexicon/units.ts';
import { ORDER_WORDS, REQUEST_WORDS, VERBS_AFTER_A_UNIT } from './lexicon/verbs.ts';
import type { UnitKind } from './unit-kind.ts';

/** The organisation to which a heading or a sentence speaks. */
export interface UnitLead {
  /** As printed, without "Đề nghị". */
  readonly unit: string;
  readonly unitKind: UnitKind;
  readonly request: boolean;
  /** Whether an order or a request stands before the name. */
  readonly addressed: boolean;
  readonly general: boolean;
  /** `heading`: nothing but the name; `colon`: the name, a colon and what is to be done; `sentence`: the name begins it. */
  readonly form: 'heading' | 'colon' | 'sentence';
  /** What follows the colon; the whole text of a sentence; empty for a heading. */
  readonly rest: string;
}

const LONGEST_NAME = 300;
const FIRST_WORD = /^[a-z]{1,20}/u;
const VERB = new RegExp(
  `(?:^|[\\s,])(?:${[...VERBS_AFTER_A_UNIT].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\d])`,
  'gu',
);
const NOUN_BEFORE_VERB =
  /(?:phu trach|bo phan|cong tac|ban|phong|linh vuc|to|doi|trung tam|van phong|cong chuc|can bo|vien|nhom|quy|chi cuc|hoi|thanh tra|-|cac|nhung|va cac|hoi dong)$/u;

/** The words with which a name may begin, and others that stand in its pattern. */
const WORDS_OF_NAMES = UNIT_NAMES.map(
  (name) => [name, name.pattern.source.match(/[a-z]{2,}/gu) ?? []] as const,
);
const MOST_FIRST_WORDS = 2000;
const namesByFirstWord = new Map<string, readonly UnitName[]>();

/** The names whose pattern has a word with which this one begins: most sentences begin with none. */
function namesBeginning(word: string): readonly UnitName[] {
  const known = namesByFirstWord.get(word);
  if (known) return known;
  const names = WORDS_OF_NAMES.filter(([, words]) => words.some((one) => word.startsWith(one))).map(
    ([name]) => name,
  );
  if (namesByFirstWord.size < MOST_FIRST_WORDS) namesByFirstWord.set(word, names);
  return names;
}

function nameOf(printed: string, folded: string): UnitName | null {
  const word = FIRST_WORD.exec(folded)?.[0];
  const names = word === undefined ? UNIT_NAMES : namesBeginning(word);
  if (names.length === 0) return null;
  const start = folded.slice(0, 120);
  const asPrinted = printed.slice(0, 120);
  return names.find((name) => name.pattern.test(start) && (name.printed?.test(asPrinted) ?? true)) ?? null;
}

const kindOf = (name: UnitName, tier: Tier): UnitKind =>
  typeof name.kind === 'string' ? name.kind : name.kind[tier];

/** The kind of an organisation by its name as printed; `other` where it is in no list. */
export function unitKindOf(unit: string, tier: Tier): UnitKind {
  const folded = fold(unit);
  const order = ORDER_WORDS.exec(folded)?.[0].length ?? 0;
  const name = nameOf(unit.slice(order), folded.slice(order));
  return name ? kindOf(name, tier) : 'other';
}

/** Where the first verb stands behind the name, outside brackets; -1 for none. */
function verbAfter(text: string, folded: string, from: number): number {
  let depth = 0;
  let at = from;
  VERB.lastIndex = from;
  for (let found = VERB.exec(text); found; found = VERB.exec(text)) {
    for (; at < found.index; at++) {
      if (folded.charCodeAt(at) === 40) depth++;
      else if (folded.charCodeAt(at) === 41) depth--;
    }
    const start = found.index + (/^[\s,]/u.test(found[0]) ? 1 : 0);
    if (depth <= 0 && !NOUN_BEFORE_VERB.test(folded.slice(Math.max(0, start - 14), Math.max(0, start - 1))))
      return start;
    VERB.lastIndex = start + 1;
  }
  return -1;
}

const trimName = (text: string): string => text.replace(/^[\s:,"“]+|[\s,:;."”–-]+$/gu, '');

/** Reads the organisation that stands at the beginning of a text, or null where none does. */
export function unitLead(text: string, tier: Tier): UnitLead | null {
  const start = text.slice(0, LONGEST_NAME + 200);
  const folded = fold(start);
  const order = ORDER_WORDS.exec(folded)?.[0] ?? '';
  const request = REQUEST_WORDS.test(folded);
  const bare = folded.slice(order.length);
  const name = nameOf(start.slice(order.length), bare);
  if (!name) return null;
  const matched = name.pattern.exec(bare.slice(0, 120))?.[0].length ?? 0;
  const unitKind = kindOf(name, tier);
  const lead = (end: number, form: UnitLead['form'], rest: string): UnitLead => ({
    unit: trimName(start.slice(order.length, end)),
    unitKind,
    request,
    addressed: order !== '',
    general: name.general === true,
    form,
    rest,
  });
  const colon = start.indexOf(':', order.length);
  const stop = start.search(/[.;](?:\s|$)/u);
  const verb = verbAfter(start, folded, order.length + matched);
  const named = colon > 0 && colon <= LONGEST_NAME && (stop < 0 || colon < stop);
  if (named && (verb < 0 || verb > colon)) return lead(colon, 'colon', text.slice(colon + 1).trim());
  if (verb > 0 && verb <= LONGEST_NAME && (stop < 0 || verb < stop)) return lead(verb, 'sentence', text);
  if (text.length <= LONGEST_NAME && (stop < 0 || stop >= text.trimEnd().length - 1))
    return lead(text.length, 'heading', '');
  return null;
}

/** Whether the text is nothing but the name of an organisation. */
export function namesUnit(text: string): boolean {
  return text.length <= LONGEST_NAME && unitLead(text, 'commune')?.form === 'heading';
}
