import { score } from '../../../domain/scoring/index.ts';
import {
  type CycleId,
  newId,
  type OrganisationId,
  type PersonActor,
  type Scope,
  sqlBuilder,
  type UnitId,
  withScope,
} from '../../../platform/database/index.ts';
import { inWrongState, notAllowed, notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { type CatalogueEntry, standardInForce } from '../../standards/index.ts';
import { mayPlan, maySeeYears } from '../policy.ts';
import { findCycles, findOrganisations } from '../queries.ts';
import type { AssessmentContext } from './context.ts';
import { writeSummary } from './summarise.ts';

/** A cycle about to be opened. */
export interface NewCycle {
  readonly unitId: UnitId;
  readonly year: number;
  readonly territoryClass: string;
  readonly classBasis: string;
  readonly standard: CatalogueEntry;
  /** The organisations of the unit by kind; a criterion goes to the kind that the standard names. */
  readonly organisations: ReadonlyMap<string, OrganisationId>;
}

/**
 * Writes a cycle with its criteria, each with the owner and the due date that the standard proposes.
 * Where the unit has no organisation of that kind, the culture and society organisation takes the criterion.
 */
export async function insertCycle(scope: Scope, cycle: NewCycle, at: Date): Promise<CycleId> {
  const id = newId<CycleId>();
  const { standard, scorer } = cycle.standard;
  const fallback = cycle.organisations.get('culture_society') ?? [...cycle.organisations.values()][0]!;
  await scope.rows(
    sqlBuilder.insertInto('cycle').values({
      unit_id: cycle.unitId,
      id,
      year: cycle.year,
      standard_id: standard.id,
      standard_version: standard.version,
      territory_class: cycle.territoryClass,
      class_basis: cycle.classBasis,
    }),
  );
  await scope.rows(
    sqlBuilder.insertInto('cycle_criterion').values(
      standard.criteria.map((criterion) => ({
        unit_id: cycle.unitId,
        id: newId<string>(),
        cycle_id: id,
        number: criterion.number,
        organisation_id: cycle.organisations.get(criterion.defaultOwner) ?? fallback,
        due_date: `${cycle.year}-${criterion.defaultDue}`,
      })),
    ),
  );
  const assessment = score(scorer, { figures: {}, previous: {}, territoryClass: cycle.territoryClass });
  writeSummary(scope, { unitId: cycle.unitId, id, year: cycle.year }, assessment, at);
  return id;
}

/**
 * Opens the self-assessment of a year, pinned to the standard in force at its end and to the unit's class.
 * Any year can be opened: last year's too, to enter the figures that this year's are compared with.
 */
export async function openCycle(
  context: AssessmentContext,
  actor: PersonActor,
  { unitCode, year }: { unitCode: string; year: number },
): Promise<void> {
  await withScope(context.database, actor, async (scope) => {
    const found = await findCycles(scope, unitCode);
    if (found === null) throw notFound();
    if (!mayPlan(actor, found.unit.id))
      throw maySeeYears(actor, found.unit.id) ? notAllowed('assessment.may-not-open') : notFound();
    if (found.cycles.some((cycle) => cycle.year === year))
      throw inWrongState('assessment.cycle-exists', `Kỳ đánh giá năm ${year} đã được mở.`);
    const standard = standardInForce(context.standards, `${year}-12-31`);
    const at = context.clock.now();
    const organisations = await findOrganisations(scope, found.unit.id, `${year}-12-31`);
    const id = await insertCycle(
      scope,
      {
        unitId: found.unit.id,
        year,
        territoryClass: found.territoryClass,
        classBasis: found.classBasis,
        standard,
        organisations: new Map(organisations.map((organisation) => [organisation.kind, organisation.id])),
      },
      at,
    );
    recordAudit(scope, found.unit.id, at, {
      deed: 'openCycle',
      object: { kind: 'cycle', id },
      fields: ['year', 'standard', 'class'],
    });
  });
}
