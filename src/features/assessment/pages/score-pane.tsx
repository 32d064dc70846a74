import type { VNode } from 'preact';
import {
  type Criterion,
  formulaOf,
  type IndicatorScore,
  inputsOfCriterion,
  nextStepOf,
  type Standard,
  scaleFor,
  scaleText,
  sentenceOf,
} from '../../../domain/scoring/index.ts';
import { formatNumber, type Language } from '../../../domain/text/index.ts';
import { BigNumber } from '../../../ui/components/BigNumber.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { Trace, type TraceStep } from '../../../ui/components/Trace.tsx';
import { Island } from '../../../ui/islands/Island.tsx';
import type { LiveScoreProps } from '../islands/live-score.island.tsx';
import { messages } from '../messages.ts';
import { criterionScore, type ScoredCycle } from '../scored-cycle.ts';
import { FIGURES_FORM } from './figures-form.tsx';

export interface ScorePaneProps {
  readonly language: Language;
  readonly scored: ScoredCycle;
  readonly number: number;
  readonly editable: boolean;
}

/** The points of a criterion with the answer to "why?": each indicator's figures, band and article. */
export function ScorePane({ language, scored, number, editable }: ScorePaneProps): VNode {
  const { assessment, cycle } = scored;
  const words = messages[language].page;
  const score = criterionScore(assessment, number);
  return (
    <>
      <BigNumber language={language} value={score.points} maximum={score.maximum} />
      <p class="small muted">{words.asSaved}</p>
      {editable && (
        <Island name="live-score" props={liveScoreProps(scored, number, language)}>
          {null}
        </Island>
      )}
      <h3 id="vi-sao">{words.why}</h3>
      {score.indicators.map((indicator) => (
        <IndicatorTrace
          key={indicator.code}
          language={language}
          standard={scored.standard}
          territoryClass={cycle.territoryClass}
          score={indicator}
          open={score.indicators.length === 1}
        />
      ))}
      <p class="small muted">{words.article(score.indicators[0]!.trace.article)}</p>
    </>
  );
}

function IndicatorTrace(props: {
  language: Language;
  standard: Standard;
  territoryClass: string;
  score: IndicatorScore;
  open: boolean;
}): VNode {
  const { language, standard, territoryClass, score } = props;
  const words = messages[language].page;
  const indicator = standard.criteria
    .flatMap((criterion) => criterion.indicators)
    .find(({ code }) => code === score.code)!;
  const next = nextStepOf(score.trace, standard, territoryClass, language);
  const formula = formulaOf(score.trace, standard, language);
  const steps: TraceStep[] = [
    {
      text: sentenceOf(score.trace, standard, score.points, language),
      ...(formula === null ? {} : { formula }),
      ...(score.trace.provisional.length > 0 ? { note: words.provisionalMark } : {}),
    },
    ...(next === null ? [] : [{ text: next.sentence }]),
  ];
  const points = score.points === null ? words.notScored : formatNumber(score.points, language);
  return (
    <Details
      open={props.open || score.points !== score.maximum}
      summary={`${score.code}: ${points} / ${formatNumber(score.maximum, language)}`}
    >
      <Trace steps={steps} />
      <p class="small">
        <b>{words.rule}:</b>{' '}
        {scaleText(scaleFor(indicator, territoryClass), indicator.measure, language).join('; ')}.
      </p>
    </Details>
  );
}

/** What the live score needs of standard and figures: those of this criterion alone. */
function liveScoreProps(
  { cycle, standard }: ScoredCycle,
  number: number,
  language: Language,
): LiveScoreProps {
  const criterion = standard.criteria.find((candidate) => candidate.number === number)!;
  const inputs = inputsOfCriterion(criterion);
  const pick = <Value,>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(
      inputs.flatMap((input) => (record[input] === undefined ? [] : [[input, record[input]]])),
    );
  const words = messages[language].page;
  return {
    formId: FIGURES_FORM,
    language,
    territoryClass: cycle.territoryClass,
    standard: { ...standard, inputs: pick(standard.inputs), criteria: [withoutNotes(criterion)] },
    figures: pick(cycle.figures),
    previous: pick(cycle.previous),
    words: { live: words.live, notScored: words.notScored },
  };
}

const known = new WeakMap<Criterion, Criterion>();

/** Notes on provenance are long and the island shows none. */
function withoutNotes(criterion: Criterion): Criterion {
  let short = known.get(criterion);
  if (short === undefined) {
    const leaveOut = (key: string, inner: unknown) =>
      key === 'note' || key === 'evidence' ? undefined : inner;
    short = JSON.parse(JSON.stringify(criterion, leaveOut)) as Criterion;
    known.set(criterion, short);
  }
  return short;
}
