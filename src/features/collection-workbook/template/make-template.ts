import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import type { CollectionContext } from '../../collection/index.ts';
import type { UnitAtWork } from '../../territory/index.ts';
import { type RoundToFill, roundToFill } from '../importing/round-to-fill.ts';
import { storedCells } from '../queries/sheets.ts';
import type { PageOfTemplate } from './content.ts';
import { writeTemplate } from './write-template.ts';

/** What is wanted of a workbook; an empty list of places or items stands for all. */
export interface TemplateChoice {
  readonly rounds: readonly string[];
  readonly places: readonly string[];
  readonly items: readonly string[];
}

/** More than is read back in one go. */
const MOST_CELLS = 150_000;

export type TemplateResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly fault: 'roundMissing' | 'tooLarge' };

function pageOf(round: RoundToFill, { places, items }: TemplateChoice): PageOfTemplate {
  const wanted = { places: new Set(places), items: new Set(items) };
  const chosenItems = round.itemList.filter(({ key }) => wanted.items.has(key));
  const sheets = [...round.sheets.values()];
  const chosenSheets = sheets.filter(({ placeId }) => wanted.places.has(placeId));
  return {
    round: round.round,
    items: chosenItems.length === 0 ? round.itemList : chosenItems,
    rows: (chosenSheets.length === 0 ? sheets : chosenSheets).map((sheet) => ({
      id: sheet.id,
      placeType: sheet.placeType,
      placeName: sheet.placeName,
      asked: sheet.asked,
      isOpen: round.maySave(sheet),
    })),
  };
}

/**
 * Makes the workbook of a choice: of each round the sheets that the person sees, those that they may fill in with yellow
 * cells.
 */
export async function makeTemplate(
  { database, standards }: CollectionContext,
  actor: PersonActor,
  unit: UnitAtWork,
  choice: TemplateChoice,
): Promise<TemplateResult> {
  const rounds = await withReadScope(database, actor, async (scope) => {
    const found: RoundToFill[] = [];
    for (const id of choice.rounds) {
      const round = await roundToFill(scope, standards, actor, unit.id, id);
      if (round !== null) found.push(round);
    }
    return found;
  });
  const pages = rounds.map((round) => pageOf(round, choice));
  if (pages.length === 0) return { ok: false, fault: 'roundMissing' };
  const cells = pages.reduce((sum, { items, rows }) => sum + items.length * rows.length, 0);
  if (cells > MOST_CELLS) return { ok: false, fault: 'tooLarge' };
  const standardOf = new Map(
    rounds.flatMap((round) => [...round.sheets.keys()].map((sheet) => [sheet, round.standard] as const)),
  );
  const bytes = await writeTemplate({
    unitName: unit.fullName,
    provinceName: unit.provinceName,
    pages,
    figuresOf: (sheets) => {
      const standard = standardOf.get(sheets[0] ?? '');
      return standard === undefined
        ? Promise.resolve(new Map())
        : withReadScope(database, actor, (scope) => storedCells(scope, unit.id, standard, sheets));
    },
  });
  return { ok: true, bytes };
}
