import {
  addColumns,
  type ColumnSum,
  EMPTY_COLUMN,
  type Item,
  sumOfColumn,
  totalOfColumn,
} from '../../../../domain/collection/index.ts';
import {
  type Assessment,
  type AssessmentInput,
  compileStandard,
  type Figure,
  rescore,
  type Scorer,
  score,
} from '../../../../domain/scoring/index.ts';
import type { GridModel } from './model.ts';
import type { FigureGridProps } from './props.ts';

/** A column of the grid with its total over all pages. */
export interface ColumnTotal extends ColumnSum {
  readonly figure: Figure;
}

/** What the columns come to, and what that does to the score; only what has changed is worked out again. */
export class Totals {
  readonly #model: GridModel;
  readonly #items: readonly Item[];
  #props: FigureGridProps;
  #scorer: Scorer | null = null;
  #before: Assessment | null = null;
  #now: Assessment | null = null;
  readonly #figures: Record<string, Figure> = {};

  constructor(props: FigureGridProps, model: GridModel, items: readonly Item[]) {
    this.#props = props;
    this.#model = model;
    this.#items = items;
    for (const input of props.cycle?.counted ?? [])
      this.#figures[input] = { state: 'given', value: props.cycle!.places };
  }

  /** The rows as they are now, and what other pages come to. */
  replace(rows: FigureGridProps['rows'], elsewhere: FigureGridProps['elsewhere'] | null): void {
    this.#props = { ...this.#props, rows, elsewhere: elsewhere ?? this.#props.elsewhere };
  }

  column(place: number): ColumnTotal {
    const item = this.#items[place]!;
    const { rows, elsewhere } = this.#props;
    const here = sumOfColumn(
      rows.map(({ sheet, asked }) =>
        asked === null || asked.includes(item.key)
          ? this.#model.cell({ sheet, item: item.key }).figure
          : undefined,
      ),
    );
    const all = addColumns(here, elsewhere[item.key] ?? EMPTY_COLUMN);
    return { ...all, figure: totalOfColumn(item, all) };
  }

  /**
   * The score of the criteria concerned, before and with the totals.
   * @param columns what has changed since the last time
   * @returns null where there is no self-assessment of the year
   */
  score(
    columns: ReadonlyMap<number, ColumnTotal>,
  ): { readonly before: Assessment; readonly now: Assessment } | null {
    const { cycle, standard } = this.#props;
    if (cycle === null || standard.criteria.length === 0) return null;
    const changed = new Set<string>();
    for (const [place, { figure }] of columns) {
      const item = this.#items[place]!;
      if (item.part !== null) continue;
      changed.add(item.input);
      if (figure.state === 'given') this.#figures[item.input] = figure;
      else delete this.#figures[item.input];
    }
    const { previous, territoryClass } = cycle;
    const input: AssessmentInput = {
      figures: { ...cycle.figures, ...this.#figures },
      previous,
      territoryClass,
    };
    this.#scorer ??= compileStandard(standard);
    this.#before ??= score(this.#scorer, { figures: cycle.figures, previous, territoryClass });
    this.#now =
      this.#now === null ? score(this.#scorer, input) : rescore(this.#scorer, this.#now, changed, input);
    return { before: this.#before, now: this.#now };
  }
}
