import type { VNode } from 'preact';
import { bandText, type ProvisionalValue, type Standard } from '../../../domain/scoring/index.ts';
import { formatNumber, type Language } from '../../../domain/text/index.ts';
import { Details } from '../../../ui/components/Details.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { messages } from '../messages.ts';

/** Says that provisional values took part, and which: on every page with a score. */
export function ProvisionalNote(props: {
  readonly standard: Standard;
  readonly values: readonly ProvisionalValue[];
  readonly language: Language;
}): VNode | null {
  const { standard, values, language } = props;
  if (values.length === 0) return null;
  const words = messages[language];
  const byIndicator = new Map<string, ProvisionalValue[]>();
  for (const value of values) {
    const list = byIndicator.get(value.indicator);
    if (list) list.push(value);
    else byIndicator.set(value.indicator, [value]);
  }
  return (
    <Note kind="wait">
      <p>{words.provisionalCount(formatNumber(values.length, language))}</p>
      <Details summary={words.provisionalWhich}>
        <ul class="small">
          {[...byIndicator].map(([code, list]) => (
            <li key={code}>
              {code}: {list.map((value) => whatIsProvisional(value, standard, language)).join('; ')}
            </li>
          ))}
        </ul>
      </Details>
    </Note>
  );
}

const kinds = {
  vi: { measure: 'cách tính', empty_denominator: 'quy tắc khi không phát sinh' },
  en: { measure: 'way of measuring', empty_denominator: 'rule for no occurrence' },
} as const;

/** A standard's values never change: what is said of each is put together once. */
const known = { vi: new WeakMap<ProvisionalValue, string>(), en: new WeakMap<ProvisionalValue, string>() };

function whatIsProvisional(value: ProvisionalValue, standard: Standard, language: Language): string {
  const text = known[language].get(value) ?? describe(value, standard, language);
  known[language].set(value, text);
  return text;
}

function describe(value: ProvisionalValue, standard: Standard, language: Language): string {
  if (value.what !== 'band') return kinds[language][value.what];
  const indicator = standard.criteria
    .flatMap((criterion) => criterion.indicators)
    .find(({ code }) => code === value.indicator)!;
  const [, classPart, place] = /(?:scaleByClass\.([^.]+)|scale)\.(\d+)$/.exec(value.path) ?? [];
  const scale =
    classPart === undefined ? indicator.scale : (indicator.scaleByClass?.[classPart] ?? indicator.scale);
  const index = Number(place);
  const band = scale[index]!;
  const points = formatNumber(band.points, language);
  return `${bandText(band, scale[index - 1] ?? null, indicator.measure, language)}: ${points} ${language === 'vi' ? 'điểm' : 'points'}`;
}
