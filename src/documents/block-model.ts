/**
 * An official document as data: what it says and which part of the layout of Nghị định 30/2020/NĐ-CP (Phụ lục I)
 * each piece is. It knows nothing of Word, PDF or HTML; `renderDocx`, `renderPdf`, `plainText` and
 * `DocumentPreview` all read this one model, so that the four never differ in content.
 */

/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
}

export type Alignment = 'left' | 'center' | 'right';

export interface TableColumn {
  /** Share of the width of the table, in percent; the columns add up to 100. */
  readonly width: number;
  readonly align: Alignment;
}

export interface TableCell {
  readonly runs: readonly Run[];
  /** A second paragraph in the same cell. */
  readonly second?: readonly Run[];
  /** Columns that the cell covers; one unless said otherwise. */
  readonly span?: number;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** A row that leads the rows after it (a criterion above its indicators) or sums them up. */
  readonly emphasis: 'none' | 'group' | 'total';
}

export interface Table {
  readonly kind: 'table';
  /** What the table holds, for people who cannot see it. */
  readonly summary: string;
  readonly columns: readonly TableColumn[];
  /** Rows repeated at the top of each page. */
  readonly head: readonly (readonly TableCell[])[];
  readonly rows: readonly TableRow[];
}

/** I. MỤC is level 1, 1. Khoản with a heading level 2, a) điểm with a heading level 3. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

/** Items that begin with a dash, or each with its own mark: `1.`, `a)`. */
export interface List {
  readonly kind: 'list';
  readonly items: readonly (readonly Run[])[];
  /** As many as there are items. */
  readonly marks?: readonly string[];
}

export type Block =
  | Heading
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | List
  | Table
  /** Small print, such as the meaning of a mark in the table above it. */
  | { readonly kind: 'note'; readonly runs: readonly Run[] }
  /** A boxed line that nobody may overlook. */
  | { readonly kind: 'notice'; readonly text: string };

/** Year always known; month and day are blank until the document is signed. */
export interface DocumentDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

export interface DocumentHead {
  /** The body directly above, where the rules have it printed. */
  readonly superiorBody?: string;
  /** The issuing body, one string for each line, for example `Ủy ban nhân dân`, `Phường Lương Văn Tri`. */
  readonly issuingBody: readonly string[];
  /** As it is given when the document is signed, `138` or `02a`; null leaves the place blank. */
  readonly number: string | null;
  /** What follows the number, for example `BC-UBND`. */
  readonly symbol: string;
  readonly place: string;
  readonly date: DocumentDate;
}

export interface Signature {
  /** Capacity and office, for example `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`. */
  readonly lines: readonly string[];
  readonly name: string | null;
}

/** A part of the document with a page of its own, numbered with Roman figures where there are several. */
export interface Annex {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface OfficialDocument {
  readonly language: 'vi-VN';
  /** Title in the properties of the file; what a reader shows in its window. */
  readonly metadataTitle: string;
  readonly head: DocumentHead;
  /** Tên loại, for example `BÁO CÁO`. */
  readonly documentType: string;
  /** Trích yếu, one string for each line. */
  readonly title: readonly string[];
  /** Kính gửi. */
  readonly addressees: readonly string[];
  /** Căn cứ, without the closing sign. */
  readonly legalBases: readonly string[];
  readonly blocks: readonly Block[];
  readonly signature: Signature;
  /** Nơi nhận, without dash and closing sign; the last names the archive. */
  readonly recipients: readonly string[];
  readonly annexes: readonly Annex[];
  /** Printed at the foot of every page, such as that the figures are made up. */
  readonly runningNotice: string | null;
}

export const NATIONAL_NAME = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const NATIONAL_MOTTO = 'Độc lập - Tự do - Hạnh phúc';
/** Closes the body of every official document. */
export const END_MARK = './.';

export const plain = (text: string): Run => ({ text });
export const bold = (text: string): Run => ({ text, bold: true });
export const italic = (text: string): Run => ({ text, italic: true });

/** A paragraph of the body. */
export function paragraph(...runs: readonly (Run | string)[]): Block {
  return { kind: 'paragraph', runs: runs.map((run) => (typeof run === 'string' ? plain(run) : run)) };
}

/** What stands in front of an item of a list. */
export function markOf(list: List, index: number): string {
  return list.marks?.[index] ?? '-';
}

/** A heading of the body. */
export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text };
}
