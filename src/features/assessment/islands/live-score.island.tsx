import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import {
  type CriterionScore,
  compileStandard,
  type Figure,
  type Figures,
  type Language,
  type Standard,
  score,
  sentenceOf,
} from '../../../domain/scoring/index.ts';
import { formatNumber, parseWholeNumber } from '../../../domain/text/index.ts';
import { mount } from '../../../ui/islands/mount.ts';

export interface LiveScoreProps {
  readonly formId: string;
  readonly language: Language;
  readonly territoryClass: string;
  /** The standard with this criterion alone. */
  readonly standard: Standard;
  readonly figures: Figures;
  readonly previous: Figures;
  readonly words: { readonly live: string; readonly notScored: string };
}

/** The figures as they stand in the boxes; what cannot be read yet counts as no data. */
function figuresInForm(form: HTMLFormElement, { standard, figures }: LiveScoreProps): Figures {
  const data = new FormData(form);
  const now: Record<string, Figure> = { ...figures };
  for (const [input, { kind }] of Object.entries(standard.inputs)) {
    if (!form.elements.namedItem(input)) continue;
    const text = String(data.get(input) ?? '').trim();
    const state = String(data.get(`${input}.tinh_trang`) ?? '');
    if (kind === 'yes_no' && text !== '') now[input] = { state: 'given', value: text === 'co' };
    else if (kind === 'count' && text !== '') {
      const number = parseWholeNumber(text);
      now[input] = number.ok ? { state: 'given', value: number.value } : { state: 'no_data' };
    } else if (state === 'not_applicable')
      now[input] = { state, reason: String(data.get(`${input}.ly_do`) ?? '') };
    else now[input] = { state: state === 'not_due' ? 'not_due' : 'no_data' };
  }
  return now;
}

/** Shows the points that the figures would give while they are typed. Nothing is saved here. */
function LiveScore(props: LiveScoreProps): VNode | null {
  const [criterion, show] = useState<CriterionScore | null>(null);
  useEffect(() => {
    const form = document.getElementById(props.formId);
    if (!(form instanceof HTMLFormElement)) return;
    const scorer = compileStandard(props.standard);
    const again = () =>
      show(
        score(scorer, {
          figures: figuresInForm(form, props),
          previous: props.previous,
          territoryClass: props.territoryClass,
        }).criteria[0]!,
      );
    form.addEventListener('input', again);
    form.addEventListener('change', again);
    return () => {
      form.removeEventListener('input', again);
      form.removeEventListener('change', again);
    };
  }, []);
  if (criterion === null) return null;
  const points =
    criterion.points === null ? props.words.notScored : formatNumber(criterion.points, props.language);
  return (
    <div class="note plain" role="status">
      <p class="title">
        {props.words.live}: {points} / {formatNumber(criterion.maximum, props.language)}
      </p>
      {criterion.indicators.map((indicator) => (
        <p key={indicator.code} class="small">
          {indicator.code}: {sentenceOf(indicator.trace, props.standard, indicator.points, props.language)}
        </p>
      ))}
    </div>
  );
}

mount('live-score', LiveScore);
