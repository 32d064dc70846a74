import { kindOfPeriod, lastDayOf } from '../../domain/calendar/index.ts';
import {
  findingsOfRound,
  type Item,
  itemOf,
  type RoundFinding,
  type SheetState,
  sheetDeeds,
} from '../../domain/collection/index.ts';
import { type Figure, inputsOfMeasure, type Standard } from '../../domain/scoring/index.ts';
import type { Language } from '../../domain/text/index.ts';
import type { PersonActor } from '../../platform/database/index.ts';
import { type Cycle, visibleCriteria } from '../assessment/index.ts';
import { gridMessages } from './grid-messages.ts';
import type { FigureGridProps, GridChanges, GridRow } from './islands/grid/props.ts';
import { sheetPath } from './paths.ts';
import { mayLeadCollection, standingToSheet } from './policy.ts';
import type { GridPart, GridSheet } from './queries/grid.ts';
import type { Round } from './queries/round.ts';
import { nameOfPlace } from './wording.ts';

/** The columns of a round, without what the standard no longer knows. */
export function columnsOf(round: Pick<Round, 'items'>, standard: Standard): readonly Item[] {
  return round.items.flatMap((key) => itemOf(standard, key) ?? []);
}

function whyLocked(
  actor: PersonActor,
  round: Round,
  sheet: GridSheet,
): keyof (typeof gridMessages)['vi']['locked'] | null {
  const place = { id: sheet.placeId, organisationId: sheet.organisationId };
  const standing = standingToSheet(actor, round.unitId, place);
  if (sheetDeeds(sheet.state, round.state === 'open', standing).has('save')) return null;
  if (round.state === 'closed') return 'closed';
  if (!standing.fills && !standing.leads) return 'notYours';
  const reasons: Partial<Record<SheetState, 'submitted' | 'accepted'>> = {
    submitted: 'submitted',
    accepted: 'accepted',
  };
  return reasons[sheet.state] ?? 'notYours';
}

/** The rows of a page as this person may work on them. */
export function gridRows(
  actor: PersonActor,
  round: Round,
  sheets: readonly GridSheet[],
  language: Language,
): readonly GridRow[] {
  return sheets.map((sheet) => {
    const locked = whyLocked(actor, round, sheet);
    return {
      sheet: sheet.id,
      place: nameOfPlace(sheet),
      href: sheetPath(actor.unit.code, round.id, sheet.id),
      asked: sheet.asked,
      locked: locked === null ? null : gridMessages[language].locked[locked],
      cells: sheet.cells,
    };
  });
}

/** What a browser knows of a page: changes of the round, and the revision of each of its sheets. */
export function revisionsOf(round: Pick<Round, 'revision'>, { changes, sheets }: GridPart): string {
  return [`${round.revision}-${changes}`, ...sheets.map(({ revision }) => revision)].join('.');
}

/** The rows that a browser does not know, by what it says that it knows. */
export function changesSince(
  known: string,
  round: Pick<Round, 'revision'>,
  part: GridPart,
  rows: readonly GridRow[],
): GridChanges {
  const now = revisionsOf(round, part);
  if (known === now) return { known: now, rows: [], elsewhere: null };
  const [before, ...revisions] = known.split('.');
  const ofSameRound = before!.startsWith(`${round.revision}-`);
  const changed = part.sheets.map(
    ({ revision }, place) => !ofSameRound || revisions[place] !== String(revision),
  );
  return { known: now, rows: rows.filter((_, place) => changed[place]), elsewhere: part.elsewhere };
}

/** The standard with the columns, and with the criteria that they decide and this person may see. */
export function standardOfGrid(
  standard: Standard,
  items: readonly Item[],
  round: Pick<Round, 'level'>,
  actor: PersonActor,
  cycle: Cycle | null,
): { readonly standard: Standard; readonly counted: readonly string[] } {
  const counted = Object.entries(standard.inputs).flatMap(([input, { collection }]) =>
    collection?.level === round.level && collection.rollUp.places === 'count' ? [input] : [],
  );
  const collected = new Set(items.map(({ input }) => input));
  const visible = new Set(cycle === null ? [] : visibleCriteria(actor, cycle).map(({ number }) => number));
  const criteria = standard.criteria.filter(
    ({ number, indicators }) =>
      visible.has(number) &&
      indicators.some(({ measure }) => inputsOfMeasure(measure).some((input) => collected.has(input))),
  );
  const read = new Set(
    criteria.flatMap(({ indicators }) => indicators.flatMap(({ measure }) => inputsOfMeasure(measure))),
  );
  const inputs = Object.fromEntries(
    Object.entries(standard.inputs).filter(([input]) => read.has(input) || collected.has(input)),
  );
  return { standard: { ...standard, criteria, inputs }, counted: counted.filter((input) => read.has(input)) };
}

/** Of the cycle only the figures that the criteria of the grid read. */
export function cycleOfGrid(
  cycle: Cycle | null,
  { standard, counted }: ReturnType<typeof standardOfGrid>,
  places: number,
): FigureGridProps['cycle'] {
  if (cycle === null || cycle.standardId !== standard.id || cycle.standardVersion !== standard.version)
    return null;
  const read = standard.criteria.flatMap(({ indicators }) =>
    indicators.flatMap(({ measure }) => inputsOfMeasure(measure)),
  );
  const only = (figures: Readonly<Record<string, Figure>>) =>
    Object.fromEntries(read.flatMap((input) => (figures[input] ? [[input, figures[input]]] : [])));
  return {
    figures: only(cycle.figures),
    previous: only(cycle.previous),
    territoryClass: cycle.territoryClass,
    counted,
    places,
  };
}

/**
 * The columns of villages that are held against what organisations say, for who leads the collection: nobody else sees the
 * figures of all of them. What villages answer by yes or no is a number only for all of them together.
 */
export function comparedWithOrganisations(
  actor: PersonActor,
  round: Round,
  items: readonly Item[],
): readonly string[] | null {
  if (round.level !== 'village' || !mayLeadCollection(actor, round.unitId)) return null;
  return items.filter(({ collection }) => collection.asked === 'count').map(({ key }) => key);
}

/**
 * What is striking about the sheets of a page together: places that say the same, and, for who leads the collection sums of all places that are not what the self-assessment or an organisation says.
 */
export function findingsOfPage(
  actor: PersonActor,
  round: Round,
  items: readonly Item[],
  { sheets, elsewhere, organisations }: GridPart,
  cycle: Cycle | null,
): readonly RoundFinding[] {
  // Organisations count different things: there is nothing to hold together.
  if (round.level === 'organisation') return [];
  const ofYear = cycle === null ? [] : items.flatMap((item) => ownFigureOf(cycle, round, item));
  return findingsOfRound({
    items,
    sheets: sheets.map(({ placeId, cells }) => ({ place: placeId, cells })),
    beyond: elsewhere,
    elsewhere: mayLeadCollection(actor, round.unitId) ? [...ofYear, ...organisations] : [],
  }).filter(({ answered }) => !answered);
}

/** The figure of the year that a column must come to: of the year itself, or of a stock at its end. */
function ownFigureOf({ stored, year }: Cycle, round: Round, item: Item) {
  const speaksOfYear =
    kindOfPeriod(round.period) === 'year' ||
    (item.collection.rollUp.periods === 'latest' && lastDayOf(round.period) === `${year}-12-31`);
  const figure = stored[item.key]?.figure;
  if (!speaksOfYear || figure?.state !== 'given' || typeof figure.value !== 'number') return [];
  return [{ item: item.key, value: figure.value, source: null }];
}
