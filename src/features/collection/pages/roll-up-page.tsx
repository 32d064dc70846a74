import type { VNode } from 'preact';
import {
  coverageSentence,
  periodsText,
  type RolledUp,
  type Standpoint,
  sentenceOfRollUp,
} from '../../../domain/collection/index.ts';
import { type Figure, inputsOfCriterion, type Standard } from '../../../domain/scoring/index.ts';
import { formatNumber } from '../../../domain/text/index.ts';
import type { PersonActor } from '../../../platform/database/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import {
  type Cycle,
  criterionName,
  criterionPath,
  deedsOf,
  figureText,
  inputLabel,
  visibleCriteria,
} from '../../assessment/index.ts';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { rolledPlacesPath, rollUpPath, roundsPath } from '../paths.ts';
import { maySeeCollection } from '../policy.ts';
import type { RolledInput } from '../queries/roll-up.ts';
import { canBeTaken, isSettled, offeredOf, tokenOf } from '../roll-up-figures.ts';
import { rollUpMessages } from '../roll-up-messages.ts';

export interface RollUpPageProps {
  readonly frame: WorkFrame;
  readonly actor: PersonActor;
  readonly unit: UnitAtWork;
  readonly year: number;
  /** Null where the cycle of the year is not open. */
  readonly found: {
    readonly cycle: Cycle;
    readonly standard: Standard;
    readonly rolled: ReadonlyMap<string, RolledInput>;
  } | null;
  readonly errors?: readonly FieldError[] | undefined;
  readonly conflicts?: readonly { readonly input: string; readonly stored: string }[] | undefined;
  readonly done?: string | undefined;
}

type FoundProps = RollUpPageProps & { readonly found: NonNullable<RollUpPageProps['found']> };

/** What was collected in a year, criterion by criterion, beside what stands in the cycle. */
export function RollUpPage(props: RollUpPageProps): VNode {
  const { frame, actor, unit, year, found } = props;
  const { language } = frame;
  const words = rollUpMessages[language];
  const title = words.title(String(year));
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={title}
      errors={props.errors}
      crumbs={[
        maySeeCollection(actor, unit.id)
          ? { label: words.collection, href: roundsPath(unit.code, year) }
          : { label: words.collection },
        { label: title },
      ]}
    >
      <h1>{title}</h1>
      {props.done && (
        <Note kind="go" announced>
          <p>{props.done}</p>
        </Note>
      )}
      {found !== null && props.conflicts?.length ? (
        <Note kind="stop" announced>
          {props.conflicts.map(({ input, stored }) => (
            <p key={input}>{words.conflict(inputLabel(found.standard, input, language), stored)}</p>
          ))}
        </Note>
      ) : null}
      <p>{words.intro}</p>
      <ButtonRow>
        <Button kind="quiet" href={rollUpPath(unit.code, year - 1)}>
          {words.previousYear}
        </Button>
        <Button kind="quiet" href={rollUpPath(unit.code, year + 1)}>
          {words.nextYear}
        </Button>
      </ButtonRow>
      {found === null ? (
        <Note kind="wait">
          <p>{words.notOpen(String(year))}</p>
        </Note>
      ) : (
        <Criteria {...props} found={found} />
      )}
    </UnitWorkPage>
  );
}

function Criteria(props: FoundProps): VNode {
  const { actor, found, frame, year } = props;
  const words = rollUpMessages[frame.language];
  const shown = visibleCriteria(actor, found.cycle).flatMap(({ number }) => {
    const criterion = found.standard.criteria.find((candidate) => candidate.number === number)!;
    const inputs = inputsOfCriterion(criterion).filter((input) => found.rolled.has(input));
    return inputs.length === 0 ? [] : [{ number, inputs }];
  });
  if (shown.length === 0)
    return <EmptyState title={words.nothing(String(year))}>{words.nothingHint}</EmptyState>;
  return (
    <>
      {shown.map(({ number, inputs }) => (
        <CriterionCard key={number} {...props} number={number} inputs={inputs} />
      ))}
    </>
  );
}

const stored = ({ found }: FoundProps, input: string) =>
  found.cycle.stored[input] ?? { figure: { state: 'no_data' as const }, revision: 0 };

const stands = (figure: Figure, rolled: RolledUp): boolean => tokenOf(figure) === tokenOf(rolled.figure);

function CriterionCard(
  props: FoundProps & { readonly number: number; readonly inputs: readonly string[] },
): VNode {
  const { frame, actor, unit, year, found, number, inputs } = props;
  const { language } = frame;
  const words = rollUpMessages[language];
  const { cycle, standard, rolled } = found;
  const criterion = cycle.criteria.find((candidate) => candidate.number === number)!;
  const mayTake = deedsOf(actor, cycle, criterion).has('save');
  const toTake = inputs.filter((input) => {
    const { accepted } = rolled.get(input)!;
    return canBeTaken(accepted) && !stands(stored(props, input).figure, accepted);
  });
  const title = `${number}. ${criterionName(standard, number, language)}`;
  return (
    <Card title={title} id={`tieu-chi-${number}`}>
      <Table
        caption={words.caption(String(number))}
        captionHidden
        columns={[
          { heading: words.columns.input },
          { heading: words.columns.rolled, numeric: true },
          { heading: words.columns.coverage },
          { heading: words.columns.now, numeric: true },
          { heading: words.columns.difference, numeric: true },
          { heading: words.columns.take },
        ]}
        rows={inputs.map((input) => rowOf(props, input, mayTake))}
      />
      {mayTake && toTake.length > 1 && (
        <form method="post" action={rollUpPath(unit.code, year)}>
          <input type="hidden" name="tieu_chi" value={String(number)} />
          {toTake.map((input) => (
            <TakenField key={input} {...props} input={input} standpoint="accepted" />
          ))}
          <Button kind="plain">{words.takeAll(formatNumber(toTake.length, language))}</Button>
        </form>
      )}
      {!mayTake && <p class="small muted">{words.notOwner}</p>}
      <p>
        <Button kind="quiet" href={criterionPath(unit.code, year, number)}>
          {words.toCriterion}
          <span class="visually-hidden"> {title}</span>
        </Button>
      </p>
    </Card>
  );
}

/** One figure to take, as it is on the screen: from which sheets, over which revision, what. */
function TakenField(props: FoundProps & { readonly input: string; readonly standpoint: Standpoint }): VNode {
  const { found, input, standpoint } = props;
  const { figure } = found.rolled.get(input)![standpoint];
  const { revision } = stored(props, input);
  return <input type="hidden" name={`lay.${input}`} value={`${standpoint} ${revision} ${tokenOf(figure)}`} />;
}

function rowOf(
  props: FoundProps & { readonly number: number },
  input: string,
  mayTake: boolean,
): (VNode | string)[] {
  const { frame, actor, unit, year, found } = props;
  const { language } = frame;
  const words = rollUpMessages[language];
  const rolled = found.rolled.get(input)!;
  const offered = offeredOf(rolled);
  const wordsOfPlaces = { places: rolled.places[language], language };
  const now = stored(props, input).figure;
  const both = canBeTaken(rolled.accepted) && !stands(rolled.submitted.figure, rolled.accepted);
  return [
    <div key="input">
      {inputLabel(found.standard, input, language)}
      <Details summary={words.how}>
        <p class="small">{sentenceOfRollUp(offered, wordsOfPlaces)}</p>
        {maySeeCollection(actor, unit.id) && offered.places !== 'count' && (
          <p class="small">
            <a href={rolledPlacesPath(unit.code, year, input)}>
              {words.eachPlace}
              <span class="visually-hidden">: {inputLabel(found.standard, input, language)}</span>
            </a>
          </p>
        )}
      </Details>
    </div>,
    <div key="rolled">
      <b>{figureText(offered.figure, language)}</b>
      {both && (
        <div class="small muted">
          {figureText(rolled.submitted.figure, language)} {words.submitted}
        </div>
      )}
    </div>,
    <div key="coverage">
      {coverageSentence(offered, wordsOfPlaces)}
      <div class="small muted">{periodsText(offered, language)}</div>
    </div>,
    figureText(now, language),
    differenceText(now, offered.figure, words.same, words.none),
    mayTake ? <Takes {...props} key="take" input={input} rolled={rolled} /> : words.none,
  ];
}

/** What the cycle has more or less than the places: "+3". */
function differenceText(now: Figure, rolled: Figure, same: string, none: string): string {
  if (tokenOf(now) === tokenOf(rolled)) return same;
  if (now.state !== 'given' || rolled.state !== 'given') return none;
  const difference = Number(now.value) - Number(rolled.value);
  return `${difference > 0 ? '+' : '−'}${formatNumber(Math.abs(difference))}`;
}

function Takes(
  props: FoundProps & { readonly number: number; readonly input: string; readonly rolled: RolledInput },
): VNode {
  const { frame, unit, year, found, number, input, rolled } = props;
  const { language } = frame;
  const words = rollUpMessages[language];
  const now = stored(props, input).figure;
  const standpoints = (['accepted', 'submitted'] as const).filter(
    (standpoint, place) =>
      canBeTaken(rolled[standpoint]) &&
      !stands(now, rolled[standpoint]) &&
      (place === 0 || !canBeTaken(rolled.accepted) || !stands(rolled.submitted.figure, rolled.accepted)),
  );
  return (
    <>
      {standpoints.map((standpoint) => (
        <form key={standpoint} method="post" action={rollUpPath(unit.code, year)}>
          <input type="hidden" name="tieu_chi" value={String(number)} />
          <TakenField {...props} standpoint={standpoint} />
          <Button kind={standpoint === 'accepted' ? 'plain' : 'quiet'}>
            {standpoint === 'accepted'
              ? words.take
              : words.takeSubmitted(figureText(rolled.submitted.figure, language))}
            <span class="visually-hidden">: {inputLabel(found.standard, input, language)}</span>
          </Button>
        </form>
      ))}
      {standpoints.length > 0 && !isSettled(rolled) && <p class="small muted">{words.incomplete}</p>}
    </>
  );
}
