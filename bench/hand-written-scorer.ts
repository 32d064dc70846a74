import type { Figure, Figures, Points } from '../src/domain/scoring/index.ts';

/**
 * The scorer that a programmer would write for version 1 of the standard `qd-06-2019` alone: plain ifs, no standard
 * read, nothing explained. It gives what `scorePoints` gives for figures that passed the checks, and is the
 * measure of what reading the standard as data costs. A test holds both to the same results.
 */

/** The number of a figure, or −1 while it is not given. */
function count(figure: Figure | undefined): number {
  return figure !== undefined && figure.state === 'given' ? (figure.value as number) : -1;
}

function isNotApplicable(figure: Figure | undefined): boolean {
  return figure !== undefined && figure.state === 'not_applicable';
}

function yesNo(figure: Figure | undefined, points: number): number | null {
  if (figure === undefined || figure.state !== 'given') return null;
  return figure.value === true ? points : 0;
}

function collaborators(figures: Figures): number | null {
  const part = count(figures.villages_with_collaborator);
  const whole = count(figures.villages_total);
  if (part < 0 || whole <= 0) return null;
  return part >= whole ? 15 : 0;
}

function resources(figures: Figures): number | null {
  const officer = yesNo(figures.protection_officer_assigned, 50);
  const inVillages = collaborators(figures);
  const board = yesNo(figures.protection_board_meets, 15);
  const budget = yesNo(figures.children_budget_allocated, 20);
  if (officer === null || inVillages === null || board === null || budget === null) return null;
  return officer + inVillages + board + budget;
}

function ninetyEightLadder(part: number, whole: number): number | null {
  if (part < 0 || whole <= 0) return null;
  const percent = part * 100;
  if (percent >= 98 * whole) return 50;
  if (percent >= 95 * whole) return 40;
  if (percent >= 90 * whole) return 25;
  return 0;
}

/** Nothing happened, or fewer cases for each child than in the previous period. */
function incidents(
  cases: number,
  children: number,
  casesBefore: number,
  childrenBefore: number,
  none: number,
  fewer: number,
): number | null {
  if (cases < 0 || children <= 0) return null;
  if (cases === 0) return none;
  if (casesBefore < 0 || childrenBefore <= 0) return null;
  return cases * childrenBefore < casesBefore * children ? fewer : 0;
}

function injuries(
  figures: Figures,
  previous: Figures,
  children: number,
  childrenBefore: number,
): number | null {
  const deaths = incidents(
    count(figures.children_injury_deaths),
    children,
    count(previous.children_injury_deaths),
    childrenBefore,
    50,
    25,
  );
  const injured = incidents(
    count(figures.children_injured),
    children,
    count(previous.children_injured),
    childrenBefore,
    50,
    40,
  );
  return deaths === null || injured === null ? null : deaths + injured;
}

function supported(figures: Figures): number | null {
  const part = count(figures.special_circumstances_supported);
  const whole = count(figures.special_circumstances_total);
  if (part < 0 || whole < 0)
    return isNotApplicable(figures.special_circumstances_supported) ||
      isNotApplicable(figures.special_circumstances_total)
      ? 50
      : null;
  if (whole === 0) return 50;
  const percent = part * 100;
  if (percent >= 95 * whole) return 50;
  if (percent >= 90 * whole) return 35;
  if (percent >= 80 * whole) return 20;
  return 0;
}

function casesWithPlan(figures: Figures): number | null {
  const part = count(figures.severe_cases_with_timely_plan);
  const whole = count(figures.severe_cases_total);
  if (part < 0 || whole < 0)
    return isNotApplicable(figures.severe_cases_with_timely_plan) ||
      isNotApplicable(figures.severe_cases_total)
      ? 75
      : null;
  return part >= whole ? 75 : 0;
}

function specialCircumstances(figures: Figures): number | null {
  const share = supported(figures);
  const plans = casesWithPlan(figures);
  return share === null || plans === null ? null : share + plans;
}

function malnutrition(figures: Figures): number | null {
  const underweight = count(figures.under5_underweight);
  const stunted = count(figures.under5_stunted);
  const weighed = count(figures.under5_weighed);
  if (underweight < 0 || stunted < 0 || weighed <= 0) return null;
  const light = underweight * 100;
  const short = stunted * 100;
  return (
    (light <= 10 * weighed ? 25 : light <= 15 * weighed ? 15 : light <= 20 * weighed ? 8 : 0) +
    (short <= 18 * weighed ? 25 : short <= 22 * weighed ? 15 : short <= 27 * weighed ? 8 : 0)
  );
}

function checkUps(figures: Figures, children: number): number | null {
  const part = count(figures.children_checked);
  if (part < 0 || children <= 0) return null;
  const percent = part * 100;
  if (percent >= 90 * children) return 50;
  if (percent >= 80 * children) return 40;
  if (percent >= 70 * children) return 25;
  return 0;
}

function schooling(figures: Figures): number | null {
  const kindergarten = count(figures.kindergarten_enrolled);
  const threeToFive = count(figures.children_3_to_5);
  const nursery = count(figures.nursery_enrolled);
  const underThree = count(figures.children_3_to_36_months);
  if (kindergarten < 0 || threeToFive <= 0 || nursery < 0 || underThree <= 0) return null;
  const older = kindergarten * 100;
  const younger = nursery * 100;
  return (
    (older >= 90 * threeToFive ? 50 : older >= 85 * threeToFive ? 40 : older >= 75 * threeToFive ? 25 : 0) +
    (younger >= 30 * underThree ? 25 : younger >= 20 * underThree ? 15 : younger >= 10 * underThree ? 8 : 0)
  );
}

function petitions(figures: Figures): number | null {
  const part = count(figures.petitions_answered);
  const whole = count(figures.petitions_total);
  if (part < 0 || whole < 0)
    return isNotApplicable(figures.petitions_answered) || isNotApplicable(figures.petitions_total) ? 0 : null;
  if (whole === 0) return 0;
  if (part >= whole) return 15;
  return part * 100 >= 80 * whole ? 8 : 0;
}

function participation(figures: Figures): number | null {
  const forum = yesNo(figures.children_forum_held, 35);
  const club = yesNo(figures.children_club_active, 25);
  const answered = petitions(figures);
  return forum === null || club === null || answered === null ? null : forum + club + answered;
}

function play(figures: Figures): number | null {
  const part = count(figures.villages_with_play_area);
  const whole = count(figures.villages_total);
  const events = count(figures.children_events_held);
  if (part < 0 || whole <= 0 || events < 0) return null;
  const percent = part * 100;
  return (
    (percent >= 80 * whole ? 35 : percent >= 50 * whole ? 25 : percent >= 30 * whole ? 15 : 0) +
    (events >= 4 ? 40 : events >= 2 ? 25 : events >= 1 ? 10 : 0)
  );
}

function satisfaction(figures: Figures): number | null {
  const children = count(figures.survey_children_satisfied);
  const childrenAsked = count(figures.survey_children_answered);
  const residents = count(figures.survey_residents_satisfied);
  const residentsAsked = count(figures.survey_residents_answered);
  if (children < 0 || childrenAsked <= 0 || residents < 0 || residentsAsked <= 0) return null;
  const young = children * 100;
  const adult = residents * 100;
  return (
    (young >= 90 * childrenAsked
      ? 40
      : young >= 80 * childrenAsked
        ? 30
        : young >= 70 * childrenAsked
          ? 15
          : 0) +
    (adult >= 90 * residentsAsked
      ? 35
      : adult >= 80 * residentsAsked
        ? 25
        : adult >= 70 * residentsAsked
          ? 12
          : 0)
  );
}

/** Points of the 13 criteria of Quyết định 06/QĐ-TTg and their total. */
export function scoreByHand(figures: Figures, previous: Figures): Points {
  const children = count(figures.children_total);
  const childrenBefore = count(previous.children_total);
  const criteria = [
    resources(figures),
    ninetyEightLadder(count(figures.children_registered_on_time), count(figures.children_born)),
    incidents(
      count(figures.children_abused),
      children,
      count(previous.children_abused),
      childrenBefore,
      100,
      50,
    ),
    incidents(
      count(figures.children_in_conflict_with_law_or_addicted),
      children,
      count(previous.children_in_conflict_with_law_or_addicted),
      childrenBefore,
      75,
      40,
    ),
    injuries(figures, previous, children, childrenBefore),
    specialCircumstances(figures),
    ninetyEightLadder(count(figures.under1_fully_immunised), count(figures.under1_total)),
    malnutrition(figures),
    checkUps(figures, children),
    schooling(figures),
    participation(figures),
    play(figures),
    satisfaction(figures),
  ];
  let total: number | null = 0;
  let everyCriterionAboveZero = true;
  for (const points of criteria) {
    if (points === null) total = null;
    else {
      if (total !== null) total += points;
      if (points === 0) everyCriterionAboveZero = false;
    }
  }
  return { criteria, total, everyCriterionAboveZero };
}
