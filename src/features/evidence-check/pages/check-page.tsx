import type { VNode } from 'preact';
import type { CheckedIndicator } from '../../../domain/evidence/index.ts';
import type { PersonActor } from '../../../platform/database/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { criterionPath } from '../../assessment/index.ts';
import { bringPath, choosePath, evidencePath, libraryPath, mayAdd } from '../../evidence/index.ts';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import type { CheckedCriterion, CheckedCycle } from '../checked-cycle.ts';
import { messages } from '../messages.ts';
import { checkDocumentPath, checkPath } from '../paths.ts';
import { FILTERS, type FilterWord, STATE_OF_FILTER } from '../schema.ts';
import { toldOf } from '../shown.ts';
import { countStates, indicatorInWords, STATE_KINDS } from '../wording.ts';

export interface CheckPageProps {
  readonly frame: WorkFrame;
  readonly actor: PersonActor;
  readonly checked: CheckedCycle;
  /** Those that the person sees. */
  readonly criteria: readonly CheckedCriterion[];
  readonly filter: FilterWord | null;
  /** Where the file of the year is taken out; null for who may not. */
  readonly archive: string | null;
}

/** The evidence of a year by criterion and indicator: enough, weak or missing, with each reason and what to do. */
export function CheckPage(props: CheckPageProps): VNode {
  const { frame, checked, criteria, filter } = props;
  const { unit, year } = checked.cycle;
  const words = messages[frame.language];
  const counts = countStates(criteria.flatMap(({ indicators }) => indicators));
  const shown = criteria
    .map(({ criterion, indicators }) => ({
      criterion,
      indicators: indicators.filter(({ state }) => filter === null || state === STATE_OF_FILTER[filter]),
    }))
    .filter(({ indicators }) => indicators.length > 0);
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={words.title(year)}
      crumbs={[{ label: words.library, href: libraryPath(unit.code) }, { label: words.crumb }]}
    >
      <Card>
        <h1>{words.title(year)}</h1>
        <p>{words.intro}</p>
        <p>
          <b>{words.counts(counts.enough, counts.weak, counts.missing)}</b>
        </p>
        <Filters {...props} counts={counts} />
        <ButtonRow>
          <Button kind="plain" href={checkDocumentPath(unit.code, year, 'pdf')}>
            {words.pdf}
          </Button>
          <Button kind="plain" href={checkDocumentPath(unit.code, year, 'docx')}>
            {words.docx}
          </Button>
          {props.archive !== null && (
            <Button kind="quiet" href={props.archive}>
              {words.archive}
            </Button>
          )}
        </ButtonRow>
        <p class="small muted no-print">{words.print}</p>
      </Card>
      {shown.length === 0 && (
        <Card>
          <p role="status">{words.nothingLeft}</p>
        </Card>
      )}
      {shown.map(({ criterion, indicators }) => (
        <Card
          key={criterion.number}
          id={`tieu-chi-${criterion.number}`}
          title={words.criterion(
            criterion.number,
            frame.language === 'vi' ? criterion.name : criterion.nameEn,
          )}
        >
          {indicators.map((indicator) => (
            <IndicatorPart key={indicator.code} {...props} criterion={criterion} indicator={indicator} />
          ))}
          <p class="no-print">
            <a href={criterionPath(unit.code, year, criterion.number)}>{words.toCriterion}</a>
          </p>
        </Card>
      ))}
    </UnitWorkPage>
  );
}

function Filters(
  props: CheckPageProps & { readonly counts: Record<'enough' | 'weak' | 'missing', number> },
): VNode {
  const { frame, checked, filter, counts } = props;
  const { unit, year } = checked.cycle;
  const words = messages[frame.language];
  return (
    <nav class="pages" aria-label={words.filtersLabel}>
      <ul>
        <li>
          <a href={checkPath(unit.code, year)} aria-current={filter === null ? 'page' : undefined}>
            {words.filters.all}
          </a>
        </li>
        {FILTERS.map((word) => (
          <li key={word}>
            <a href={checkPath(unit.code, year, word)} aria-current={filter === word ? 'page' : undefined}>
              {words.filters[STATE_OF_FILTER[word]]} ({counts[STATE_OF_FILTER[word]]})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function IndicatorPart(
  props: CheckPageProps & {
    readonly criterion: CheckedCriterion['criterion'];
    readonly indicator: CheckedIndicator;
  },
): VNode {
  const { frame, actor, checked, criterion, indicator } = props;
  const { cycle } = checked;
  const { language } = frame;
  const words = messages[language];
  const definition = criterion.indicators.find(({ code }) => code === indicator.code)!;
  return (
    <section id={`chi-tieu-${indicator.code}`}>
      <h3>
        {indicator.code} {language === 'vi' ? definition.statement : definition.statementEn}{' '}
        <Tag kind={STATE_KINDS[indicator.state]}>{words.states[indicator.state]}</Tag>
      </h3>
      <p class="small muted">
        {words.expected}: <span lang="vi">{definition.evidence.join('; ')}</span>
      </p>
      {indicatorInWords(indicator, language).map(({ what, next }) => (
        <p key={what}>
          {what} <b>{next}</b>
        </p>
      ))}
      {indicator.evidence.length > 0 && (
        <ul class="plain-list">
          {indicator.evidence.map((one) => {
            const { used, seen, inWords } = toldOf(one, checked, actor, language);
            return (
              <li key={used.id}>
                {seen ? <a href={evidencePath(cycle.unit.code, used.id)}>{used.title}</a> : words.hidden}{' '}
                <Tag kind={inWords.kind}>{words.standings[one.standing]}</Tag>
                {seen && <div class="small muted">{inWords.about}</div>}
                {inWords.reasons.map(({ what, next }) => (
                  <div key={what} class="small">
                    {what} <b>{next}</b>
                  </div>
                ))}
                {inWords.agreeing !== null && <div class="small muted">{inWords.agreeing}</div>}
              </li>
            );
          })}
        </ul>
      )}
      {indicator.state !== 'enough' && mayAdd(actor, cycle.unit.id) && (
        <p class="no-print">
          <a href={bringPath(cycle.unit.code, { year: cycle.year, indicator: indicator.code })}>
            {words.add}
          </a>
          {' · '}
          <a href={choosePath(cycle.unit.code, { year: cycle.year, indicator: indicator.code })}>
            {words.choose}
          </a>
        </p>
      )}
    </section>
  );
}

/** A year without a self-assessment has nothing to be checked. */
export function NoCyclePage(props: {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly year: number;
}): VNode {
  const words = messages[props.frame.language];
  return (
    <UnitWorkPage
      frame={props.frame}
      unit={props.unit}
      title={words.title(props.year)}
      crumbs={[{ label: words.library, href: libraryPath(props.unit.code) }, { label: words.crumb }]}
    >
      <Card>
        <h1>{words.title(props.year)}</h1>
        <EmptyState title={words.noCycle(props.year)}>{words.noCycleHint}</EmptyState>
      </Card>
    </UnitWorkPage>
  );
}
