import type { Figure } from '../../domain/scoring/index.ts';
import type { FiguresFileFault } from './fault.ts';
import type { Label } from './messages.ts';

/** A value with the place where it was found. */
export interface Located<Value> {
  readonly value: Value;
  readonly where: string;
}

/** A figure as found; null where its value was a fault that is noted already. */
export interface LocatedFigure {
  readonly name: string;
  /** Where the name is. */
  readonly nameWhere: string;
  readonly figure: Figure | null;
  readonly where: string;
}

/** The particulars at the head of a file. */
export const PARTICULARS = ['standard', 'version', 'unit', 'year', 'class'] as const;
export type Particular = (typeof PARTICULARS)[number];
export type Particulars = Readonly<Partial<Record<Particular, Located<string>>>>;

export interface RawFigures {
  readonly figures: readonly LocatedFigure[];
  readonly previous: readonly LocatedFigure[];
  readonly faults: readonly FiguresFileFault[];
}

/** What a file says before it is held against the standard. Every form is read into this. */
export interface RawFile {
  readonly particulars: Particulars;
  readonly faults: readonly FiguresFileFault[];
  /** The figures as found; `labelOf` names them in messages. */
  read(labelOf: (name: string) => Label): RawFigures;
}
