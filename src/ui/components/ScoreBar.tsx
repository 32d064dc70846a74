import type { VNode } from 'preact';
import { formatNumber } from '../../domain/text/index.ts';
import type { Language } from '../language.ts';
import { messages } from '../messages.ts';

export interface ScoreBarProps {
  readonly language: Language;
  /** Points that are certain now. */
  readonly have: number;
  /** The least and the most that the total can still become; absent when nothing is open. */
  readonly range?: { readonly least: number; readonly most: number } | undefined;
  readonly maximum: number;
  /** The points that the unit needs, marked with a line; absent for a single criterion. */
  readonly threshold?: number | undefined;
}

/** Where a total stands between 0, threshold and maximum. Screen readers get it as one sentence. For a row use `MiniBar`. */
export function ScoreBar(props: ScoreBarProps): VNode {
  const { language, have, range, maximum, threshold } = props;
  const words = messages[language].score;
  const most = range?.most ?? have;
  const points = (value: number) => formatNumber(value, language);
  return (
    <div class="score-bar" role="img" aria-label={sentence(props)}>
      {threshold !== undefined && (
        <svg class="mark" width="100%" height="54" aria-hidden="true">
          <line
            class="tick"
            x1={percent(threshold / maximum)}
            x2={percent(threshold / maximum)}
            y1="20"
            y2="54"
          />
          <text {...labelPlace(threshold / maximum)} y="14">
            {words.threshold(points(threshold))}
          </text>
        </svg>
      )}
      <svg class="rail" width="100%" height="22" aria-hidden="true">
        <rect class="beyond" x={percent(most / maximum)} width={percent(1 - most / maximum)} height="22" />
        <rect class="have" width={percent(have / maximum)} height="22" />
      </svg>
      <div class="ends" aria-hidden="true">
        <span>0</span>
        {most > have && <span>{words.reachable(points(most))}</span>}
        <span>{points(maximum)}</span>
      </div>
    </div>
  );
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(3))}%`;
}

/** The label stands over its line, but never beyond an end of the bar. */
function labelPlace(share: number): { x: string; 'text-anchor': 'start' | 'middle' | 'end' } {
  if (share > 0.84) return { x: '100%', 'text-anchor': 'end' };
  if (share < 0.16) return { x: '0', 'text-anchor': 'start' };
  return { x: percent(share), 'text-anchor': 'middle' };
}

function sentence({ language, have, range, maximum, threshold }: ScoreBarProps): string {
  const words = messages[language].score;
  const points = (value: number) => formatNumber(value, language);
  const parts = [words.inWords(points(have), points(maximum))];
  if (range && range.most > range.least) parts.push(words.range(points(range.least), points(range.most)));
  if (threshold !== undefined) {
    parts.push(
      have >= threshold
        ? words.reached(points(threshold))
        : words.short(points(threshold), points(threshold - have)),
    );
  }
  return `${parts.join('; ')}.`;
}
