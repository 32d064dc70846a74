import {
  type Assessment,
  type AssessmentInput,
  compileStandard,
  type Figure,
  type Figures,
  given,
  type IndicatorScore,
  type Standard,
  score,
} from '../index.ts';

/** Figures by name as they are said: a number or an answer is a given figure, a state stays what it is. */
export type SaidFigures = Readonly<Record<string, number | boolean | Figure>>;

export function figuresOf(said: SaidFigures): Figures {
  return Object.fromEntries(
    Object.entries(said).map(([input, figure]) => [
      input,
      typeof figure === 'object' ? figure : given(figure),
    ]),
  );
}

/** A commune that reaches all 1,000 points of `qd-06-2019`; a test changes what matters to it. */
const PERFECT_UNIT: SaidFigures = {
  protection_officer_assigned: true,
  villages_with_collaborator: 12,
  villages_total: 12,
  protection_board_meets: true,
  children_budget_allocated: true,
  children_registered_on_time: 212,
  children_born: 212,
  children_abused: 0,
  children_total: 4_120,
  children_in_conflict_with_law_or_addicted: 0,
  children_injury_deaths: 0,
  children_injured: 0,
  special_circumstances_supported: 40,
  special_circumstances_total: 40,
  severe_cases_with_timely_plan: 0,
  severe_cases_total: 0,
  under1_fully_immunised: 205,
  under1_total: 205,
  under5_underweight: 60,
  under5_weighed: 1_200,
  under5_stunted: 120,
  children_checked: 4_000,
  kindergarten_enrolled: 800,
  children_3_to_5: 810,
  nursery_enrolled: 300,
  children_3_to_36_months: 700,
  children_forum_held: true,
  children_club_active: true,
  petitions_answered: 9,
  petitions_total: 9,
  villages_with_play_area: 11,
  children_events_held: 4,
  survey_children_satisfied: 111,
  survey_children_answered: 120,
  survey_residents_satisfied: 181,
  survey_residents_answered: 200,
};

/** A unit of `qd-06-2019` that is perfect but for the figures named. */
export function unit(
  changed: SaidFigures = {},
  previous: SaidFigures = {},
  territoryClass = 'other',
): AssessmentInput {
  return {
    figures: figuresOf({ ...PERFECT_UNIT, ...changed }),
    previous: figuresOf(previous),
    territoryClass,
  };
}

/** Figures of `SMALL_STANDARD` that reach all of its 150 points. */
const PERFECT_IN_SMALL: SaidFigures = {
  plan_adopted: true,
  meetings: 4,
  readers: 400,
  children: 400,
  accidents: 0,
  dropouts: 8,
  happy: 81,
  asked: 100,
};

/** A unit of `SMALL_STANDARD` that is perfect but for the figures named. */
export function smallUnit(
  changed: SaidFigures = {},
  previous: SaidFigures = { dropouts: 10 },
  territoryClass = 'other',
): AssessmentInput {
  return {
    figures: figuresOf({ ...PERFECT_IN_SMALL, ...changed }),
    previous: figuresOf(previous),
    territoryClass,
  };
}

export function scoreOf(standard: Standard, input: AssessmentInput): Assessment {
  return score(compileStandard(standard), input);
}

/** The score of one indicator of an assessment. */
export function indicatorScore(assessment: Assessment, code: string): IndicatorScore {
  const found = assessment.criteria
    .flatMap((criterion) => criterion.indicators)
    .find((one) => one.code === code);
  if (found === undefined) throw new RangeError(`no indicator ${code}`);
  return found;
}

/** Figures and the previous period's for a standard with few inputs, for a single question. */
export function input(
  said: SaidFigures,
  previous: SaidFigures = {},
  territoryClass = 'other',
): AssessmentInput {
  return { figures: figuresOf(said), previous: figuresOf(previous), territoryClass };
}
