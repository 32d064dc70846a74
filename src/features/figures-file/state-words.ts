import type { FigureState } from '../../domain/scoring/index.ts';
import { searchKey } from '../../domain/text/index.ts';

/** The states as a person chooses them in the workbook. */
export const STATE_WORDS: Readonly<Record<FigureState, string>> = {
  given: 'Số',
  no_data: 'Chưa có số liệu',
  not_applicable: 'Không áp dụng',
  not_due: 'Chưa đến hạn',
};
export const YES = 'Có';
export const NO = 'Không';

const STATES = new Map<string, FigureState>(
  Object.entries(STATE_WORDS).flatMap(([state, word]) => [
    [state, state as FigureState] as const,
    [searchKey(word), state as FigureState] as const,
  ]),
);

/** The state that a word stands for, by code or in Vietnamese with or without tones; null for any other text. */
export function stateOfWord(text: string): FigureState | null {
  return STATES.get(searchKey(text)) ?? null;
}

/** "Có", "không", "true", "yes" and the like; null for any other text. A number is no answer. */
export function answerOfWord(text: string): boolean | null {
  const key = searchKey(text);
  if (['co', 'true', 'yes'].includes(key)) return true;
  if (['khong', 'false', 'no'].includes(key)) return false;
  return null;
}
