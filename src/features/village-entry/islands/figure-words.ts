import type { Figure } from '../../../domain/scoring/index.ts';
import { formatNumber, type Language } from '../../../domain/text/index.ts';
import { words } from './words.ts';

/** A figure as a village reads it: "41", "Có", "Chưa có số liệu", "Không áp dụng: …". */
export function figureWords(figure: Figure, language: Language): string {
  const said = words[language];
  switch (figure.state) {
    case 'given': {
      const { value } = figure;
      return typeof value === 'boolean' ? (value ? said.yes : said.no) : formatNumber(value, language);
    }
    case 'not_applicable':
      return `${said.figureStates.not_applicable}: ${figure.reason}`;
    default:
      return said.figureStates[figure.state];
  }
}
