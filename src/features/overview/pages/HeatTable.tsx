import type { VNode } from 'preact';
import type { Standard } from '../../../domain/scoring/index.ts';
import { formatNumber, type Language } from '../../../domain/text/index.ts';
import { Tag } from '../../../ui/components/Tag.tsx';
import { messages } from '../messages.ts';
import type { StandingSummary, UnitStanding } from '../queries.ts';

export interface HeatTableProps {
  readonly language: Language;
  readonly year: number;
  readonly rows: readonly UnitStanding[];
  /** The standard whose criteria head the columns. */
  readonly standard: Standard;
}

/** Units × criteria with their points: the figure says it, the colour helps the eye, and a zero has its word. */
export function HeatTable({ language, year, rows, standard }: HeatTableProps): VNode {
  const words = messages[language];
  const number = (value: number) => formatNumber(value, language);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard.
    <section class="scroll" aria-label={words.heading} tabIndex={0}>
      <table class="heat">
        <caption>{words.heading}</caption>
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            {standard.criteria.map((criterion) => (
              <th scope="col" key={criterion.number}>
                <abbr
                  title={words.criterion(
                    criterion.number,
                    language === 'vi' ? criterion.name : criterion.nameEn,
                    number(criterion.maxPoints),
                  )}
                >
                  <span class="visually-hidden">{words.criterionShort(criterion.number)}</span>
                  <span aria-hidden="true">{criterion.number}</span>
                </abbr>
              </th>
            ))}
            <th scope="col" class="number">
              {words.total}
            </th>
            <th scope="col">{words.verdict}</th>
            <th scope="col">{words.stageColumn}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((unit) => (
            <tr key={unit.code}>
              <th scope="row">
                <a href={`/don-vi/${unit.code}/tu-danh-gia/${year}`}>{unit.fullName}</a>
              </th>
              {standard.criteria.map((criterion, place) => (
                <PointsCell
                  key={criterion.number}
                  language={language}
                  points={unit.summary?.points[place] ?? null}
                  maximum={criterion.maxPoints}
                  disqualifying={unit.summary?.disqualifyingZeros.includes(criterion.number) ?? false}
                />
              ))}
              <td class="number total">
                <Total language={language} summary={unit.summary} />
              </td>
              <td class="words">
                {unit.summary && <VerdictTag language={language} summary={unit.summary} />}
              </td>
              <td class="words small">{stageWords(language, unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PointsCell(props: {
  language: Language;
  points: number | null;
  maximum: number;
  disqualifying: boolean;
}): VNode {
  const { language, points, maximum } = props;
  const words = messages[language];
  if (props.disqualifying) {
    return (
      <td class="zero">
        0<span class="visually-hidden"> ({words.zero})</span>
      </td>
    );
  }
  if (points === null) {
    return (
      <td class="open">
        <span aria-hidden="true">…</span>
        <span class="visually-hidden">{words.missing}</span>
      </td>
    );
  }
  const look = points === maximum ? 'full' : points * 10 >= maximum * 8 ? 'high' : 'low';
  return <td class={look}>{formatNumber(points, language)}</td>;
}

function Total({ language, summary }: { language: Language; summary: StandingSummary | null }): VNode {
  const words = messages[language];
  const number = (value: number) => formatNumber(value, language);
  if (summary === null) {
    return (
      <>
        <span aria-hidden="true">…</span>
        <span class="visually-hidden">{words.notYet}</span>
      </>
    );
  }
  if (summary.total !== null) return <b>{number(summary.total)}</b>;
  return (
    <>
      <span aria-hidden="true">{words.range(number(summary.least), number(summary.most))}</span>
      <span class="visually-hidden">{words.rangeInWords(number(summary.least), number(summary.most))}</span>
    </>
  );
}

function VerdictTag({ language, summary }: { language: Language; summary: StandingSummary }): VNode {
  const words = messages[language].verdicts;
  if (summary.disqualifyingZeros.length > 0)
    return <Tag kind="stop">{words.zero(summary.disqualifyingZeros.join(', '))}</Tag>;
  if (summary.verdict === 'recognisable') return <Tag kind="go">{words.recognisable}</Tag>;
  if (summary.most < summary.threshold)
    return <Tag kind="wait">{words.below(formatNumber(summary.threshold - summary.most, language))}</Tag>;
  return <Tag kind="plain">{words.incomplete}</Tag>;
}

function stageWords(language: Language, { stage, progress }: UnitStanding): string {
  const words = messages[language].stageOf;
  if (progress === null) return words.notOpened;
  if (stage === 'accepted') return words.accepted(progress.criteria);
  if (stage === 'handed_in') return words.handedIn(progress.criteria);
  return words.entering(progress.handedIn, progress.criteria);
}
