import { messages, type PlanFileFaultCode } from './messages.ts';

/** Why a file gives no text. */
export interface PlanFileFault {
  readonly code: PlanFileFaultCode;
  /** What is wrong and what to do. */
  readonly message: string;
  readonly messageEn: string;
}

/** A reader cannot make text of the file; only `textOfDocument` sees it. */
export class PlanFileError extends Error {
  override readonly name = 'PlanFileError';
  readonly code: PlanFileFaultCode;
  /** Known of a scan, which has pages and no text. */
  readonly pages: number | null;
  constructor(code: PlanFileFaultCode, pages: number | null = null) {
    super(code);
    this.code = code;
    this.pages = pages;
  }
}

/** The fault in words, naming the file as the person knows it. */
export function planFileFault(code: PlanFileFaultCode, fileName: string): PlanFileFault {
  const name = `“${fileName.length > 80 ? `${fileName.slice(0, 77)}…` : fileName}”`;
  return { code, message: messages.vi[code](name), messageEn: messages.en[code](name) };
}
