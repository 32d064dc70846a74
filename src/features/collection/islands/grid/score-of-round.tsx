import type { VNode } from 'preact';
import type { Assessment, CriterionScore, Standard } from '../../../../domain/scoring/index.ts';
import { formatNumber, type Language } from '../../../../domain/text/index.ts';
import { words } from './words.ts';

interface ScoreOfRoundProps {
  readonly language: Language;
  readonly standard: Standard;
  readonly before: Assessment;
  readonly now: Assessment;
}

/** What the totals would do to the criteria that they decide. */
export function ScoreOfRound({ language, standard, before, now }: ScoreOfRoundProps): VNode {
  const { score } = words[language];
  const pointsOf = ({ points, maximum }: CriterionScore) =>
    points === null
      ? score.missing
      : score.points(formatNumber(points, language), formatNumber(maximum, language));
  return (
    <section class="score-of-round card" aria-labelledby="diem-cua-dot">
      <h2 id="diem-cua-dot">{score.title}</h2>
      <p class="small">{score.note}</p>
      <ul>
        {standard.criteria.map((criterion, place) => {
          const [then, after] = [before.criteria[place]!, now.criteria[place]!];
          return (
            <li key={criterion.number}>
              {score.criterion(criterion.number, language === 'vi' ? criterion.name : criterion.nameEn)}:{' '}
              <b>{pointsOf(after)}</b>{' '}
              {then.points !== after.points && <span class="small">({score.before(pointsOf(then))})</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
