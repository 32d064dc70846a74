import type { Block } from './blocks.ts';
import type { DoubtCode, ReadAssignment, ReadTask } from './reading.ts';
import type { UnitKind } from './unit-kind.ts';
import type { UnitLead } from './units.ts';

/** Where something stands, and what is doubtful there. */
export type Place = Pick<Block, 'from' | 'to' | 'doubts'>;

export interface OpenAssignment {
  readonly unit: string;
  readonly unitKind: UnitKind;
  readonly request: boolean;
  readonly tasks: ReadTask[];
  readonly from: number;
  to: number;
  /** Other organisations are named below it ("1. UBND phường", "1.1. Công chức …"). */
  readonly container: boolean;
  readonly doubts: readonly DoubtCode[];
}

const ALWAYS_ASKED: readonly UnitKind[] = ['fatherland_front', 'youth_union', 'womens_union'];

/** The organisations that are given work, in the order of the paper. */
export class Assignments {
  readonly #all: OpenAssignment[] = [];

  get last(): OpenAssignment | undefined {
    return this.#all.at(-1);
  }

  open(
    place: Place,
    { unit, unitKind, request: asked }: Pick<UnitLead, 'unit' | 'unitKind' | 'request'>,
    { request = false, container = false } = {},
  ): OpenAssignment {
    const open: OpenAssignment = {
      unit,
      unitKind,
      request: request || asked || ALWAYS_ASKED.includes(unitKind),
      tasks: [],
      from: place.from,
      to: place.to,
      container,
      doubts: unitKind === 'other' ? [...place.doubts, 'unit_unknown'] : place.doubts,
    };
    this.#all.push(open);
    return open;
  }

  /** All of them, but those that only hold others. */
  closed(): readonly ReadAssignment[] {
    return this.#all
      .filter(({ tasks, container }) => tasks.length > 0 || !container)
      .map(({ from, to, container, ...rest }) => ({ ...rest, lines: { from, to } }));
  }
}
