import {
  type DutyPeriod,
  type PlanContent,
  type PlanDeadline,
  type PlanItem,
  type PlanPart,
  type PlanSection,
  REQUESTED_KINDS,
  type UnitKind,
} from '../../domain/plan/index.ts';
import type { OrganisationId } from '../../platform/database/index.ts';
import type { Organisation } from '../people/index.ts';
import { itemsOf } from './content-changes.ts';
import type { WorkChoices } from './queries.ts';

/** The kind of organisation that does what a plan gives to a kind of unit; all others are for a person to decide. */
const ORGANISATION_OF: Readonly<Partial<Record<UnitKind, string>>> = {
  culture_society_dept: 'culture_society',
  office_council_committee: 'council_committee_office',
  justice_civil_status_officer: 'council_committee_office',
  economy_dept: 'economy',
  police: 'police',
  health_station: 'health_station',
  schools: 'schools',
  public_service_center: 'public_service_centre',
  public_administration_center: 'public_administration_centre',
  fatherland_front: 'fatherland_front',
  youth_union: 'youth_union',
  womens_union: 'womens_union',
  village_heads: 'villages',
};

/** Units that are many: whoever leads, the others take part. */
const MANY: ReadonlySet<UnitKind> = new Set(['all_units', 'departments_and_unions', 'commune_committees']);

/** A place of the plan that leaves open who does the work. */
export interface OpenPlace {
  /** Of the part or the item. */
  readonly id: string;
  readonly kind: 'part' | 'item';
  readonly section: PlanSection;
  readonly part: PlanPart;
  /** The one item; null for a whole part. */
  readonly item: PlanItem | null;
  /** Null while nobody has been chosen. */
  readonly leadId: OrganisationId | null;
  readonly together: boolean;
}

/** A task as the plan and the choices of the planning officer make it. */
export interface WorkTask {
  readonly itemId: string;
  readonly text: string;
  readonly form: 'order' | 'request';
  readonly leadId: OrganisationId;
  readonly partnerIds: readonly OrganisationId[];
  readonly criteria: readonly number[];
  readonly deadlines: readonly PlanDeadline[];
  readonly recurrence: DutyPeriod | null;
}

/** What a plan comes to when it is put to work. */
export interface Work {
  readonly tasks: readonly WorkTask[];
  /** Where somebody must still say who does it. */
  readonly open: readonly OpenPlace[];
  /** Measures that can be taken as tasks of the planning officer's organisation. */
  readonly measures: readonly {
    readonly section: PlanSection;
    readonly item: PlanItem;
    readonly taken: boolean;
  }[];
  /** Who answers for a target, by item; null where the plan does not say. */
  readonly ownerOfItem: (itemId: string) => OrganisationId | null;
  /** Organisations by criterion, as the plan gives them. */
  readonly owners: ReadonlyMap<number, OrganisationId>;
}

export const NO_CHOICES: WorkChoices = { leads: {}, together: [], taken: [], givesCriteria: false };

/**
 * The tasks of a plan: what its assignments give, what its reporting section wants by a day or again and again, and the
 * measures that the planning officer takes. A person's choice goes before what the plan says.
 */
export function workOf(
  content: PlanContent,
  choices: WorkChoices,
  organisations: readonly Organisation[],
): Work {
  const byKind = new Map(organisations.map(({ kind, id }) => [kind, id]));
  const isRequested = (id: OrganisationId) =>
    organisations.some((one) => one.id === id && REQUESTED_KINDS.has(one.kind as UnitKind));
  const known = new Set(organisations.map(({ id }) => id));
  const chosen = (id: string): OrganisationId | null => {
    const lead = choices.leads[id];
    return lead !== undefined && known.has(lead) ? lead : null;
  };
  const planner = byKind.get('culture_society') ?? null;
  const named = (part: PlanPart): OrganisationId | null => {
    const kind = part.assignee && ORGANISATION_OF[part.assignee.unitKind];
    return kind ? (byKind.get(kind) ?? null) : null;
  };
  const tasks: WorkTask[] = [];
  const open: OpenPlace[] = [];
  const leads = new Map<string, OrganisationId>();
  const owners = new Map<number, OrganisationId>();
  const addTask = (part: PlanPart, item: PlanItem, leadId: OrganisationId, place: string) => {
    const together = choices.together.includes(place);
    leads.set(item.id, leadId);
    for (const criterion of item.criteria) owners.set(criterion, leadId);
    tasks.push({
      itemId: item.id,
      text: item.text,
      // Also where the paper is silent or orders, and somebody chose the Front.
      form: part.assignee?.request || isRequested(leadId) ? 'request' : 'order',
      leadId,
      partnerIds: together ? organisations.map(({ id }) => id).filter((id) => id !== leadId) : [],
      criteria: item.criteria,
      deadlines: item.deadlines,
      recurrence: item.recurrence,
    });
  };
  for (const section of content.sections) {
    if (section.role === 'assignments')
      for (const part of section.parts) {
        if (part.items.length === 0) continue;
        const byPlan = named(part);
        const lead = chosen(part.id) ?? byPlan;
        if (byPlan === null) {
          const many = part.assignee !== null && MANY.has(part.assignee.unitKind);
          const together = choices.together.includes(part.id) || (lead === null && many);
          open.push({ id: part.id, kind: 'part', section, part, item: null, leadId: lead, together });
        }
        if (lead !== null) for (const item of part.items) addTask(part, item, lead, part.id);
      }
    if (section.role === 'reporting')
      for (const part of section.parts)
        for (const item of part.items) {
          if (item.deadlines.length === 0 && item.recurrence === null) continue;
          const lead = chosen(item.id) ?? named(part) ?? planner;
          const together = choices.together.includes(item.id) || choices.leads[item.id] === undefined;
          open.push({ id: item.id, kind: 'item', section, part, item, leadId: lead, together });
          if (lead !== null) addTask(part, item, lead, item.id);
        }
  }
  const measures = itemsOf(content)
    .filter(({ section }) => section.role === 'measures')
    .map(({ section, part, item }) => {
      const taken = choices.taken.includes(item.id);
      const lead = named(part) ?? planner;
      if (taken && lead !== null) addTask(part, item, lead, item.id);
      return { section, item, taken };
    });
  return { tasks, open, measures, owners, ownerOfItem: (itemId) => leads.get(itemId) ?? null };
}
