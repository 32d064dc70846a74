import type { UnitKind } from './unit-kind.ts';

/** Lines of the source that a thing was read from, counted from 1, both included. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** Why a person should look at something before believing it. */
export type DoubtCode =
  /** Letters were lost when the file was made: "hướng d n". */
  | 'letters_lost'
  /** The organisation named is in no list. */
  | 'unit_unknown'
  /** A sentence was put together over a page break or a footnote. */
  | 'joined_over_break'
  /** A day that no calendar has, or one far from the plan's year. */
  | 'date_doubtful'
  /** A number above 100 percent, or a figure whose meaning is not certain. */
  | 'figure_doubtful'
  /** The heading was not clear; the part was placed by what it says. */
  | 'placed_by_content'
  /** The same thing stands in the plan twice. */
  | 'repeated'
  /** The document cited has no number, or its number and date do not fit together. */
  | 'citation_incomplete';

/** One thing read: its words, and where they stand. */
export interface Read {
  /** Verbatim: broken lines joined with one space, white space collapsed, the bullet's mark taken off. */
  readonly text: string;
  readonly lines: Lines;
  readonly doubts: readonly DoubtCode[];
}

export type IssuerLevel = 'province' | 'district' | 'ward' | 'commune' | 'town' | 'special_zone';

export interface Issuer {
  /** "UBND xã Châu Sơn", as a sentence would name it. */
  readonly name: string | null;
  readonly level: IssuerLevel | null;
  readonly placeName: string | null;
  /** "Lạng Sơn"; null where the document does not say. */
  readonly province: string | null;
}

/** Year, month and day as far as the document says. */
export interface ReadDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** A document on which the plan rests, or which it carries out. */
export interface ReadBasis extends Read {
  readonly documentType: string | null;
  /** "06/QĐ-TTg"; null where the plan names a document without a number. */
  readonly number: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly issuer: string | null;
}

export interface ReadObjective extends Read {
  readonly kind: 'purpose' | 'requirement' | 'general' | 'specific';
}

export type TargetOperator = '>=' | '=' | '<=' | '<' | 'maintain' | 'reduce' | 'increase';

export interface ReadTarget extends Read {
  readonly operator: TargetOperator;
  /** Null where the plan gives no figure. */
  readonly value: number | null;
  /** "%", "xã", "trẻ em" …; null where there is no figure. */
  readonly unit: string | null;
  /** The whole of which `value` is a part: 13 in "06/13 xã". */
  readonly of: number | null;
}

export interface ReadCriteriaOwner {
  readonly criteria: readonly number[];
  readonly unit: string;
  readonly unitKind: UnitKind;
  readonly lines: Lines;
}

/** What an organisation is to do. */
export interface ReadTask extends Read {
  /** Who helps, where a column of a table names them. */
  readonly partners?: string;
}

export interface ReadAssignment {
  /** The organisation as printed, without "Đề nghị" and the number of the heading. */
  readonly unit: string;
  readonly unitKind: UnitKind;
  /** The Front and the organisations are requested, never ordered. */
  readonly request: boolean;
  readonly tasks: readonly ReadTask[];
  readonly lines: Lines;
  readonly doubts: readonly DoubtCode[];
}

export type DeadlineBound = 'before' | 'by' | 'until' | 'within' | 'end_of';

export interface ReadDeadline extends Read {
  /** `YYYY-MM-DD`; null for "đến cuối năm". */
  readonly date: string | null;
  /** As printed: "trước ngày 10/5/2026". */
  readonly dateText: string;
  readonly bound: DeadlineBound;
  readonly who: string | null;
  readonly whoKind: UnitKind | null;
  readonly toWhom: string | null;
}

export type DutyPeriod =
  | 'monthly'
  | 'quarterly'
  | 'half_year'
  | 'yearly'
  | 'school_year'
  | 'every_2_years'
  /** Children's Day, Mid-Autumn, the lunar New Year … */
  | 'yearly_events'
  | 'continuous'
  | 'on_event';

export interface ReadDuty extends Read {
  readonly period: DutyPeriod;
  readonly who: string | null;
  readonly whoKind: UnitKind | null;
}

export interface ReadSignatory {
  /** "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH". */
  readonly capacity: readonly string[];
  readonly title: string | null;
  readonly name: string | null;
  readonly lines: Lines | null;
}

/** A heading of the document with its place in it. */
export interface ReadHeading extends Read {
  /** "II", "1", "1.2", "a". */
  readonly marker: string | null;
  readonly level: number;
}

/** What a part of the body is about; `past` tells what has been, `closing` stands behind the last section. */
export type PartRole =
  | 'preamble'
  | 'purpose'
  | 'objectives'
  | 'measures'
  | 'funding'
  | 'assignments'
  | 'reporting'
  | 'past'
  | 'other'
  | 'closing';

/** One piece of the body in the order of the paper: a heading, an item with its mark, or a paragraph. */
export interface ReadPiece extends ReadTask {
  /** "II", "1.2", "a", "-"; null for a paragraph. */
  readonly marker: string | null;
  /** 0 for the headings of sections. */
  readonly depth: number;
  readonly role: PartRole;
  readonly heading: boolean;
}

export interface UnreadLine {
  readonly line: number;
  readonly text: string;
  /** A sentence in Vietnamese. */
  readonly why: string;
}

/**
 * What stands in an administrative plan. Every line of the source that says something lies in the lines of some part or
 * under `unread`: nothing is lost, and nothing is made up; what the document does not say is null or an empty list.
 */
export interface PlanReading {
  readonly documentType: string | null;
  /** Null while blank. */
  readonly number: string | null;
  readonly symbol: string | null;
  readonly place: string | null;
  readonly date: ReadDate;
  readonly issuer: Issuer;
  readonly title: string | null;
  /** The year that the plan is for. */
  readonly planYear: number | null;
  /** Lines of the head: national name, issuing body, number, place and date, type, title. */
  readonly headLines: readonly Lines[];
  /** What stands before the first section, bases included. */
  readonly preamble: readonly Read[];
  readonly legalBases: readonly ReadBasis[];
  readonly headings: readonly ReadHeading[];
  /** Everything between the preamble and the recipients, in the order of the paper. */
  readonly body: readonly ReadPiece[];
  readonly objectives: readonly ReadObjective[];
  readonly targets: readonly ReadTarget[];
  /** What is to be done, where no organisation is named for it. */
  readonly measures: readonly Read[];
  readonly criteriaOwners: readonly ReadCriteriaOwner[];
  readonly assignments: readonly ReadAssignment[];
  readonly deadlines: readonly ReadDeadline[];
  readonly recurringDuties: readonly ReadDuty[];
  readonly funding: readonly Read[];
  /** Paragraphs on who reports what, when. */
  readonly reporting: readonly Read[];
  readonly closing: readonly Read[];
  readonly footnotes: readonly Read[];
  readonly recipients: readonly Read[];
  readonly signatory: ReadSignatory;
  /** Tables and annexes behind the signature, as they stand. */
  readonly annexes: readonly Read[];
  readonly unread: readonly UnreadLine[];
}
