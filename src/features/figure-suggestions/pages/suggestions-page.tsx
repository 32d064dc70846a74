import type { VNode } from 'preact';
import type { CountRule } from '../../../domain/activity/index.ts';
import type { Standard } from '../../../domain/scoring/index.ts';
import type { Language } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import { activityMessages, logOfYearPath, logPath } from '../../activities/index.ts';
import { criterionName, criterionPath, figureText, inputLabel } from '../../assessment/index.ts';
import { fundOfYearPath } from '../../childrens-fund/index.ts';
import { petitionsOfYearPath } from '../../petitions/index.ts';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { suggestionsPath } from '../paths.ts';
import { countInWords, figureOf, type Suggestion } from '../suggestions.ts';

export interface SuggestionsPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly year: number;
  /** Null where the cycle of the year is not open. */
  readonly found: { readonly standard: Standard; readonly suggestions: readonly Suggestion[] } | null;
  readonly errors?: readonly FieldError[] | undefined;
  /** Somebody else changed a figure meanwhile: what is stored now. */
  readonly conflict?: string | undefined;
  readonly done?: string | undefined;
}

/** What the log of a year counts for the figures of its cycle, each with the list behind it. */
export function SuggestionsPage(props: SuggestionsPageProps): VNode {
  const { frame, unit, year, found } = props;
  const { language } = frame;
  const words = messages[language];
  const title = words.title(String(year));
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={title}
      errors={props.errors}
      crumbs={[
        { label: activityMessages[language].title, href: logOfYearPath(unit.code, { year }) },
        { label: title },
      ]}
    >
      <h1>{title}</h1>
      {props.done && (
        <Note kind="go" announced>
          <p>{props.done}</p>
        </Note>
      )}
      {props.conflict && (
        <Note kind="stop" announced>
          <p>{words.conflict(props.conflict)}</p>
        </Note>
      )}
      <p>{words.intro}</p>
      {found === null ? (
        <Note kind="wait">
          <p>{words.notOpen(String(year))}</p>
        </Note>
      ) : (
        <>
          <Note kind="wait">
            <p>{words.provisional}</p>
          </Note>
          {found.suggestions.map((suggestion) => (
            <SuggestionCard
              key={suggestion.counted.input}
              {...props}
              standard={found.standard}
              suggestion={suggestion}
            />
          ))}
        </>
      )}
      <form method="get" action={`${logPath(unit.code)}/de-xuat`}>
        <Field id="nam" kind="figure" label={words.year} value={String(year)} />
        <Button kind="plain">{words.show}</Button>
      </form>
    </UnitWorkPage>
  );
}

function SuggestionCard(
  props: SuggestionsPageProps & { readonly standard: Standard; readonly suggestion: Suggestion },
): VNode {
  const { frame, unit, year, standard, suggestion } = props;
  const { language } = frame;
  const words = messages[language];
  const { counted, criterion, count, suggested, now } = suggestion;
  const same = suggested !== null && now?.figure.state === 'given' && now.figure.value === suggested;
  return (
    <Card title={inputLabel(standard, counted.input, language)} id={counted.input}>
      <SummaryList
        rows={[
          {
            term: words.criterion(String(criterion)),
            value:
              now === null ? (
                criterionName(standard, criterion, language)
              ) : (
                <a href={criterionPath(unit.code, year, criterion)}>
                  {criterionName(standard, criterion, language)}
                </a>
              ),
          },
          { term: words.counted, value: countInWords(counted, count, language) },
          { term: words.list, value: <Lists {...props} rule={counted.rule} /> },
          { term: words.now, value: now === null ? words.notSeen : figureText(now.figure, language) },
          {
            term: words.suggested,
            value: suggested === null ? words.nothing : <b>{figureText(figureOf(suggested), language)}</b>,
          },
        ]}
      />
      {suggestion.mayAccept ? (
        <form method="post" action={suggestionsPath(unit.code, year)}>
          <input type="hidden" name="so_lieu" value={counted.input} />
          <input type="hidden" name="tieu_chi" value={String(criterion)} />
          <input type="hidden" name="dem_duoc" value={String(count)} />
          <input type="hidden" name="lan_sua" value={String(now?.revision ?? 0)} />
          <Button kind="plain">
            {words.accept}
            <span class="visually-hidden"> {inputLabel(standard, counted.input, language)}</span>
          </Button>
        </form>
      ) : (
        suggested !== null && <p class="muted">{same ? words.same : words.notOwner}</p>
      )}
    </Card>
  );
}

/** The ways to what was counted. */
function Lists(props: {
  readonly frame: { readonly language: Language };
  readonly unit: UnitAtWork;
  readonly year: number;
  readonly rule: CountRule;
}): VNode {
  const { unit, year, rule } = props;
  const { language } = props.frame;
  const { lists } = messages[language];
  switch (rule.count) {
    case 'activities':
    case 'months':
      return (
        <ul>
          {rule.kinds.map((kind) => (
            <li key={kind}>
              <a href={logOfYearPath(unit.code, { year, kind })}>{activityMessages[language].kinds[kind]}</a>
            </li>
          ))}
        </ul>
      );
    case 'petitions':
      return <a href={petitionsOfYearPath(unit.code, { year })}>{lists.petitions}</a>;
    case 'petitions_answered':
      return <a href={petitionsOfYearPath(unit.code, { year, state: 'answered' })}>{lists.answered}</a>;
    case 'contributions':
      return <a href={fundOfYearPath(unit.code, year)}>{lists.contributions}</a>;
  }
}
