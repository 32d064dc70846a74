export type StandardFaultCode =
  | 'sum_of_points'
  | 'duplicate_code'
  | 'unknown_input'
  | 'unused_input'
  | 'wrong_input_kind'
  | 'gap'
  | 'overlap'
  | 'unreachable_band'
  | 'not_monotone'
  | 'points_not_reached'
  | 'condition_does_not_fit'
  | 'unknown_class'
  | 'collection_does_not_fit'
  | 'bad_number';

/** A fault of a standard, with the place where it stands. */
export interface StandardFault {
  readonly path: string;
  readonly code: StandardFaultCode;
  readonly message: string;
}
