import {
  type AssessmentInput,
  type Figure,
  type Figures,
  given,
  NO_DATA,
  type Standard,
} from '../../src/domain/scoring/index.ts';

/** Units of the commune level in the country since 01/7/2025. */
export const UNITS_OF_THE_COUNTRY = 3_321;

/** The same made-up sequence at every run: numbers from 0 to below 1. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Pair = readonly [part: string, whole: string, least: number, most: number];

/** Shares that a commune plausibly reaches: part, whole, and the range of the share. */
const SHARES: readonly Pair[] = [
  ['villages_with_collaborator', 'villages_total', 0.9, 1.02],
  ['villages_with_play_area', 'villages_total', 0.25, 1],
  ['children_registered_on_time', 'children_born', 0.88, 1.01],
  ['special_circumstances_supported', 'special_circumstances_total', 0.78, 1.01],
  ['severe_cases_with_timely_plan', 'severe_cases_total', 0.8, 1.2],
  ['under1_fully_immunised', 'under1_total', 0.88, 1.01],
  ['under5_underweight', 'under5_weighed', 0.06, 0.22],
  ['under5_stunted', 'under5_weighed', 0.12, 0.3],
  ['children_checked', 'children_total', 0.65, 1],
  ['kindergarten_enrolled', 'children_3_to_5', 0.72, 1],
  ['nursery_enrolled', 'children_3_to_36_months', 0.08, 0.4],
  ['petitions_answered', 'petitions_total', 0.75, 1.1],
  ['survey_children_satisfied', 'survey_children_answered', 0.65, 1],
  ['survey_residents_satisfied', 'survey_residents_answered', 0.65, 1],
];

function countsOf(random: () => number): Map<string, number> {
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const children = between(1_200, 9_000);
  const counts = new Map([
    ['children_total', children],
    ['villages_total', between(6, 40)],
    ['children_born', Math.round(children / 15)],
    ['under1_total', Math.round(children / 16)],
    ['under5_weighed', Math.round(children / 3.4)],
    ['children_3_to_5', Math.round(children / 5)],
    ['children_3_to_36_months', Math.round(children / 6)],
    ['special_circumstances_total', between(0, 120)],
    ['severe_cases_total', between(0, 3)],
    ['petitions_total', between(0, 25)],
    ['survey_children_answered', between(60, 200)],
    ['survey_residents_answered', between(100, 300)],
    ['children_events_held', between(1, 6)],
    ['children_abused', Math.max(0, between(-4, 3))],
    ['children_in_conflict_with_law_or_addicted', Math.max(0, between(-4, 3))],
    ['children_injury_deaths', Math.max(0, between(-3, 2))],
    ['children_injured', between(0, 60)],
  ]);
  for (const [part, whole, least, most] of SHARES) {
    const of = counts.get(whole)!;
    counts.set(part, Math.min(of, Math.round(of * (least + random() * (most - least)))));
  }
  return counts;
}

/**
 * Figures of one made-up unit for the standard `qd-06-2019`. One figure in fifty has no data yet.
 * Built name by name, as rows of a table become figures.
 */
export function figuresOfAUnit(standard: Standard, random: () => number): Figures {
  const counts = countsOf(random);
  const figures: Record<string, Figure> = {};
  for (const [input, { kind }] of Object.entries(standard.inputs)) {
    if (random() < 0.02) figures[input] = NO_DATA;
    else figures[input] = given(kind === 'yes_no' ? random() < 0.95 : counts.get(input)!);
  }
  return figures;
}

/** Made-up units, all of them different; the same at every run. */
export function madeUpUnits(standard: Standard, howMany: number): AssessmentInput[] {
  const random = sequence(6_2019);
  const classes = standard.recognition.thresholds.map((threshold) => threshold.class);
  return Array.from({ length: howMany }, (_, index) => ({
    figures: figuresOfAUnit(standard, random),
    previous: figuresOfAUnit(standard, random),
    territoryClass: classes[index % classes.length]!,
  }));
}
