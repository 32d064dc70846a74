import {
  type CellFault,
  type CellOperation,
  type CellOutcome,
  faultOfFigure,
  faultOfRemark,
  itemOf,
  judgeOperation,
  type StoredCell,
  sheetDeeds,
} from '../../../domain/collection/index.ts';
import type { Figure, FigureState } from '../../../domain/scoring/index.ts';
import { prepared, type Scope, type UnitId, withScope } from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { type Filler, maySeeSheet, standingToSheet } from '../policy.ts';
import type { CollectionContext } from './context.ts';
import { type LockedSheet, lockSheets } from './lock-sheets.ts';

/** By which way figures came in; the history tells it. */
export type Way = 'grid' | 'form' | 'workbook' | 'link';

/** More operations does no request bring, and no part of a workbook. */
export const MOST_OPERATIONS = 5_000;

interface OperationRow {
  id: string;
  sheet_id: string;
  item: string;
  outcome: 'saved' | 'conflict';
  revision: number;
}

const knownOperations = prepared<OperationRow>(
  'known_operations',
  'select id, sheet_id, item, outcome, revision from cell_operation where unit_id = $1 and id = any($2)',
);

interface FigureRow {
  sheet_id: string;
  item: string;
  state: FigureState;
  value: number | null;
  reason: string | null;
  comment: string | null;
  revision: number;
}

const figuresOfCells = prepared<FigureRow>(
  'figures_of_cells',
  `select sheet_id, item, state, value, reason, comment, revision
     from collected_figure
    where unit_id = $1 and (sheet_id, item) in (select * from unnest($2::uuid[], $3::text[]))`,
);

/** Figures, their history, the operations that were done, and the revisions of the sheets, in one statement. */
const writeCells = prepared<unknown>(
  'write_cells',
  `with written as (
     select * from unnest($2::uuid[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::int[], $9::text[],
                          $10::bigint[])
       as w (sheet_id, item, state, value, reason, comment, revision, from_state, from_value)
   ), latest as (
     select distinct on (sheet_id, item) * from written order by sheet_id, item, revision desc
   ), figures as (
     insert into collected_figure (unit_id, sheet_id, item, state, value, reason, comment, revision, changed_by,
                                   changed_through, changed_at)
     select $1, sheet_id, item, state, value, reason, comment, revision, $11, $12, $13 from latest
     on conflict (unit_id, sheet_id, item) do update set
       state = excluded.state, value = excluded.value, reason = excluded.reason, comment = excluded.comment,
       revision = excluded.revision, changed_by = excluded.changed_by, changed_through = excluded.changed_through,
       changed_at = excluded.changed_at
   ), history as (
     insert into collected_figure_change (unit_id, sheet_id, item, revision, from_state, from_value, to_state, to_value,
                                          reason, comment, changed_by, changed_through, changed_at)
     select $1, sheet_id, item, revision, from_state, from_value, state, value, reason, comment, $11, $12, $13 from written
   ), operations as (
     insert into cell_operation (unit_id, id, sheet_id, item, outcome, revision, figure, comment, sent_by, received_at)
     select $1, o.id, o.sheet_id, o.item, o.outcome, o.revision, o.figure, o.comment, $11, $13
       from unnest($14::uuid[], $15::uuid[], $16::text[], $17::text[], $18::int[], $19::jsonb[], $20::text[])
         as o (id, sheet_id, item, outcome, revision, figure, comment)
     on conflict (unit_id, id) do nothing
   ), decided as (
     -- Whoever sees both values and then saves the cell has decided what they had sent in vain.
     update cell_operation c set decided_at = $13
       from unnest($15::uuid[], $16::text[], $17::text[]) as o (sheet_id, item, outcome)
      where c.unit_id = $1 and c.sheet_id = o.sheet_id and c.item = o.item and o.outcome = 'saved'
        and c.outcome = 'conflict' and c.decided_at is null and c.sent_by = $11
   )
   update collection_sheet s set revision = revision + 1, changed_at = $13, filled = s.filled + d.more
     from (select sheet_id, sum((state <> 'no_data')::int - (coalesce(from_state, 'no_data') <> 'no_data')::int) as more
             from written group by sheet_id) d
    where s.unit_id = $1 and s.id = d.sheet_id`,
);

const keyOf = (sheet: string, item: string): string => `${sheet} ${item}`;

/** The figure of a stored row; yes and no are stored as 1 and 0. */
export function figureOfRow(
  { state, value, reason }: Pick<FigureRow, 'state' | 'value' | 'reason'>,
  isYesNo: boolean,
): Figure {
  switch (state) {
    case 'given':
      return { state, value: isYesNo ? value === 1 : value! };
    case 'not_applicable':
      return { state, reason: reason ?? '' };
    default:
      return { state };
  }
}

interface Written {
  readonly operation: CellOperation;
  readonly revision: number;
  readonly before: StoredCell | undefined;
}

interface Recorded {
  readonly operation: CellOperation;
  readonly outcome: 'saved' | 'conflict';
  readonly revision: number;
}

/** One request's operations, judged one after another against what is stored and what those before them left. */
class Judging {
  readonly outcomes: CellOutcome[] = [];
  readonly written: Written[] = [];
  readonly recorded: Recorded[] = [];
  readonly #cells: Map<string, StoredCell>;
  readonly #known: Map<string, Omit<OperationRow, 'id'>>;

  constructor(
    readonly faultOfPlace: (operation: CellOperation) => CellFault | null,
    cells: Map<string, StoredCell>,
    known: Map<string, Omit<OperationRow, 'id'>>,
  ) {
    this.#cells = cells;
    this.#known = known;
  }

  judge(operation: CellOperation): void {
    this.outcomes.push(this.#outcomeOf(operation));
  }

  #outcomeOf(operation: CellOperation): CellOutcome {
    const { id, sheet, item } = operation;
    const refused = (fault: CellFault): CellOutcome => ({ id, outcome: 'refused', fault });
    const key = keyOf(sheet, item);
    const stored = this.#cells.get(key);
    const before = this.#known.get(id);
    if (before !== undefined) {
      if (before.sheet_id !== sheet || before.item !== item) return refused('id_taken');
      return before.outcome === 'saved'
        ? { id, outcome: 'saved', revision: before.revision }
        : { id, outcome: 'conflict', stored: stored ?? NOTHING };
    }
    const fault = this.faultOfPlace(operation);
    if (fault !== null) return refused(fault);
    const seen = this.#revisionSeen(operation);
    if (seen === null) return refused('out_of_order');
    switch (judgeOperation(operation, stored, seen)) {
      case 'keep':
        return this.#record(operation, 'saved', stored?.revision ?? 0);
      case 'write': {
        const revision = (stored?.revision ?? 0) + 1;
        this.written.push({ operation, revision, before: stored });
        this.#cells.set(key, { figure: operation.figure, comment: operation.comment, revision });
        return this.#record(operation, 'saved', revision);
      }
      case 'conflict':
        return this.#record(operation, 'conflict', stored?.revision ?? 0);
    }
  }

  /** What the author of an operation saw, as a revision; null when the operation before it has not come yet. */
  #revisionSeen({ after, seenRevision, sheet, item }: CellOperation): number | null {
    if (after === null) return seenRevision;
    const before = this.#known.get(after);
    if (before === undefined || before.sheet_id !== sheet || before.item !== item) return null;
    // One that met with a conflict was not written: its author has seen no more than the conflict shows.
    return before.outcome === 'saved' ? before.revision : seenRevision;
  }

  #record(operation: CellOperation, outcome: 'saved' | 'conflict', revision: number): CellOutcome {
    const { id, sheet, item } = operation;
    this.recorded.push({ operation, outcome, revision });
    this.#known.set(id, { sheet_id: sheet, item, outcome, revision });
    return outcome === 'saved'
      ? { id, outcome, revision }
      : { id, outcome, stored: this.#cells.get(keyOf(sheet, item)) ?? NOTHING };
  }
}

const NOTHING: StoredCell = { figure: { state: 'no_data' }, comment: null, revision: 0 };

const storedValue = (figure: Figure | undefined): number | null =>
  figure?.state === 'given' ? Number(figure.value) : null;
const reasonOf = (figure: Figure): string | null =>
  figure.state === 'not_applicable' ? figure.reason : null;

/**
 * Stores changes of cells, each by itself: one that cannot be stored hinders no other. What was done before under the
 * same id is answered as then and not done again. Judged and written in the order given.
 * @param operations at most {@link MOST_OPERATIONS}, of sheets of the sender's unit; what the sender may not know of is
 * refused as `unknown_cell`
 * @returns an outcome for each, in the same order
 * @throws RangeError when there are more
 */
export async function saveCells(
  context: CollectionContext,
  sender: Filler,
  operations: readonly CellOperation[],
  way: Way,
): Promise<CellOutcome[]> {
  if (operations.length > MOST_OPERATIONS) throw new RangeError(`More than ${MOST_OPERATIONS} operations`);
  if (operations.length === 0) return [];
  return withScope(context.database, sender, (scope) => saveIn(scope, context, sender, operations, way));
}

/** As {@link saveCells}, within the transaction of another deed of this feature. */
export async function saveIn(
  scope: Scope,
  { clock, standards }: CollectionContext,
  sender: Filler,
  operations: readonly CellOperation[],
  way: Way,
): Promise<CellOutcome[]> {
  const unit = sender.unit.id;
  const ofSheets = [...new Set(operations.map(({ sheet }) => sheet))];
  const sheets = new Map((await lockSheets(scope, unit, ofSheets)).map((row) => [row.id, row]));
  const ids = operations.flatMap(({ id, after }) => (after === null ? [id] : [id, after]));
  const known = await scope.run(knownOperations, [unit, ids]);
  const figures = await scope.run(figuresOfCells, [
    unit,
    operations.map(({ sheet }) => sheet),
    operations.map(({ item }) => item),
  ]);

  const itemIn = (sheet: LockedSheet, key: string) => {
    const entry = sheet.items.includes(key) ? standards.get(sheet.standard_id, sheet.standard_version) : null;
    return entry === null ? null : itemOf(entry.standard, key);
  };
  const cells = new Map(
    figures.flatMap((row) => {
      const sheet = sheets.get(row.sheet_id);
      const item = sheet === undefined ? null : itemIn(sheet, row.item);
      if (item === null) return [];
      const figure = figureOfRow(row, item.collection.asked === 'yes_no');
      return [[keyOf(row.sheet_id, row.item), { figure, comment: row.comment, revision: row.revision }]];
    }),
  );
  const faultOfPlace = ({ sheet: id, item: key, figure, comment }: CellOperation): CellFault | null => {
    const sheet = sheets.get(id);
    if (sheet === undefined) return 'unknown_cell';
    const place = { id: sheet.place_id, organisationId: sheet.organisation_id };
    if (!maySeeSheet(sender, unit, sheet.level, place)) return 'unknown_cell';
    const item = itemIn(sheet, key);
    if (item === null) return 'unknown_cell';
    const standing = standingToSheet(sender, unit, place);
    if (!sheetDeeds(sheet.state, sheet.round_open, standing).has('save')) return 'locked';
    return faultOfFigure(item, figure) ?? faultOfRemark(comment);
  };

  const judging = new Judging(faultOfPlace, cells, new Map(known.map(({ id, ...row }) => [id, row])));
  for (const operation of operations) judging.judge(operation);
  if (judging.recorded.length > 0) {
    const at = clock.now();
    write(scope, unit, sender, way, judging, at);
    // Which sheets is in the history: a workbook brings thousands.
    const itemsByRound = new Map<string, Set<string>>();
    for (const { operation } of judging.written) {
      const round = sheets.get(operation.sheet)!.round_id;
      itemsByRound.set(round, (itemsByRound.get(round) ?? new Set()).add(operation.item));
    }
    for (const [id, items] of itemsByRound)
      recordAudit(scope, unit, at, {
        deed: 'saveCells',
        object: { kind: 'collection_round', id },
        fields: [...items],
      });
  }
  return judging.outcomes;
}

/**
 * An array as PostgreSQL reads it, of ids, keys of items, states and numbers, in which nothing needs to be quoted. The
 * driver looks at every sign of every element, which for a workbook takes longer than storing it.
 */
const plainArray = (values: readonly (string | number | null)[]): string =>
  `{${values.map((value) => value ?? 'NULL').join(',')}}`;

function write(
  scope: Scope,
  unit: UnitId,
  sender: Filler,
  way: Way,
  { written, recorded }: Judging,
  at: Date,
): void {
  scope.send(writeCells, [
    unit,
    plainArray(written.map(({ operation }) => operation.sheet)),
    plainArray(written.map(({ operation }) => operation.item)),
    plainArray(written.map(({ operation }) => operation.figure.state)),
    plainArray(written.map(({ operation }) => storedValue(operation.figure))),
    written.map(({ operation }) => reasonOf(operation.figure)),
    written.map(({ operation }) => operation.comment),
    plainArray(written.map(({ revision }) => revision)),
    plainArray(written.map(({ before }) => before?.figure.state ?? null)),
    plainArray(written.map(({ before }) => storedValue(before?.figure))),
    sender.kind === 'person' ? sender.personId : sender.linkId,
    way,
    at,
    plainArray(recorded.map(({ operation }) => operation.id)),
    plainArray(recorded.map(({ operation }) => operation.sheet)),
    plainArray(recorded.map(({ operation }) => operation.item)),
    plainArray(recorded.map(({ outcome }) => outcome)),
    plainArray(recorded.map(({ revision }) => revision)),
    recorded.map(({ operation, outcome }) =>
      outcome === 'conflict' ? JSON.stringify(operation.figure) : null,
    ),
    recorded.map(({ operation, outcome }) => (outcome === 'conflict' ? operation.comment : null)),
  ]);
}
