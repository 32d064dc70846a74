import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Figure,
  type Figures,
  given,
  NO_DATA,
  NOT_DUE,
  notApplicable,
  partsOfWholes,
  score,
} from '../../domain/scoring/index.ts';
import { normaliseText } from '../../domain/text/index.ts';
import { standardCatalogue } from '../standards/index.ts';
import { inputsWithPrevious } from './figures-file.ts';
import { readFiguresFile, templateBytes } from './index.ts';

const { standard, scorer } = standardCatalogue().latest('qd-06-2019')!;
const names = Object.keys(standard.inputs);
const lookingBack = [...inputsWithPrevious(standard)].filter(
  (name) => standard.inputs[name]!.kind === 'count',
);

const reasons = fc
  .string({ unit: fc.constantFrom(...'abcđêộ 0123=+-@"\',;\n'), minLength: 1, maxLength: 20 })
  .map((text) => normaliseText(`không ${text}`));
const states = fc.oneof(fc.constant(NO_DATA), fc.constant(NOT_DUE), reasons.map(notApplicable));

/** Figures that can be scored: no part above its whole. */
function withinWholes(figures: Record<string, Figure>): Record<string, Figure> {
  const kept = { ...figures };
  for (const [part, whole] of partsOfWholes(standard)) {
    const one = kept[part];
    const all = kept[whole];
    if (one?.state === 'given' && all?.state === 'given' && Number(one.value) > Number(all.value))
      kept[part] = all;
  }
  return kept;
}

const counts = fc.oneof(fc.nat(30), fc.nat(5_000)).map(given);
const figuresOf = fc
  .record(
    Object.fromEntries(
      names.map((name) => {
        const value = standard.inputs[name]!.kind === 'yes_no' ? fc.boolean().map(given) : counts;
        return [name, fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: states })];
      }),
    ),
    { requiredKeys: [] },
  )
  .map((figures) => withinWholes(figures as Record<string, Figure>));
const previousOf = fc
  .record(Object.fromEntries(lookingBack.map((name) => [name, counts])), { requiredKeys: [] })
  .map((figures) => withinWholes(figures as Record<string, Figure>));
const cases = fc.record({
  figures: figuresOf,
  previous: previousOf,
  territoryClass: fc.constantFrom(...standard.recognition.thresholds.map((threshold) => threshold.class)),
});

const plain = (figure: Figure) => (figure.state === 'given' ? figure.value : figure);

function asJson(figures: Figures, previous: Figures, territoryClass: string): Uint8Array {
  const survey: Record<string, Record<string, unknown>> = {};
  const others: Record<string, unknown> = {};
  for (const [name, figure] of Object.entries(figures)) {
    const [, group, answer] = /^survey_(\w+)_(\w+)$/.exec(name) ?? [];
    if (group && answer) survey[group] = { ...survey[group], [answer]: plain(figure) };
    else others[name] = plain(figure);
  }
  const before = Object.fromEntries(Object.entries(previous).map(([name, figure]) => [name, plain(figure)]));
  const file = { standard: standard.id, class: territoryClass, figures: others, survey, previous: before };
  return new TextEncoder().encode(JSON.stringify(file));
}

function asCsv(figures: Figures, previous: Figures, territoryClass: string, separator: string): Uint8Array {
  const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
  const rows = [
    ['name', 'value', 'reason', 'previous'],
    ['standard', standard.id, '', ''],
    ['class', territoryClass, '', ''],
    ...[...new Set([...Object.keys(figures), ...Object.keys(previous)])].map((name) => {
      const figure = figures[name] ?? NO_DATA;
      const before = previous[name];
      return [
        name,
        figure.state === 'given' ? String(figure.value) : figure.state,
        figure.state === 'not_applicable' ? figure.reason : '',
        before?.state === 'given' ? String(before.value) : '',
      ];
    }),
  ];
  return new TextEncoder().encode(rows.map((row) => row.map(quote).join(separator)).join('\r\n'));
}

describe('the form of the file makes no difference', () => {
  it('JSON, CSV and the workbook of the same figures give the same assessment', async () => {
    await fc.assert(
      fc.asyncProperty(
        cases,
        fc.constantFrom(',', ';', '\t'),
        async ({ figures, previous, territoryClass }, separator) => {
          const expected = score(scorer, { figures, previous, territoryClass });
          const forms = [
            { name: 'a.json', bytes: asJson(figures, previous, territoryClass) },
            { name: 'a.csv', bytes: asCsv(figures, previous, territoryClass, separator) },
            { name: 'a.xlsx', bytes: await templateBytes(standard, { figures, previous, territoryClass }) },
          ];
          for (const form of forms) {
            const file = await readFiguresFile(form);
            expect(file.territoryClass).toBe(territoryClass);
            expect(score(scorer, { ...file, territoryClass })).toEqual(expected);
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});
