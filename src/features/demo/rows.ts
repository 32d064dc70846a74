import type { Insertable } from 'kysely';
import type { OrganisationId, PersonId, Tables, UnitId } from '../../platform/database/index.ts';

/** What the class of every unit of the sample rests on. */
export const INVENTED_BASIS = 'Giả định của dữ liệu mẫu, không dựa trên quyết định nào';

/** A table of the sample and its row, as it is inserted. */
export type Row<Table extends keyof Tables> = Insertable<Tables[Table]>;

/** Every row of the sample, by table, in an order in which they can be inserted. */
export interface DemoContent {
  readonly unit: Row<'unit'>[];
  readonly document_setting: Row<'document_setting'>[];
  readonly organisation: Row<'organisation'>[];
  readonly 'identity.user': Row<'identity.user'>[];
  readonly 'identity.account': Row<'identity.account'>[];
  readonly person: Row<'person'>[];
  readonly membership: Row<'membership'>[];
  readonly cycle: Row<'cycle'>[];
  readonly cycle_criterion: Row<'cycle_criterion'>[];
  readonly figure: Row<'figure'>[];
  readonly figure_change: Row<'figure_change'>[];
  readonly criterion_event: Row<'criterion_event'>[];
  readonly cycle_summary: Row<'cycle_summary'>[];
}

/** A unit with its organisations and the people who can be named. */
export interface DemoStaff {
  readonly unitId: UnitId;
  readonly territoryClass: string;
  readonly organisations: ReadonlyMap<string, OrganisationId>;
  /** Whoever enters the figures of an organisation: its own officer, or the planning officer. */
  officerOf(organisationKind: string): PersonId;
  readonly leader: PersonId;
}
