import type { DutyPeriod, ReadObjective, TargetOperator } from './reading.ts';
import type { UnitKind } from './unit-kind.ts';

/**
 * A plan as it is written, changed and printed. The tree keeps the order of the paper; what the year needs (targets,
 * tasks, due dates, owners of criteria) hangs on the items that say it, so that paper and work cannot differ.
 *
 * Ids are given by the program, are unique within the plan, and stay when a text is changed.
 */
export interface PlanContent {
  /** "KẾ HOẠCH". */
  readonly documentType: string;
  /** What follows the number: "KH-UBND". */
  readonly symbol: string;
  /** One string for each line: "Ủy ban nhân dân", "Phường Lương Văn Tri". */
  readonly issuingBody: readonly string[];
  readonly place: string;
  readonly year: number;
  readonly title: string;
  readonly legalBases: readonly PlanBasis[];
  /** Ends with "như sau:". */
  readonly opening: string;
  readonly sections: readonly PlanSection[];
  /** "Trên đây là Kế hoạch …", without the closing sign. */
  readonly closing: string;
  readonly recipients: readonly string[];
  readonly signature: PlanSignature;
}

/** "Căn cứ …" or "Thực hiện …". */
export interface PlanBasis {
  readonly id: string;
  /** The whole line without closing sign: "Căn cứ Quyết định số 06/QĐ-TTg ngày 03/01/2019 của Thủ tướng Chính phủ …". */
  readonly text: string;
}

export interface PlanSignature {
  readonly capacity: readonly string[];
  readonly title: string;
  readonly name: string | null;
}

/** What a section of a plan is about; its heading is free. */
export type SectionRole =
  | 'purpose'
  | 'objectives'
  | 'measures'
  | 'funding'
  | 'assignments'
  | 'reporting'
  | 'other';

export interface PlanSection {
  readonly id: string;
  readonly role: SectionRole;
  readonly heading: string;
  readonly parts: readonly PlanPart[];
}

/** A numbered part of a section, or its body where it has no numbers. */
export interface PlanPart {
  readonly id: string;
  /** "Mục đích", "Công an phường"; null for items directly below the section. */
  readonly heading: string | null;
  /** In a section of purpose or objectives. */
  readonly objectiveKind: ReadObjective['kind'] | null;
  /** In a section of assignments: who does it. */
  readonly assignee: PlanAssignee | null;
  /** How the items are printed: with a dash, with a number, or as paragraphs. */
  readonly form: 'bullets' | 'numbered' | 'paragraphs';
  readonly items: readonly PlanItem[];
}

export interface PlanAssignee {
  /** As printed, without "Đề nghị". */
  readonly unit: string;
  readonly unitKind: UnitKind;
  /** Asked and not ordered: the Front and the organisations. */
  readonly request: boolean;
}

export interface PlanItem {
  readonly id: string;
  readonly text: string;
  readonly targets: readonly PlanTarget[];
  /** Criteria whose assessment this item gives to the assignee. */
  readonly criteria: readonly number[];
  readonly deadlines: readonly PlanDeadline[];
  readonly recurrence: DutyPeriod | null;
}

export interface PlanTarget {
  readonly text: string;
  readonly operator: TargetOperator;
  readonly value: number | null;
  readonly unit: string | null;
  readonly of: number | null;
}

export interface PlanDeadline {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly bound: 'before' | 'by' | 'until' | 'within' | 'end_of';
}
