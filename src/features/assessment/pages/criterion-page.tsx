import type { VNode } from 'preact';
import { lockingCriterion } from '../../../domain/cycle/index.ts';
import { inputsOfCriterion, type Standard } from '../../../domain/scoring/index.ts';
import { formatDate, formatInstant, formatNumber } from '../../../domain/text/index.ts';
import type { PersonActor } from '../../../platform/database/index.ts';
import { Card } from '../../../ui/components/Card.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { Timeline } from '../../../ui/components/Timeline.tsx';
import type { CollectedFigure } from '../collected.ts';
import type { ShownEvidence } from '../evidence-on-pages.ts';
import { messages } from '../messages.ts';
import { criterionPath, cyclePath } from '../paths.ts';
import { deedsOf, visibleCriteria } from '../policy.ts';
import type { CriterionEvent, LastChange } from '../queries.ts';
import { criterionScore, type ScoredCycle } from '../scored-cycle.ts';
import { criterionName, statusOf } from '../wording.ts';
import { DecisionForms } from './decision-forms.tsx';
import { EvidencePane } from './evidence-pane.tsx';
import { type BoxValue, FiguresForm, type ShownConflict } from './figures-form.tsx';
import { crumbs, type PageFrame, UnitPage } from './frame.tsx';
import { ProvisionalNote } from './provisional-note.tsx';
import { ScorePane } from './score-pane.tsx';

export interface CriterionPageProps {
  readonly frame: PageFrame;
  readonly actor: PersonActor;
  readonly scored: ScoredCycle;
  readonly number: number;
  readonly lastChanges: ReadonlyMap<string, LastChange>;
  readonly events: readonly CriterionEvent[];
  readonly evidence: ShownEvidence;
  readonly collected: ReadonlyMap<string, CollectedFigure>;
  /** What was typed, where it was not saved; by input. */
  readonly typed?: ReadonlyMap<string, BoxValue>;
  readonly errors?: readonly FieldError[];
  readonly conflicts?: readonly ShownConflict[];
  /** The answer to what the person has just done. */
  readonly done?: string;
}

/** One criterion: its figures, the evidence it needs, and its points with the reason for each. */
export function CriterionPage(props: CriterionPageProps): VNode {
  const { frame, actor, scored, number, done, errors = [] } = props;
  const { cycle, standard, assessment } = scored;
  const { language } = frame;
  const words = messages[language];
  const state = cycle.criteria.find((candidate) => candidate.number === number)!;
  const criterion = standard.criteria.find((candidate) => candidate.number === number)!;
  const deeds = deedsOf(actor, cycle, state);
  const status = statusOf(state, cycle, standard, language);
  const score = criterionScore(assessment, number);
  const title = `${number}. ${criterionName(standard, number, language)}`;
  return (
    <UnitPage
      frame={frame}
      unit={cycle.unit}
      title={title}
      errors={errors}
      crumbs={crumbs(cycle.unit, language, cycle.year, [{ label: words.criterion(number) }])}
    >
      <h1>{title}</h1>
      <p class="muted">
        {words.page.responsible(state.organisationName, formatDate(state.dueDate))}{' '}
        <Tag kind={status.kind}>{status.word}</Tag>{' '}
        {score.disqualifyingZero && (
          <Tag kind="stop">{language === 'vi' ? 'Điểm liệt' : 'Disqualifying zero'}</Tag>
        )}
      </p>
      {done && (
        <Note kind="go" announced>
          <p>{done}</p>
        </Note>
      )}
      {state.returnedReason && (
        <Note kind="wait" title={words.page.returned}>
          <p>{state.returnedReason}</p>
        </Note>
      )}
      <Columns layout="three">
        <Card title={words.page.figures} id="so-lieu">
          {(state.state === 'handed_in' || state.state === 'accepted') && (
            <p class="muted">{words.page.locksInfo[state.state]}</p>
          )}
          {!deeds.has('save') && state.state !== 'handed_in' && state.state !== 'accepted' && (
            <p class="muted">{words.page.readOnly}</p>
          )}
          <FiguresForm
            language={language}
            cycle={cycle}
            standard={standard}
            criterion={criterion}
            editable={deeds.has('save')}
            lastChanges={props.lastChanges}
            collected={props.collected}
            typed={props.typed ?? new Map()}
            errors={errors}
            conflicts={props.conflicts ?? []}
            lockedBy={locksOf(standard, props)}
          />
          <DecisionForms language={language} place={cycle} number={number} deeds={deeds} errors={errors} />
        </Card>
        <Card title={words.page.evidence} id="minh-chung">
          <EvidencePane
            language={language}
            criterion={criterion}
            evidence={props.evidence}
            mayHandIn={deeds.has('hand_in')}
          />
          {props.events.length > 0 && (
            <>
              <h3>{words.page.history}</h3>
              <Timeline
                happenings={props.events.map((event) => ({
                  when: formatInstant(event.happenedAt),
                  instant: event.happenedAt.toISOString(),
                  who: event.personName,
                  what: words.events[event.kind],
                  why: event.reason ?? undefined,
                }))}
              />
            </>
          )}
        </Card>
        <Card title={words.page.score} id="diem">
          <ScorePane language={language} scored={scored} number={number} editable={deeds.has('save')} />
          <ProvisionalNote
            standard={standard}
            values={score.indicators.flatMap((indicator) => indicator.trace.provisional)}
            language={language}
          />
        </Card>
      </Columns>
      <Neighbours {...props} />
    </UnitPage>
  );
}

/** The criterion that locks each input, where one does. */
function locksOf(standard: Standard, { scored, number }: CriterionPageProps): ReadonlyMap<string, number> {
  const criterion = standard.criteria.find((candidate) => candidate.number === number)!;
  return new Map(
    inputsOfCriterion(criterion).flatMap((input) => {
      const locking = lockingCriterion(standard, scored.cycle.criteria, input);
      return locking === null || locking === number ? [] : [[input, locking] as const];
    }),
  );
}

/** The way back, and to the criteria before and after that this person sees. */
function Neighbours({ frame, actor, scored: { cycle, standard }, number }: CriterionPageProps): VNode {
  const words = messages[frame.language];
  const numbers = visibleCriteria(actor, cycle).map((criterion) => criterion.number);
  const place = numbers.indexOf(number);
  const link = (at: number | undefined, label: string) =>
    at === undefined ? null : (
      <li>
        <a href={criterionPath(cycle.unit.code, cycle.year, at)}>
          {label}: {formatNumber(at)}. {criterionName(standard, at, frame.language)}
        </a>
      </li>
    );
  return (
    <nav aria-label={words.home.caption}>
      <ul class="neighbours">
        {link(numbers[place - 1], words.page.previousCriterion)}
        <li>
          <a href={cyclePath(cycle.unit.code, cycle.year)}>{words.page.toHome}</a>
        </li>
        {link(numbers[place + 1], words.page.nextCriterion)}
      </ul>
    </nav>
  );
}
