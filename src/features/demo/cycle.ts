import {
  type Criterion,
  type Figures,
  inputsOfCriterion,
  isWildChange,
  NOT_DUE,
  score,
} from '../../domain/scoring/index.ts';
import type { CycleId, OrganisationId, PersonId } from '../../platform/database/index.ts';
import type { CatalogueEntry } from '../standards/index.ts';
import { demoId } from './demo-id.ts';
import type { DemoStage } from './plan.ts';
import { type Random, randomFor } from './random.ts';
import { type DemoStaff, INVENTED_BASIS, type Row } from './rows.ts';
import { type DemoCriterion, statesOf } from './states.ts';

/** The rows of one cycle. */
export interface DemoCycle {
  readonly cycle: Row<'cycle'>;
  readonly criteria: Row<'cycle_criterion'>[];
  readonly figures: Row<'figure'>[];
  readonly changes: Row<'figure_change'>[];
  readonly events: Row<'criterion_event'>[];
  readonly summary: Row<'cycle_summary'>;
}

export interface DemoCycleWishes {
  readonly unitCode: string;
  readonly staff: DemoStaff;
  readonly standard: CatalogueEntry;
  readonly year: number;
  readonly stage: DemoStage;
  /** All figures of the year; how many of them have been entered follows from the stage. */
  readonly figures: Figures;
  readonly previous: Figures;
  /** The last day on which something may have happened, YYYY-MM-DD. */
  readonly lastDay: string;
}

export const NO_YEAR_BEFORE: Figures = {};

const WILD_CHANGE_NOTE = 'Số liệu mô phỏng: thay đổi lớn so với năm trước.';
const CORRECTION_NOTE = 'Số liệu mô phỏng: đã đối chiếu lại với sổ theo dõi.';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** One cycle at its stage, with the history that led there. */
export function demoCycle(wishes: DemoCycleWishes): DemoCycle {
  const { unitCode, staff, year, stage, previous } = wishes;
  const { standard, scorer } = wishes.standard;
  const random = randomFor('cycle', unitCode, year);
  const states = statesOf(
    stage,
    standard.criteria.map(({ number }) => number),
    random,
  );
  const opened = new Date(Date.parse(`${wishes.lastDay}T01:00:00Z`) - 60 * DAY);
  const id = demoId<CycleId>(opened, 'cycle', unitCode, year);
  const writer = new CycleWriter(wishes, id, random, opened);
  // Complete criteria first: a figure that an unfinished one shares with them is then there.
  const stateOf = (criterion: Criterion) => states.get(criterion.number)!;
  const inOrder = [...standard.criteria].sort((a, b) => stateOf(b).entered - stateOf(a).entered);
  for (const criterion of inOrder) writer.write(criterion, stateOf(criterion));
  const assessment = score(scorer, {
    figures: writer.entered,
    previous,
    territoryClass: staff.territoryClass,
  });
  return {
    cycle: {
      unit_id: staff.unitId,
      id,
      year,
      standard_id: standard.id,
      standard_version: standard.version,
      territory_class: staff.territoryClass,
      class_basis: INVENTED_BASIS,
      revision: writer.savings,
      created_at: opened,
    },
    criteria: writer.criteria,
    figures: writer.figures,
    changes: writer.changes,
    events: writer.events,
    summary: {
      unit_id: staff.unitId,
      cycle_id: id,
      year,
      verdict: assessment.verdict,
      total: assessment.total,
      least: assessment.least,
      most: assessment.most,
      threshold: assessment.threshold,
      maximum: assessment.maximum,
      points: assessment.criteria.map(({ points }) => points),
      disqualifying_zeros: assessment.criteria.flatMap((one) => (one.disqualifyingZero ? [one.number] : [])),
      provisional: assessment.provisional.length > 0,
      updated_at: writer.lastChange,
    },
  };
}

/** Writes down criterion after criterion; a figure that several criteria use is entered with the first of them. */
class CycleWriter {
  readonly criteria: Row<'cycle_criterion'>[] = [];
  readonly figures: Row<'figure'>[] = [];
  readonly changes: Row<'figure_change'>[] = [];
  readonly events: Row<'criterion_event'>[] = [];
  readonly entered: Record<string, Figures[string]> = {};
  savings = 0;
  lastChange: Date;

  constructor(
    private readonly wishes: DemoCycleWishes,
    private readonly cycleId: CycleId,
    private readonly random: Random,
    private readonly opened: Date,
  ) {
    this.lastChange = opened;
  }

  write(criterion: Criterion, demo: DemoCriterion): void {
    const { staff, unitCode, year } = this.wishes;
    const officer = staff.officerOf(criterion.defaultOwner);
    // Every criterion begins on a day of its own, and is handed in and judged on later ones.
    const begun = this.after(this.opened, 2, 30);
    const saved = this.enter(criterion, demo, officer, begun);
    let changedAt: Date | null = demo.state === 'not_started' ? null : saved;
    const happens = (
      kind: Row<'criterion_event'>['kind'],
      at: Date,
      person: PersonId,
      reason: string | null,
    ) => {
      this.events.push({
        unit_id: staff.unitId,
        id: demoId<string>(at, 'event', unitCode, year, criterion.number, kind),
        cycle_id: this.cycleId,
        number: criterion.number,
        kind,
        reason,
        person_id: person,
        happened_at: at,
      });
      changedAt = at;
    };
    if (demo.state === 'handed_in' || demo.state === 'accepted' || demo.state === 'returned') {
      const handedIn = this.after(saved, 1, 6);
      happens('handed_in', handedIn, officer, null);
      if (demo.state === 'accepted') happens('accepted', this.after(handedIn, 1, 5), staff.leader, null);
      if (demo.state === 'returned')
        happens('returned', this.after(handedIn, 1, 5), staff.leader, demo.returnedReason);
    }
    this.criteria.push({
      unit_id: staff.unitId,
      id: demoId<string>(this.opened, 'criterion', unitCode, year, criterion.number),
      cycle_id: this.cycleId,
      number: criterion.number,
      organisation_id: organisationOf(staff, criterion.defaultOwner),
      due_date: `${year}-${criterion.defaultDue}`,
      state: demo.state,
      returned_reason: demo.returnedReason,
      state_changed_at: changedAt,
      revision: demo.state === 'not_started' ? 0 : 1,
    });
  }

  /** Enters the criterion's figures as far as they have come; gives the instant of the last saving. */
  private enter(criterion: Criterion, demo: DemoCriterion, officer: PersonId, begun: Date): Date {
    const inputs = inputsOfCriterion(criterion).filter((input) => this.entered[input] === undefined);
    const count = Math.ceil(inputs.length * demo.entered);
    if (demo.entered > 0) this.savings++;
    let last = begun;
    for (const [place, input] of inputs.entries()) {
      // Begun but unfinished: the rest of it is marked as not yet due.
      if (place >= count && demo.state !== 'in_work') continue;
      const at = this.save(input, place < count ? this.wishes.figures[input]! : NOT_DUE, officer, begun);
      if (at > last) last = at;
    }
    if (last > this.lastChange) this.lastChange = last;
    return last;
  }

  private save(input: string, figure: Figures[string], officer: PersonId, begun: Date): Date {
    const { staff, unitCode, year, previous } = this.wishes;
    const value = figure.state === 'given' ? Number(figure.value) : null;
    const before = previous[input];
    const isCount = figure.state === 'given' && typeof figure.value === 'number';
    const wild =
      isCount &&
      before?.state === 'given' &&
      typeof before.value === 'number' &&
      isWildChange(value!, before.value);
    const corrected = isCount && value! > 20 && this.random.chance(0.08);
    const first = corrected ? value! - this.random.between(1, 5) : value;
    const history: { value: number | null; note: string | null; at: Date }[] = [
      { value: first, note: wild ? WILD_CHANGE_NOTE : null, at: begun },
    ];
    if (corrected) history.push({ value, note: CORRECTION_NOTE, at: this.after(begun, 1, 3) });
    for (const [place, step] of history.entries())
      this.changes.push({
        unit_id: staff.unitId,
        id: demoId<string>(step.at, 'change', unitCode, year, input, place),
        cycle_id: this.cycleId,
        input,
        revision: place + 1,
        from_state: place === 0 ? null : figure.state,
        from_value: place === 0 ? null : history[place - 1]!.value,
        to_state: figure.state,
        to_value: step.value,
        reason: null,
        note: step.note,
        person_id: officer,
        changed_at: step.at,
      });
    const { note, at } = history.at(-1)!;
    this.figures.push({
      unit_id: staff.unitId,
      id: demoId<string>(begun, 'figure', unitCode, year, input),
      cycle_id: this.cycleId,
      input,
      state: figure.state,
      value,
      reason: null,
      note,
      revision: history.length,
      changed_by: officer,
      changed_at: at,
    });
    this.entered[input] = figure;
    return at;
  }

  /** Some days later, at an hour of work. */
  private after(instant: Date, least: number, most: number): Date {
    const day = Math.floor(instant.getTime() / DAY) + this.random.between(least, most);
    // 01:00 to 09:59 in UTC is 08:00 to 16:59 in Vietnam.
    return new Date(day * DAY + 60 * MINUTE + this.random.between(0, 539) * MINUTE);
  }
}

function organisationOf(staff: DemoStaff, kind: string): OrganisationId {
  return staff.organisations.get(kind) ?? staff.organisations.get('culture_society')!;
}
