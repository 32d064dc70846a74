import { type FigureFound, figuresInText } from '../../domain/evidence/index.ts';
import { type Indicator, inputsOfMeasure, type Standard } from '../../domain/scoring/index.ts';
import type { Scope, UnitId } from '../../platform/database/index.ts';
import { findTexts, type UsedEvidence } from './queries.ts';

type Found = ReadonlyMap<string, readonly FigureFound[]>;

const NOTHING: Found = new Map();
/** Texts are read some at a time, so that their bytes are not all held at once. */
const TEXTS_AT_ONCE = 20;

/**
 * The figures that files speak of, each file read once: its text never changes, and what is found in it does not depend
 * on what was entered. Lost with the program, and found again.
 */
export class FoundFigures {
  readonly #known = new Map<string, Found>();
  readonly #most: number;

  /** @param most files remembered; the ones not asked for the longest go first. One takes less than a kilobyte */
  constructor(most = 10_000) {
    this.#most = most;
  }

  /** By id of the evidence. One statement for each twenty files that were not read before, and none otherwise. */
  async of(
    scope: Scope,
    unit: UnitId,
    year: number,
    standard: Standard,
    evidence: readonly UsedEvidence[],
  ): Promise<ReadonlyMap<string, Found>> {
    const readable = evidence.flatMap(({ id, file, indicators }) => {
      if (file === null || !file.hasText) return [];
      const inputs = countsOf(standard, indicators);
      return inputs.length === 0
        ? []
        : [{ id, file: file.id, inputs, key: `${file.id} ${year} ${standard.version} ${inputs}` }];
    });
    const unread = readable.filter(({ key }) => !this.#known.has(key));
    for (let from = 0; from < unread.length; from += TEXTS_AT_ONCE) {
      const some = unread.slice(from, from + TEXTS_AT_ONCE);
      const texts = new Map(
        (
          await findTexts(
            scope,
            unit,
            some.map(({ file }) => file),
          )
        ).map(({ id, content }) => [id, content]),
      );
      for (const { key, file, inputs } of some) {
        const wanted = inputs.map((input) => ({ input, label: standard.inputs[input]!.label }));
        this.#remember(key, figuresInText(texts.get(file) ?? '', wanted, year));
      }
    }
    return new Map(readable.map(({ id, key }) => [id, this.#recall(key)]));
  }

  #remember(key: string, found: Found): void {
    this.#known.delete(key);
    this.#known.set(key, found);
    if (this.#known.size > this.#most) this.#known.delete(this.#known.keys().next().value!);
  }

  #recall(key: string): Found {
    const found = this.#known.get(key) ?? NOTHING;
    this.#remember(key, found);
    return found;
  }
}

/** The counts that the indicators are made of; yes and no stand in no text as a number. */
function countsOf(standard: Standard, codes: readonly string[]): string[] {
  const indicators: readonly Indicator[] = standard.criteria.flatMap((criterion) => criterion.indicators);
  const inputs = indicators
    .filter(({ code }) => codes.includes(code))
    .flatMap(({ measure }) => inputsOfMeasure(measure));
  return [...new Set(inputs)].filter((input) => standard.inputs[input]?.kind === 'count');
}
