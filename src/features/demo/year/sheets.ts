import { addDays } from '../../../domain/calendar/index.ts';
import type { Item, RoundLevel } from '../../../domain/collection/index.ts';
import type { Figure } from '../../../domain/scoring/index.ts';
import type { CatalogueEntry } from '../../standards/index.ts';
import type { Row } from '../rows.ts';
import type { YearWriter } from './year-writer.ts';

/** What stands in a cell of the sample. */
export interface DemoCell {
  readonly figure: Figure;
  readonly comment?: string;
}

/** The sheet of one place, as far as it has come. */
export interface DemoSheet {
  readonly placeId: string;
  /** Tells the place from the others of the round. */
  readonly name: string;
  readonly state: Row<'collection_sheet'>['state'] & string;
  readonly returnedReason?: string;
  /** By the key of the item; what is left out has not been filled in. */
  readonly cells: Readonly<Record<string, DemoCell>>;
  /** Days after the cut-off. */
  readonly filledAfter: number;
  /** A person, or the link of a village. */
  readonly by: string;
  readonly through: Row<'collected_figure'>['changed_through'];
}

interface DemoRound {
  readonly title: string;
  readonly level: RoundLevel;
  readonly period: string;
  readonly cutOff: string;
  readonly dueDate: string;
  readonly items: readonly Item[];
  readonly sheets: readonly DemoSheet[];
}

const MINUTE = 60_000;
/** Days until what was handed in is looked at. */
const DAYS_TO_DECIDE = 2;

/** Writes a round with its sheets, their figures, the history of these, and what happened to the sheets. */
export function addRound(writer: YearWriter, { standard }: CatalogueEntry, round: DemoRound): void {
  const { level, period, cutOff, dueDate, items } = round;
  const made = writer.on(addDays(cutOff, -20), `round/${level}/${period}`);
  const roundId = writer.add('collection_round', `${level}/${period}`, made, {
    year: Number(period.slice(0, 4)),
    title: round.title,
    level,
    period,
    cut_off: cutOff,
    due_date: dueDate,
    standard_id: standard.id,
    standard_version: standard.version,
    items: items.map(({ key }) => key),
    task_id: null,
    state: 'open',
    revision: 0,
    created_by: writer.planner,
    created_at: made,
  });
  for (const sheet of round.sheets) addSheet(writer, { round, roundId, made }, sheet);
}

function addSheet(
  writer: YearWriter,
  { round, roundId, made }: { round: DemoRound; roundId: string; made: Date },
  sheet: DemoSheet,
): void {
  const subject = `${round.level}/${round.period}/${sheet.name}`;
  const filledOn = addDays(round.cutOff, sheet.filledAfter);
  const filledAt = writer.on(filledOn, subject);
  const handedIn = sheet.state === 'open' ? null : new Date(filledAt.getTime() + 20 * MINUTE);
  const isDecided = sheet.state === 'accepted' || sheet.state === 'returned';
  const looked = writer.on(addDays(filledOn, DAYS_TO_DECIDE), `${subject}/decided`);
  // Where all of this falls on yesterday, the decision still comes after the handing in.
  const decidedAt =
    handedIn === null || !isDecided
      ? null
      : new Date(Math.max(looked.getTime(), handedIn.getTime() + 20 * MINUTE));
  const filled = Object.values(sheet.cells).filter(({ figure }) => figure.state !== 'no_data').length;
  const sheetId = writer.add('collection_sheet', subject, made, {
    round_id: roundId,
    place_id: sheet.placeId,
    asked: null,
    filled,
    state: sheet.state,
    returned_reason: sheet.returnedReason ?? null,
    submitted_at: handedIn,
    decided_at: decidedAt,
    decided_by: decidedAt === null ? null : writer.planner,
    revision: (filled > 0 ? 1 : 0) + (handedIn === null ? 0 : 1) + (decidedAt === null ? 0 : 1),
    changed_at: decidedAt ?? handedIn ?? (filled > 0 ? filledAt : null),
  });
  addCells(writer, sheetId, sheet, filledAt);
  const happened = (kind: Row<'collection_sheet_event'>['kind'], by: string, at: Date) =>
    writer.add('collection_sheet_event', `${subject}/${kind}`, at, {
      sheet_id: sheetId,
      kind,
      reason: kind === 'returned' ? (sheet.returnedReason ?? null) : null,
      changed_by: by,
      happened_at: at,
    });
  if (handedIn !== null) happened('submitted', sheet.by, handedIn);
  if (decidedAt !== null)
    happened(sheet.state === 'returned' ? 'returned' : 'accepted', writer.planner, decidedAt);
}

function addCells(writer: YearWriter, sheetId: string, { cells, by, through }: DemoSheet, at: Date): void {
  for (const [item, { figure, comment = null }] of Object.entries(cells)) {
    const value = figure.state === 'given' ? Number(figure.value) : null;
    const reason = figure.state === 'not_applicable' ? figure.reason : null;
    const common = { sheet_id: sheetId, item, reason, comment, revision: 1 };
    const changed = { changed_by: by, changed_through: through, changed_at: at };
    writer.addFigure('collected_figure', {
      ...common,
      state: figure.state,
      value,
      ...changed,
    });
    writer.addFigure('collected_figure_change', {
      ...common,
      from_state: null,
      from_value: null,
      to_state: figure.state,
      to_value: value,
      ...changed,
    });
  }
}
