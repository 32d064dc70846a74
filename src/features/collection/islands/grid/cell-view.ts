import { cellText } from '../../../../domain/collection/index.ts';
import type { Language } from '../../../../domain/text/index.ts';
import type { CellState } from './model.ts';
import { words } from './words.ts';

/** How a cell looks: its text, the classes of its states, and their words for who does not see them. */
export interface CellView {
  readonly text: string;
  readonly look: string;
  readonly words: string;
}

/** Each state has a shape of its own in the style sheet, beside its colour. */
export function viewOfCell(cell: CellState, isLocked: boolean, language: Language): CellView {
  const { standings, commented, locked, notApplicable, notDue, faults } = words[language];
  const { figure, comment, draft, standing, refused } = cell;
  const look = ['cell', `is-${standing.replaceAll('_', '-')}`];
  const said: string[] = [];
  if (draft === null && figure.state === 'not_applicable') said.push(notApplicable(figure.reason));
  if (draft === null && figure.state === 'not_due') said.push(notDue);
  if (draft === null && (figure.state === 'not_applicable' || figure.state === 'not_due')) look.push('apart');
  const fault = draft?.fault ?? refused;
  said.push(standings[standing], fault === null ? '' : faults[fault]);
  if (comment !== null) {
    look.push('commented');
    said.push(commented);
  }
  if (isLocked) {
    look.push('locked');
    said.push(locked);
  }
  return {
    text: draft?.text ?? cellText(figure, language),
    look: look.join(' '),
    words: said.filter((one) => one !== '').join('. '),
  };
}
