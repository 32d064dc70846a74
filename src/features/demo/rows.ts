import type { Insertable } from 'kysely';
import type { OrganisationId, PersonId, Tables, UnitId } from '../../platform/database/index.ts';

/** What the class of every unit of the sample rests on. */
export const INVENTED_BASIS = 'Giả định của dữ liệu mẫu, không dựa trên quyết định nào';

/** A table of the sample and its row, as it is inserted. */
export type Row<Table extends keyof Tables> = Insertable<Tables[Table]>;

/** The tables of the sample, in an order in which their rows can be inserted. */
const DEMO_TABLES = [
  'unit',
  'document_setting',
  'organisation',
  'identity.user',
  'identity.account',
  'person',
  'membership',
  'cycle',
  'cycle_criterion',
  'figure',
  'figure_change',
  'criterion_event',
  'cycle_summary',
  'stored_file',
  'legal_document',
  'plan_reading',
  'plan',
  'plan_version',
  'target',
  'target_value',
  'task',
  'task_partner',
  'task_target',
  'task_occurrence',
  'task_event',
  'task_file',
  'difficulty',
  'work_check',
  'reminder',
  'holiday_change',
  'place',
  'place_change',
  'collection_round',
  'collection_sheet',
  'place_link',
  'collected_figure',
  'collected_figure_change',
  'collection_sheet_event',
  'evidence',
  'evidence_file',
  'evidence_use',
  'evidence_event',
  'activity',
  'activity_link',
  'activity_file',
  'attendance',
  'petition',
  'contribution',
  'fund_use',
  'commitment',
] as const satisfies readonly (keyof Tables)[];
export type DemoTable = (typeof DEMO_TABLES)[number];

/** Every row of the sample, by table; all rows of a table have the same columns. */
export type DemoContent = { readonly [Table in DemoTable]: Row<Table>[] };

export const noContent = (): DemoContent =>
  Object.fromEntries(DEMO_TABLES.map((table) => [table, []])) as unknown as DemoContent;

/** A unit with its organisations and the people who can be named. */
export interface DemoStaff {
  readonly unitId: UnitId;
  readonly territoryClass: string;
  readonly organisations: ReadonlyMap<string, OrganisationId>;
  /** Whoever enters the figures of an organisation: its own officer, or the planning officer. */
  officerOf(organisationKind: string): PersonId;
  readonly leader: PersonId;
}
