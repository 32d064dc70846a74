import { type Item, itemLabel, totalLabel } from '../../../domain/collection/index.ts';
import { searchKey } from '../../../domain/text/index.ts';

/** What a column of a foreign workbook holds: the names of places, an item, or nothing that is wanted. */
export type ColumnRole = 'place' | 'left_out' | { readonly item: string };

/** A heading as it is remembered and compared. */
export const headingKey = (heading: string): string =>
  searchKey(heading)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
    .slice(0, 300);

/** What a column of an item may be headed: what each place is asked, or what all come to, as forms of communes print it. */
export const headingKeysOf = (item: Item): readonly string[] =>
  [itemLabel(item, 'vi'), totalLabel(item, 'vi')].map(headingKey);

/** Headings of columns with names of places, as forms of communes print them. */
export const PLACE_HEADING =
  /^(?:ten )?(?:thon|ban|to dan pho|tdp|khu pho|khu dan cu|ap|khom|buon|lang|truong|ten truong|dia ban|co quan|don vi|noi bao cao)\b/;
/** Columns that every table has and nobody collects. */
const LEFT_OUT = /^(?:stt|tt|so tt|so thu tu|ghi chu|loi|nguoi lap|chu ky)$/;

export interface ProposedColumn {
  /** From 0. */
  readonly column: number;
  readonly heading: string;
  readonly key: string;
  /** What it seems to be; null where nothing is like it. */
  readonly proposal: ColumnRole | null;
  /** Whether it needs nobody to look at it: the same words, or matched by hand before. */
  readonly certain: boolean;
}

/** The share of words that two keys have in common. */
function likeness(one: string, other: string): number {
  const [a, b] = [new Set(one.split(' ')), new Set(other.split(' '))];
  const common = [...a].filter((word) => b.has(word)).length;
  return (2 * common) / (a.size + b.size);
}

const ALIKE_FROM = 0.6;

/**
 * Matches the headings of a foreign workbook with the items of a round, without tones and signs. What was matched by
 * hand before comes first; of an item that two columns claim, neither is certain.
 * @param remembered what a heading was matched with before, by its key
 */
export function proposeColumns(
  headings: readonly { readonly column: number; readonly heading: string }[],
  items: readonly Item[],
  remembered: ReadonlyMap<string, ColumnRole>,
): readonly ProposedColumn[] {
  const labels = items.flatMap((item) => headingKeysOf(item).map((label) => ({ key: item.key, label })));
  const byLabel = new Map(labels.map(({ key, label }) => [label, key]));
  const known = new Set(items.map(({ key }) => key));
  const roleOf = (key: string): { role: ColumnRole | null; certain: boolean } => {
    const before = remembered.get(key);
    // An item of another round says nothing of this one.
    if (before !== undefined && (typeof before === 'string' || known.has(before.item)))
      return { role: before, certain: true };
    const same = byLabel.get(key);
    if (same !== undefined) return { role: { item: same }, certain: true };
    if (LEFT_OUT.test(key)) return { role: 'left_out', certain: true };
    if (PLACE_HEADING.test(key)) return { role: 'place', certain: true };
    const [best] = labels
      .map((one) => ({ key: one.key, alike: likeness(one.label, key) }))
      .sort((one, other) => other.alike - one.alike);
    return best !== undefined && best.alike >= ALIKE_FROM
      ? { role: { item: best.key }, certain: false }
      : { role: null, certain: false };
  };
  const proposed = headings.map(({ column, heading }) => {
    const key = headingKey(heading);
    const { role, certain } = roleOf(key);
    return { column, heading, key, proposal: role, certain };
  });
  const claims = new Map<string, number>();
  for (const { proposal, certain } of proposed)
    if (certain) claims.set(nameOf(proposal), (claims.get(nameOf(proposal)) ?? 0) + 1);
  return proposed.map((one) =>
    one.proposal !== 'left_out' && (claims.get(nameOf(one.proposal)) ?? 0) > 1
      ? { ...one, certain: false }
      : one,
  );
}

const nameOf = (role: ColumnRole | null): string => (typeof role === 'object' ? (role?.item ?? '') : role);
