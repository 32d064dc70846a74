import type {
  DeadlineBound,
  DutyPeriod,
  PlanPart,
  ReadObjective,
  SectionRole,
  TargetOperator,
} from '../../domain/plan/index.ts';

export type Bound = DeadlineBound;
export type ObjectiveKind = ReadObjective['kind'];

/** What can be chosen in the forms of a plan, in the order in which it is offered. */
export const SECTION_ROLES = [
  'purpose',
  'objectives',
  'measures',
  'funding',
  'assignments',
  'reporting',
  'other',
] as const satisfies readonly SectionRole[];

export const OBJECTIVE_KINDS = [
  'purpose',
  'requirement',
  'general',
  'specific',
] as const satisfies readonly ObjectiveKind[];

export const PART_FORMS = [
  'bullets',
  'numbered',
  'paragraphs',
] as const satisfies readonly PlanPart['form'][];

export const OPERATORS = [
  '>=',
  '=',
  '<=',
  '<',
  'maintain',
  'reduce',
  'increase',
] as const satisfies readonly TargetOperator[];

export const BOUNDS = ['before', 'by', 'until', 'within', 'end_of'] as const satisfies readonly Bound[];

export const PERIODS = [
  'monthly',
  'quarterly',
  'half_year',
  'yearly',
  'school_year',
  'every_2_years',
  'yearly_events',
  'continuous',
  'on_event',
] as const satisfies readonly DutyPeriod[];

/** The choice that a text names; undefined where it names none. */
export function oneOf<Choice extends string>(choices: readonly Choice[], text: string): Choice | undefined {
  return choices.find((choice) => choice === text);
}
