import { type Item, itemOf, partsAmong, sheetDeeds } from '../../../domain/collection/index.ts';
import type { Standard } from '../../../domain/scoring/index.ts';
import type { PersonActor, Scope, UnitId } from '../../../platform/database/index.ts';
import { findRound, maySeeSheet, type Round, standingToSheet } from '../../collection/index.ts';
import type { StandardCatalogue } from '../../standards/index.ts';
import { type SheetToFill, sheetsToFillIn } from '../queries/sheets.ts';

/** A round as a workbook is read into it: its items, and the sheets that the person may know of. */
export interface RoundToFill {
  readonly round: Round;
  readonly standard: Standard;
  readonly items: ReadonlyMap<string, Item>;
  readonly itemList: readonly Item[];
  /** Pairs of part and whole among the items. */
  readonly parts: ReturnType<typeof partsAmong>;
  readonly sheets: ReadonlyMap<string, SheetToFill>;
  /** Whether the person may save figures of a sheet now. */
  maySave(sheet: SheetToFill): boolean;
}

/** A round of the unit with what the person may see of it; null where there is none, or nothing to know of. */
export async function roundToFill(
  scope: Scope,
  standards: StandardCatalogue,
  actor: PersonActor,
  unit: UnitId,
  id: string,
): Promise<RoundToFill | null> {
  const round = await findRound(scope, unit, id);
  const entry = round === undefined ? null : standards.get(round.standardId, round.standardVersion);
  if (round === undefined || entry === null) return null;
  const { standard } = entry;
  const placeOf = ({ placeId, organisationId }: SheetToFill) => ({ id: placeId, organisationId });
  const sheets = (await sheetsToFillIn(scope, unit, id)).filter((sheet) =>
    maySeeSheet(actor, unit, round.level, placeOf(sheet)),
  );
  if (sheets.length === 0) return null;
  const itemList = round.items.flatMap((key) => itemOf(standard, key) ?? []);
  return {
    round,
    standard,
    itemList,
    items: new Map(itemList.map((item) => [item.key, item])),
    parts: partsAmong(standard, itemList),
    sheets: new Map(sheets.map((sheet) => [sheet.id, sheet])),
    maySave: (sheet) =>
      sheetDeeds(sheet.state, round.state === 'open', standingToSheet(actor, unit, placeOf(sheet))).has(
        'save',
      ),
  };
}
