import type { Run } from './block-model.ts';
import { cleanText } from './clean-text.ts';
import { PAGE, TEXT_WIDTH } from './layout.ts';

export type Docx = typeof import('docx');

/** Twentieths of a point in a millimetre. */
const TWIPS_PER_MM = 1440 / 25.4;
export const twips = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM);
export const TEXT_TWIPS = twips(TEXT_WIDTH);
/** Word gives sizes in half points. */
export const halfPoints = (points: number): number => points * 2;

export const MARGIN = {
  top: `${PAGE.top}mm`,
  bottom: `${PAGE.bottom}mm`,
  left: `${PAGE.left}mm`,
  right: `${PAGE.right}mm`,
  header: '8mm',
  footer: '8mm',
} as const;

export function textRun(docx: Docx, run: Run, size: number) {
  return new docx.TextRun({
    text: cleanText(run.text),
    size: halfPoints(size),
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
  });
}

export const upper = (text: string): string => cleanText(text).toLocaleUpperCase('vi');

const NONE = { style: 'none', size: 0, color: 'auto' } as const;
export const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
} as const;
