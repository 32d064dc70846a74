import type { VNode } from 'preact';
import { isOpen } from '../../../domain/cycle/index.ts';
import { explainReason, type Reason } from '../../../domain/scoring/index.ts';
import { formatDate, formatNumber, type Language } from '../../../domain/text/index.ts';
import type { PersonActor } from '../../../platform/database/index.ts';
import { BigNumber } from '../../../ui/components/BigNumber.tsx';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { ScoreBar } from '../../../ui/components/ScoreBar.tsx';
import { type Task, TaskList } from '../../../ui/components/TaskList.tsx';
import type { EvidenceCount } from '../evidence-on-pages.ts';
import { messages } from '../messages.ts';
import { assignmentPath, criterionPath, cyclesPath, reportPath } from '../paths.ts';
import { deedsOf, mayPlan, maySeeWholeCycle, visibleCriteria } from '../policy.ts';
import type { CycleCriterion, CycleUnit } from '../queries.ts';
import { criterionScore, type ScoredCycle } from '../scored-cycle.ts';
import { criterionName, dueText, statusOf } from '../wording.ts';
import { crumbs, type PageFrame, UnitPage } from './frame.tsx';
import { ProvisionalNote } from './provisional-note.tsx';

export interface HomePageProps {
  readonly frame: PageFrame;
  readonly actor: PersonActor;
  readonly scored: ScoredCycle;
  readonly evidence: readonly EvidenceCount[];
  readonly today: string;
}

const MOST_MISSING_SHOWN = 5;

/** The home of a cycle: the criteria as a task list, where the score stands, and what stands in the way. */
export function HomePage({ frame, actor, scored, evidence, today }: HomePageProps): VNode {
  const { cycle, standard, assessment } = scored;
  const { language } = frame;
  const words = messages[language];
  const criteria = visibleCriteria(actor, cycle);
  const whole = maySeeWholeCycle(actor, cycle.unit.id);
  const title = words.home.title(words.unitTypes[cycle.unit.type], cycle.year);
  const threshold = standard.recognition.thresholds.find(
    (candidate) => candidate.class === cycle.territoryClass,
  )!;
  const tasks = criteria.map((criterion): Task => {
    const score = criterionScore(assessment, criterion.number);
    return {
      number: criterion.number,
      name: criterionName(standard, criterion.number, language),
      href: criterionPath(cycle.unit.code, cycle.year, criterion.number),
      owner: criterion.organisationName,
      status: statusOf(criterion, cycle, standard, language),
      disqualifyingZero: score.disqualifyingZero,
      evidence: evidenceText(evidence, criterion.number),
      due: dueText(criterion, today, language),
      points: { have: score.points, maximum: score.maximum },
    };
  });
  return (
    <UnitPage frame={frame} unit={cycle.unit} title={title} crumbs={crumbs(cycle.unit, language, cycle.year)}>
      <Columns layout="main-aside">
        <Card>
          <h1>{title}</h1>
          <p class="muted">
            {words.home.basis(
              standard.legalBasis.number,
              formatDate(standard.legalBasis.issued),
              language === 'vi' ? threshold.statement : threshold.statementEn,
              formatNumber(threshold.points, language),
            )}
          </p>
          {tasks.length > 0 ? (
            <TaskList language={language} caption={words.home.caption} tasks={tasks} />
          ) : (
            <EmptyState title={words.home.nothingAssigned}>{words.home.nothingAssignedHint}</EmptyState>
          )}
        </Card>
        <aside>
          {whole ? (
            <WholeScore scored={scored} language={language} />
          ) : (
            <OwnScore scored={scored} criteria={criteria} language={language} />
          )}
          <ToDo actor={actor} scored={scored} criteria={criteria} today={today} language={language} />
          {whole && (
            <ButtonRow>
              <Button kind="plain" href={reportPath(cycle.unit.code, cycle.year)}>
                {words.home.report}
              </Button>
              {mayPlan(actor, cycle.unit.id) && (
                <Button kind="plain" href={assignmentPath(cycle.unit.code, cycle.year)}>
                  {words.home.assign}
                </Button>
              )}
            </ButtonRow>
          )}
          <ProvisionalNote standard={standard} values={assessment.provisional} language={language} />
        </aside>
      </Columns>
    </UnitPage>
  );
}

/** "3/4": for three of four indicators the evidence is enough. */
function evidenceText(counts: readonly EvidenceCount[], number: number): string | undefined {
  const count = counts.find(({ criterion }) => criterion === number);
  return count === undefined ? undefined : `${count.enough}/${count.enough + count.weak + count.missing}`;
}

function WholeScore({ scored, language }: { scored: ScoredCycle; language: Language }): VNode {
  const { cycle, assessment } = scored;
  const words = messages[language];
  const points = (value: number) => formatNumber(value, language);
  const open = cycle.criteria.filter(({ state }) => state !== 'accepted').length;
  return (
    <Card title={words.home.scoreTitle} id="diem">
      <BigNumber language={language} value={assessment.least} maximum={assessment.maximum} />
      <ScoreBar
        language={language}
        have={assessment.least}
        range={assessment.total === null ? { least: assessment.least, most: assessment.most } : undefined}
        maximum={assessment.maximum}
        threshold={assessment.threshold}
      />
      <Note
        kind={
          assessment.verdict === 'recognisable'
            ? 'go'
            : assessment.reasons.some(({ code }) => code === 'disqualifying_zero') ||
                assessment.verdict === 'not_recognisable'
              ? 'stop'
              : 'wait'
        }
        title={`${words.verdicts[assessment.verdict]}.`}
      >
        {assessment.verdict === 'recognisable' ? (
          <p>{words.home.nothingInTheWay(points(assessment.least), points(assessment.threshold))}</p>
        ) : (
          <Reasons scored={scored} language={language} />
        )}
      </Note>
      {open > 0 && <p class="small muted">{words.home.notYetAccepted(open)}</p>}
      {!cycle.hasPrevious &&
        assessment.reasons.some(
          (reason) => reason.code === 'figure_missing' && reason.period === 'previous',
        ) && (
          <p class="small">
            {words.home.noPrevious(cycle.year - 1)}{' '}
            <a href={`${cyclesPath(cycle.unit.code)}?nam=${cycle.year - 1}`}>
              {words.home.openPrevious(cycle.year - 1)}
            </a>
          </p>
        )}
    </Card>
  );
}

/** What stands in the way, the decisive first: zeros, the threshold, then what is missing. */
function Reasons({ scored, language }: { scored: ScoredCycle; language: Language }): VNode {
  const { cycle, standard, assessment } = scored;
  const words = messages[language];
  const sentence = (reason: Reason) => explainReason(reason, standard, assessment, language);
  const missing = assessment.reasons.filter((reason) => reason.code === 'figure_missing');
  const certain = assessment.reasons.filter((reason) => reason.code !== 'figure_missing');
  return (
    <>
      {certain.map((reason) => (
        <p key={sentence(reason)}>
          {reason.code === 'disqualifying_zero' ? (
            <a href={criterionPath(cycle.unit.code, cycle.year, reason.criterion)}>{sentence(reason)}</a>
          ) : (
            sentence(reason)
          )}
        </p>
      ))}
      {missing.length > 0 && (
        <Details
          summary={words.home.missing(missing.length)}
          open={certain.length === 0 && missing.length <= MOST_MISSING_SHOWN}
        >
          <ul>
            {missing.slice(0, MOST_MISSING_SHOWN).map((reason) => (
              <li key={sentence(reason)}>{sentence(reason)}</li>
            ))}
            {missing.length > MOST_MISSING_SHOWN && (
              <li>{words.home.more(missing.length - MOST_MISSING_SHOWN)}</li>
            )}
          </ul>
        </Details>
      )}
    </>
  );
}

/** For who owns some criteria only: the points of those. */
function OwnScore(props: {
  scored: ScoredCycle;
  criteria: readonly CycleCriterion[];
  language: Language;
}): VNode {
  const words = messages[props.language];
  const scores = props.criteria.map(({ number }) => criterionScore(props.scored.assessment, number));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const have = sum(scores.map((score) => score.points ?? 0));
  const maximum = sum(scores.map((score) => score.maximum));
  const points = (value: number) => formatNumber(value, props.language);
  return (
    <Card title={words.home.ownScoreTitle} id="diem">
      <BigNumber language={props.language} value={have} maximum={maximum} />
      <p class="muted">{words.home.ownScore(points(have), points(maximum))}</p>
    </Card>
  );
}

/** What waits for this person now. */
function ToDo(props: {
  actor: PersonActor;
  scored: ScoredCycle;
  criteria: readonly CycleCriterion[];
  today: string;
  language: Language;
}): VNode {
  const { actor, scored, criteria, today, language } = props;
  const { cycle, standard } = scored;
  const words = messages[language];
  const may = (criterion: CycleCriterion, deed: 'save' | 'accept') =>
    deedsOf(actor, cycle, criterion).has(deed);
  const path = (number: number) => criterionPath(cycle.unit.code, cycle.year, number);
  const toComplete = criteria.filter((criterion) => criterion.state === 'returned' && may(criterion, 'save'));
  const toEnter = criteria.filter((criterion) => criterion.state !== 'returned' && may(criterion, 'save'));
  const toAccept = criteria.filter((criterion) => may(criterion, 'accept'));
  const late = mayPlan(actor, cycle.unit.id)
    ? criteria.filter((criterion) => isOpen(criterion.state) && criterion.dueDate < today)
    : [];
  const numbers = (list: readonly CycleCriterion[]) => list.map(({ number }) => number).join(', ');
  const empty = toComplete.length + toEnter.length + toAccept.length + late.length === 0;
  return (
    <Card title={words.home.todo} id="viec">
      {empty && <p class="muted">{words.home.nothingToDo}</p>}
      <ul class="plain-list">
        {toComplete.map((criterion) => (
          <li key={criterion.number}>
            <a href={path(criterion.number)}>
              {words.home.toComplete(criterion.number, criterion.returnedReason ?? '')}
            </a>
          </li>
        ))}
        {toAccept.length > 0 && (
          <li>
            <a href={path(toAccept[0]!.number)}>{words.home.toAccept(numbers(toAccept))}</a>
          </li>
        )}
        {toEnter.map((criterion) => (
          <li key={criterion.number}>
            <a href={path(criterion.number)}>
              {words.home.toEnter(criterion.number, criterionName(standard, criterion.number, language))}
            </a>
          </li>
        ))}
        {late.length > 0 && <li>{words.home.late(numbers(late))}</li>}
      </ul>
    </Card>
  );
}

/** A year that is not open yet. */
export function NotOpenPage(props: {
  frame: PageFrame;
  unit: CycleUnit;
  year: number;
  mayOpen: boolean;
}): VNode {
  const { frame, unit, year } = props;
  const words = messages[frame.language];
  return (
    <UnitPage
      frame={frame}
      unit={unit}
      title={words.home.notOpen(year)}
      crumbs={crumbs(unit, frame.language, year)}
    >
      <Card>
        <h1>{words.home.notOpen(year)}</h1>
        <p>{words.home.notOpenHint}</p>
        {props.mayOpen && <Button href={`${cyclesPath(unit.code)}?nam=${year}`}>{words.years.open}</Button>}
      </Card>
    </UnitPage>
  );
}
