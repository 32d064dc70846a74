import type { RoundLevel, SheetState } from '../../../domain/collection/index.ts';
import type { Figure, FigureState } from '../../../domain/scoring/index.ts';
import { type OrganisationId, prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';

/** A change of a cell that met with another one: both values, for a person to decide. */
export interface Conflict {
  /** The operation that was not written. */
  readonly operationId: string;
  readonly sheetId: string;
  readonly sheetState: SheetState;
  readonly roundId: string;
  readonly level: RoundLevel;
  readonly placeId: string;
  readonly placeType: string;
  readonly placeName: string;
  readonly organisationId: OrganisationId | null;
  /** Key of the item. */
  readonly item: string;
  readonly sent: Figure;
  readonly sentComment: string | null;
  /** A person's name, or whom the link of a village was given to. */
  readonly sentBy: string;
  /** ISO 8601. */
  readonly receivedAt: string;
  readonly stored: StoredRow | null;
}

interface StoredRow {
  readonly state: FigureState;
  readonly value: number | null;
  readonly reason: string | null;
  readonly comment: string | null;
  readonly revision: number;
  readonly changedBy: string;
  /** ISO 8601. */
  readonly changedAt: string;
}

/** The name of who changed something, given the column of ids: a person's, or whom a village's link was given to. */
export const nameOfSender = (unit: string, id: string): string =>
  `coalesce((select p.name from person p where p.unit_id = ${unit} and p.id = ${id}),
            (select l.given_to from place_link l where l.unit_id = ${unit} and l.id = ${id}), '')`;

/** No list of conflicts is longer; the next ones appear as the first are decided. */
export const MOST_CONFLICTS = 50;

const conflicts = `select o.id as "operationId", o.sheet_id as "sheetId", s.state as "sheetState", s.round_id as "roundId", r.level, s.place_id as "placeId",
          p.type as "placeType", p.name as "placeName", p.organisation_id as "organisationId", o.item, o.figure as sent,
          o.comment as "sentComment", ${nameOfSender('o.unit_id', 'o.sent_by')} as "sentBy",
          to_json(o.received_at)#>>'{}' as "receivedAt",
          (select json_build_object('state', f.state, 'value', f.value, 'reason', f.reason, 'comment', f.comment,
                                    'revision', f.revision, 'changedBy', ${nameOfSender('f.unit_id', 'f.changed_by')},
                                    'changedAt', f.changed_at)
             from collected_figure f
            where f.unit_id = o.unit_id and f.sheet_id = o.sheet_id and f.item = o.item) as stored
     from collection_sheet s
     join collection_round r on r.unit_id = s.unit_id and r.id = s.round_id
     join place p on p.unit_id = s.unit_id and p.id = s.place_id
     join cell_operation o on o.unit_id = s.unit_id and o.sheet_id = s.id and o.outcome = 'conflict' and o.decided_at is null
    where s.unit_id = $1`;

/** Exported for the test of its plan. */
export const conflictsOfRound = prepared<Conflict>(
  'collection_conflicts_of_round',
  `${conflicts} and s.round_id = $2 and ($3::uuid[] is null or p.organisation_id = any ($3))
    order by o.id limit ${MOST_CONFLICTS}`,
);
const conflictsOfSheet = prepared<Conflict>(
  'collection_conflicts_of_sheet',
  `${conflicts} and s.id = $2 order by o.id limit ${MOST_CONFLICTS}`,
);
const conflictById = prepared<Conflict>('collection_conflict_by_id', `${conflicts} and o.id = $2`);

/**
 * The conflicts of a round or of a sheet that nobody has decided, the earliest first; at most {@link MOST_CONFLICTS}.
 * @param organisations of a round: as `organisationsSeenBy` says; null for all places
 */
export function undecidedConflicts(
  scope: Scope,
  unit: UnitId,
  of: { readonly round: string } | { readonly sheet: string },
  organisations: readonly OrganisationId[] | null = null,
): Promise<Conflict[]> {
  return 'round' in of
    ? scope.run(conflictsOfRound, [unit, of.round, organisations])
    : scope.run(conflictsOfSheet, [unit, of.sheet]);
}

const sheetsWithConflicts = prepared<{ id: string }>(
  'sheets_with_undecided_conflicts',
  `select distinct sheet_id as id from cell_operation
    where unit_id = $1 and sheet_id = any($2) and outcome = 'conflict' and decided_at is null`,
);

/** Those of the sheets of which a value waits for a decision. */
export async function sheetsToDecide(
  scope: Scope,
  unit: UnitId,
  sheets: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set((await scope.run(sheetsWithConflicts, [unit, sheets])).map(({ id }) => id));
}

/** One conflict that waits for a decision; undefined when there is none of this id, or it is decided. */
export async function findConflict(
  scope: Scope,
  unit: UnitId,
  operation: string,
): Promise<Conflict | undefined> {
  return (await scope.run(conflictById, [unit, operation]))[0];
}
