import { z } from 'zod';
import type { Matching } from './model.ts';
import type { ColumnRole } from './rules/match-columns.ts';

export const idSchema = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
export const unitCodeSchema = z.string().regex(/^\d{5}$/);

const MOST_CHOSEN = 5_000;
const list = <Part extends z.ZodType>(part: Part) =>
  z
    .union([z.array(part), part.transform((one) => [one])])
    .optional()
    .transform((chosen) => (chosen ?? []).slice(0, MOST_CHOSEN) as z.output<Part>[]);

/** Rounds, places and items that a workbook is to hold. */
export const choiceSchema = z.object({
  dot: list(idSchema),
  noi: list(idSchema),
  so: list(z.string().max(200)),
});

export type MatchFault = 'roundMissing' | 'placeMissing' | 'itemMissing' | 'itemTwice';

export type MatchReading =
  | { readonly ok: true; readonly value: NonNullable<Matching['chosen']> }
  | { readonly ok: false; readonly faults: Readonly<Record<string, MatchFault>> };

const roleOf = (text: string): ColumnRole => {
  if (text === 'noi') return 'place';
  return text.startsWith('so:') ? { item: text.slice('so:'.length) } : 'left_out';
};

/** How a role stands in the form. */
export const textOfRole = (role: ColumnRole | null): string =>
  role === 'place' ? 'noi' : role === null || role === 'left_out' ? '' : `so:${role.item}`;

/**
 * Reads how the columns of a table were matched.
 * @param items the keys of the round that is chosen
 */
export function readMatching(
  fields: Readonly<Record<string, string>>,
  { tables }: Matching,
  itemsOf: (round: string) => readonly string[] | null,
): MatchReading {
  const table = Math.min(
    Math.max(0, Number(/^\d{1,2}$/.exec(fields.trang ?? '')?.[0] ?? 0)),
    tables.length - 1,
  );
  const round = fields.dot ?? '';
  const items = itemsOf(round);
  if (items === null) return { ok: false, faults: { dot: 'roundMissing' } };
  const roles: Record<string, ColumnRole> = {};
  for (const { column } of tables[table]!.columns) {
    const role = roleOf(fields[`cot.${column}`] ?? '');
    if (typeof role === 'string' || items.includes(role.item)) roles[String(column)] = role;
  }
  const chosen = Object.entries(roles);
  const faults: Record<string, MatchFault> = {};
  const first = `cot.${tables[table]!.columns[0]?.column ?? 0}`;
  const taken = new Map<string, string>();
  for (const [column, role] of chosen) {
    if (typeof role === 'string') continue;
    if (taken.has(role.item)) faults[`cot.${column}`] = 'itemTwice';
    taken.set(role.item, column);
  }
  if (chosen.filter(([, role]) => role === 'place').length !== 1) faults[first] ??= 'placeMissing';
  else if (taken.size === 0) faults[first] ??= 'itemMissing';
  return Object.keys(faults).length > 0
    ? { ok: false, faults }
    : { ok: true, value: { table, round, roles } };
}
