import { type Figure, type Figures, given, type Standard } from '../../domain/scoring/index.ts';
import { MAIN_WARD, type Quality, type UnitPlan } from './plan.ts';
import { type Random, randomFor } from './random.ts';
import { VILLAGES } from './year/places.ts';

/** How many of whom live in a unit: the wholes that all parts are parts of. */
interface Demography {
  readonly children: number;
  readonly born: number;
  readonly under1: number;
  readonly under5: number;
  readonly from3To36Months: number;
  readonly from3To5: number;
  readonly villages: number;
  readonly inSpecialCircumstances: number;
}

/** Where the sample has a list of the villages, there are as many as stand in it. */
const LISTED_VILLAGES: ReadonlyMap<string, number> = new Map([[MAIN_WARD, VILLAGES]]);

/** Invented, of the size that wards and communes of a mountain province have. */
function demographyOf(unitCode: string, type: string): Demography {
  const random = randomFor('demography', unitCode);
  const children = type === 'ward' ? random.between(2_300, 4_300) : random.between(800, 2_700);
  const cohort = children / 16;
  const near = (years: number) => Math.round(cohort * years * (0.96 + random.share() * 0.08));
  const demography = {
    children,
    born: near(0.93),
    under1: near(0.95),
    under5: near(4.7),
    from3To36Months: near(2.65),
    from3To5: near(3.05),
    villages: type === 'ward' ? random.between(12, 24) : random.between(8, 21),
    inSpecialCircumstances: Math.max(8, Math.round(children * (0.015 + random.share() * 0.03))),
  };
  return { ...demography, villages: LISTED_VILLAGES.get(unitCode) ?? demography.villages };
}

/** A year later: a little more or less of everything. */
function aYearLater(demography: Demography, unitCode: string): Demography {
  const random = randomFor('year later', unitCode);
  const grown = (value: number) => Math.round(value * (0.98 + random.share() * 0.05));
  const { villages, ...people } = demography;
  const next = Object.fromEntries(Object.entries(people).map(([name, value]) => [name, grown(value)]));
  return { ...(next as unknown as Omit<Demography, 'villages'>), villages };
}

/** Percentages from good to bad, one pair of limits for each band that gives points. */
type Ranges = readonly (readonly [least: number, most: number])[];

const HIGH: Record<string, Ranges> = {
  registered: [
    [98.3, 100],
    [95.3, 97.6],
    [90.5, 94.5],
  ],
  immunised: [
    [98.3, 100],
    [95.3, 97.6],
    [90.5, 94.5],
  ],
  supported: [
    [95.5, 100],
    [90.5, 94.5],
    [80.5, 89],
  ],
  checked: [
    [90.5, 98],
    [80.5, 89],
    [70.5, 79],
  ],
  kindergarten: [
    [91, 99],
    [85.5, 89.5],
    [75.5, 84],
  ],
  nursery: [
    [30.5, 44],
    [20.5, 29],
    [10.5, 19],
  ],
  playArea: [
    [81, 100],
    [52, 78],
    [32, 48],
  ],
  petitions: [
    [100, 100],
    [82, 96],
    [60, 75],
  ],
  childrenSatisfied: [
    [90.5, 98],
    [80.5, 89],
    [70.5, 79],
  ],
  residentsSatisfied: [
    [90.5, 98],
    [80.5, 89],
    [70.5, 79],
  ],
};
/** The lower the better. */
const LOW: Record<string, Ranges> = {
  underweight: [
    [5, 9.6],
    [10.4, 14.6],
    [15.4, 19.4],
  ],
  stunted: [
    [12, 17.5],
    [18.5, 21.5],
    [22.5, 26.5],
  ],
};

/** How often a unit falls into the first and the second band. */
const BAND_ODDS: Readonly<Record<Quality, readonly [number, number]>> = {
  strong: [0.86, 0.12],
  fair: [0.5, 0.42],
  poor: [0.06, 0.24],
};
const YES_ODDS: Readonly<Record<Quality, number>> = { strong: 0.97, fair: 0.85, poor: 0.35 };
const EVENTS: Readonly<Record<Quality, readonly [number, number]>> = {
  strong: [4, 9],
  fair: [2, 6],
  poor: [1, 3],
};

function percentOf(random: Random, quality: Quality, ranges: Ranges): number {
  const [first, second] = BAND_ODDS[quality];
  const luck = random.share();
  const [least, most] = ranges[luck < first ? 0 : luck < first + second ? 1 : 2]!;
  return least + random.share() * (most - least);
}

/** What all figures of one unit and year are made from. */
interface FigureWishes {
  readonly unitCode: string;
  readonly year: number;
  readonly demography: Demography;
  readonly quality: Quality;
  readonly zero: UnitPlan['zero'] | UnitPlan['lastYear']['zero'];
  /** Whether there were accidents: the year that this one is compared with has none. */
  readonly accidents: boolean;
}

/**
 * A whole year's figures of one unit, each in the state "given", parts never above their wholes.
 * @throws Error when the standard asks for an input that this sample does not know
 */
function figuresOf(standard: Standard, wishes: FigureWishes): Figures {
  const { demography, quality, zero } = wishes;
  const random = randomFor('figures', wishes.unitCode, wishes.year);
  const high = (whole: number, name: string) =>
    Math.min(whole, Math.ceil((whole * percentOf(random, quality, HIGH[name]!)) / 100));
  const low = (whole: number, name: string) =>
    Math.floor((whole * percentOf(random, quality, LOW[name]!)) / 100);
  const yes = () => random.chance(YES_ODDS[quality]);
  const abused = zero === 3 ? random.between(1, 3) : 0;
  const injured =
    zero === 5 ? random.between(4, 14) : wishes.accidents && random.chance(0.4) ? random.between(2, 9) : 0;
  const petitions = random.between(3, 14);
  const childrenAsked = random.between(90, 160);
  const residentsAsked = random.between(110, 220);
  const values: Record<string, number | boolean> = {
    protection_officer_assigned: true,
    villages_with_collaborator: yes()
      ? demography.villages
      : demography.villages - random.between(1, Math.min(4, demography.villages - 1)),
    villages_total: demography.villages,
    protection_board_meets: yes(),
    children_budget_allocated: yes(),
    children_registered_on_time:
      zero === 2 ? Math.floor(demography.born * 0.86) : high(demography.born, 'registered'),
    children_born: demography.born,
    children_abused: abused,
    children_total: demography.children,
    children_in_conflict_with_law_or_addicted: 0,
    children_injury_deaths: zero === 5 ? 1 : 0,
    children_injured: injured,
    special_circumstances_supported: high(demography.inSpecialCircumstances, 'supported'),
    special_circumstances_total: demography.inSpecialCircumstances,
    severe_cases_with_timely_plan: abused,
    severe_cases_total: abused,
    under1_fully_immunised:
      zero === 7 ? Math.floor(demography.under1 * 0.85) : high(demography.under1, 'immunised'),
    under1_total: demography.under1,
    under5_underweight: low(demography.under5, 'underweight'),
    under5_weighed: demography.under5,
    under5_stunted: low(demography.under5, 'stunted'),
    children_checked: high(demography.children, 'checked'),
    kindergarten_enrolled: high(demography.from3To5, 'kindergarten'),
    children_3_to_5: demography.from3To5,
    nursery_enrolled: high(demography.from3To36Months, 'nursery'),
    children_3_to_36_months: demography.from3To36Months,
    children_forum_held: true,
    children_club_active: yes(),
    petitions_answered: high(petitions, 'petitions'),
    petitions_total: petitions,
    villages_with_play_area: high(demography.villages, 'playArea'),
    children_events_held: random.between(...EVENTS[quality]),
    survey_children_satisfied: high(childrenAsked, 'childrenSatisfied'),
    survey_children_answered: childrenAsked,
    survey_residents_satisfied: high(residentsAsked, 'residentsSatisfied'),
    survey_residents_answered: residentsAsked,
  };
  const figures: Record<string, Figure> = {};
  for (const input of Object.keys(standard.inputs)) {
    const value = values[input];
    if (value === undefined) throw new Error(`The sample has no figure for the input ${input}.`);
    figures[input] = given(value);
  }
  return figures;
}

/** A unit of the sample with what it is to show. */
interface UnitOfSample {
  readonly code: string;
  readonly type: string;
  readonly plan: UnitPlan;
}

/** All figures that a unit will have come to at the end of the running year. */
export function figuresOfRunningYear(
  standard: Standard,
  { code, type, plan }: UnitOfSample,
  year: number,
): Figures {
  const demography = aYearLater(demographyOf(code, type), code);
  return figuresOf(standard, { ...plan, unitCode: code, year, demography, accidents: true });
}

/** All figures of the year before the running one. */
export function figuresOfLastYear(
  standard: Standard,
  { code, type, plan }: UnitOfSample,
  year: number,
): Figures {
  const demography = demographyOf(code, type);
  return figuresOf(standard, {
    ...plan.lastYear,
    unitCode: code,
    year: year - 1,
    demography,
    accidents: false,
  });
}
