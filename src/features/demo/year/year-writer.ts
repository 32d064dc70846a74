import { addDays } from '../../../domain/calendar/index.ts';
import type { OrganisationId, PersonId } from '../../../platform/database/index.ts';
import type { DemoUnitSource } from '../content.ts';
import { demoId } from '../demo-id.ts';
import { randomFor } from '../random.ts';
import type { DemoContent, DemoStaff, DemoTable, Row } from '../rows.ts';

/** The tables whose rows have an identifier beside their unit. */
type YearTable = Exclude<
  DemoTable,
  'unit' | 'identity.user' | 'identity.account' | 'cycle_criterion' | 'figure' | 'cycle_summary' | FigureTable
>;
type FigureTable = 'collected_figure' | 'collected_figure_change';

/** Adds rows to the years of one unit; ids and hours follow from what they stand for. */
export class YearWriter {
  constructor(
    private readonly content: DemoContent,
    readonly unit: DemoUnitSource,
    readonly staff: DemoStaff,
    /** Today, YYYY-MM-DD. */
    readonly day: string,
  ) {}

  /** @param subject what tells the row from all others of its table and unit @returns its id */
  add<Table extends YearTable>(
    table: Table,
    subject: string,
    at: Date,
    row: Omit<Row<Table>, 'unit_id' | 'id'>,
  ): string {
    const rows: object[] = this.content[table];
    // Ids sort by their time: what happens at one instant stays in the order in which it is added.
    const id = demoId<string>(new Date(at.getTime() + rows.length), table, this.unit.code, subject);
    rows.push({ unit_id: this.staff.unitId, id, ...row });
    return id;
  }

  /** A row that its sheet and item tell from all others: it has no id. */
  addFigure<Table extends FigureTable>(table: Table, row: Omit<Row<Table>, 'unit_id'>): void {
    const rows: object[] = this.content[table];
    rows.push({ unit_id: this.staff.unitId, ...row });
  }

  /** The last day on which something may have happened. */
  get yesterday(): string {
    return addDays(this.day, -1);
  }

  /** So many days before today. */
  ago(days: number): string {
    return addDays(this.day, -days);
  }

  /** The day itself, or yesterday where that is not over yet. */
  past(day: string): string {
    return day < this.day ? day : this.yesterday;
  }

  /** An hour of work on a day: 01:00 to 08:59 in UTC is 08:00 to 15:59 in Vietnam. */
  on(day: string, subject: string): Date {
    const minutes = randomFor('hour', this.unit.code, subject).between(0, 479);
    return new Date(Date.parse(`${this.past(day)}T01:00:00Z`) + minutes * 60_000);
  }

  /** @throws Error for a kind that the unit does not have */
  organisation(kind: string): OrganisationId {
    const id = this.staff.organisations.get(kind);
    if (id === undefined)
      throw new Error(`The sample has no organisation of kind ${kind} in ${this.unit.code}.`);
    return id;
  }

  officer(kind: string): PersonId {
    return this.staff.officerOf(kind);
  }

  get planner(): PersonId {
    return this.staff.officerOf('culture_society');
  }
}
