import { formatNumber, type Language } from '../../domain/text/index.ts';
import type { TagKind } from '../../ui/components/Tag.tsx';
import type { MeasuredTarget } from './measured-target.ts';
import { messages } from './messages.ts';
import type { Target } from './queries.ts';

/** Two decimals at most: a third of something is no longer read. */
export function numberInWords(value: number, language: Language): string {
  return formatNumber(Math.round(value * 100) / 100, language);
}

const withUnit = (number: string, unit: string | null): string =>
  unit === null ? number : unit === '%' ? `${number}%` : `${number} ${unit}`;

/** "Ít nhất 90%", "Duy trì 6/13 xã", "Giảm so với 12 của năm trước". */
export function goalInWords(target: Target, language: Language): string {
  const words = messages[language];
  const parts: string[] = [words.operators[target.operator]];
  if (target.value !== null) {
    const value = numberInWords(target.value, language);
    parts.push(
      withUnit(
        target.of === null ? value : words.goalOf(value, numberInWords(target.of, language)),
        target.unit,
      ),
    );
  }
  const compares =
    target.operator === 'reduce' ||
    target.operator === 'increase' ||
    (target.operator === 'maintain' && target.value === null);
  if (compares && target.baseline !== null)
    parts.push(words.againstBaseline(numberInWords(target.baseline, language)));
  return parts.join(' ');
}

/** A rise or fall in percent is of a count: the percent sign belongs to the goal alone. */
const unitOfFigure = ({ operator, unit }: Target): string | null =>
  unit === '%' && (operator === 'reduce' || operator === 'increase') ? null : unit;

/** "92,5% · được 80% chặng đường", or a dash while there is no figure. */
export function reachedInWords({ target, judgement }: MeasuredTarget, language: Language): string {
  if (judgement.reached === null) return '–';
  const reached = withUnit(numberInWords(judgement.reached, language), unitOfFigure(target));
  const { progress, verdict } = judgement;
  return verdict === 'on_the_way' && progress !== null
    ? `${reached} · ${messages[language].progress(progress)}`
    : reached;
}

export type ShownVerdict = keyof typeof messages.vi.verdicts;

export const shownVerdict = ({ target, judgement }: MeasuredTarget): ShownVerdict =>
  target.state === 'closed' ? 'closed' : judgement.verdict;

export const TAG_OF_VERDICT: Readonly<Record<ShownVerdict, TagKind>> = {
  met: 'go',
  not_met: 'stop',
  on_the_way: 'info',
  no_figure: 'wait',
  no_baseline: 'wait',
  closed: 'plain',
};
