import type { VNode } from 'preact';
import { periodName } from '../../../domain/calendar/index.ts';
import { levelName } from '../../../domain/collection/index.ts';
import { formatDate, formatNumber } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { taskPath } from '../../tasks/index.ts';
import { gridMessages } from '../grid-messages.ts';
import { messages } from '../messages.ts';
import {
  conflictsPath,
  editRoundPath,
  gridPath,
  placesOfRoundPath,
  roundPath,
  sheetsPath,
} from '../paths.ts';
import { type Round, SHEET_FILTERS, type SheetFilter, type SheetList } from '../queries/round.ts';
import { FILTER_WORDS } from '../schema.ts';
import { nameOfPlace } from '../wording.ts';
import { type CollectionFrame, CollectionPage } from './frame.tsx';
import { SheetsTable } from './sheets-table.tsx';

export interface RoundPageProps extends CollectionFrame {
  readonly round: Round;
  readonly list: SheetList;
  readonly filter: SheetFilter | null;
  readonly search: string;
  readonly current: number;
  readonly leads: boolean;
  /** Whether the person may now enter figures somewhere in the round. */
  readonly enters: boolean;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** What other features do with the round. */
  readonly links: readonly { readonly href: string; readonly label: string }[];
  readonly done?: string | undefined;
  readonly warnings?: readonly string[] | undefined;
}

/** One round: what it asks and by when, how far each place is, and what the planning officer does with it. */
export function RoundPage(props: RoundPageProps): VNode {
  const { frame, unit, round, list, leads } = props;
  const { language } = frame;
  const words = messages[language];
  const number = (count: number): string => formatNumber(count, language);
  return (
    <CollectionPage {...props} round={undefined} title={round.title}>
      <Card>
        <h1>{round.title}</h1>
        <p>
          <Tag kind={round.state === 'open' ? 'info' : 'plain'}>{words.roundStates[round.state]}</Tag>
        </p>
        <SummaryList
          rows={[
            {
              term: words.form.level,
              value: `${levelName(round.level, language)} · ${words.list.items(number(round.items.length))}`,
            },
            { term: words.form.period, value: periodName(round.period, language) },
            { term: words.form.cutOff, value: formatDate(round.cutOff) },
            { term: words.form.due, value: formatDate(round.dueDate) },
            ...(round.taskId === null
              ? []
              : [
                  {
                    term: words.round.task,
                    value: <a href={taskPath(unit.code, round.taskId)}>{round.taskText}</a>,
                  },
                ]),
          ]}
        />
        <ButtonRow>
          <Button kind={props.enters ? undefined : 'plain'} href={gridPath(unit.code, round.id)}>
            {gridMessages[language][props.enters ? 'enter' : 'look']}
          </Button>
          {props.links.map(({ href, label }) => (
            <Button key={href} kind="plain" href={href}>
              {label}
            </Button>
          ))}
          {leads && round.state === 'open' && (
            <>
              <Button kind="plain" href={editRoundPath(unit.code, round.id)}>
                {words.round.edit}
              </Button>
              <Button kind="plain" href={placesOfRoundPath(unit.code, round.id)}>
                {words.round.places}
              </Button>
            </>
          )}
        </ButtonRow>
        {list.conflicts > 0 && (
          <p>
            <a href={conflictsPath(unit.code, round.id)}>
              <Tag kind="stop">{words.round.conflicts(number(list.conflicts))}</Tag>
            </a>
          </p>
        )}
      </Card>
      <Card title={words.round.sheets} id="phieu">
        <Filters {...props} />
        <search>
          <form method="get" action={roundPath(unit.code, round.id)}>
            {props.filter !== null && <input type="hidden" name="loc" value={FILTER_WORDS[props.filter]} />}
            <Field id="tim" kind="search" label={words.round.search} value={props.search} />
            <ButtonRow>
              <Button kind="plain">{words.round.searchButton}</Button>
            </ButtonRow>
          </form>
        </search>
        <SheetsTable {...props} />
      </Card>
      {leads && <Reminder {...props} />}
      {leads && <MoreDeeds {...props} />}
    </CollectionPage>
  );
}

/** How many sheets of each kind there are; each number opens its list. */
function Filters({ frame, unit, round, list, filter, search }: RoundPageProps): VNode {
  const words = messages[frame.language].round;
  return (
    <ul class="funnel" aria-label={words.counts}>
      {(['all', ...SHEET_FILTERS] as const).map((one) => (
        <li key={one}>
          <a
            href={sheetsPath(unit.code, round.id, {
              loc: one === 'all' ? undefined : FILTER_WORDS[one],
              tim: search,
            })}
            aria-current={(filter ?? 'all') === one ? 'true' : undefined}
          >
            <b>{formatNumber(list.counts[one], frame.language)}</b>
            <span>{words.filters[one]}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** So many places are named in a reminder. */
const PLACES_NAMED = 20;

/** A text to copy into a message: villages are reached by telephone and chat, not by this program. */
function Reminder({ frame, round, list, today }: RoundPageProps): VNode | null {
  const words = messages[frame.language].round;
  const waiting = list.sheets.filter(({ state }) => state === 'open' || state === 'returned');
  if (waiting.length === 0 || round.state === 'closed') return null;
  const more = list.counts.open + list.counts.returned - Math.min(waiting.length, PLACES_NAMED);
  const named = waiting.slice(0, PLACES_NAMED).map(nameOfPlace);
  const places = [...named, ...(more > 0 ? [words.remindMore(formatNumber(more, frame.language))] : [])];
  const text = round.dueDate < today ? words.remindLateText : words.remindText;
  return (
    <Card>
      <Details summary={words.remind}>
        <p>{text(round.title, formatDate(round.dueDate), places.join(', '))}</p>
      </Details>
    </Card>
  );
}

function MoreDeeds({ frame, unit, round, list }: RoundPageProps): VNode {
  const words = messages[frame.language].round;
  const path = roundPath(unit.code, round.id);
  return (
    <Card>
      <Details summary={words.more}>
        {round.state === 'open' ? (
          <form method="post" action={`${path}/dong`}>
            <p class="hint">{words.closeHint}</p>
            <ButtonRow>
              <Button kind="plain">{words.close}</Button>
            </ButtonRow>
          </form>
        ) : (
          <form method="post" action={`${path}/mo-lai`}>
            <ButtonRow>
              <Button kind="plain">{words.open}</Button>
            </ButtonRow>
          </form>
        )}
        {list.counts.begun === 0 && (
          <form method="post" action={`${path}/xoa`}>
            <p class="hint">{words.removeHint}</p>
            <ButtonRow>
              <Button kind="danger">{words.remove}</Button>
            </ButtonRow>
          </form>
        )}
      </Details>
    </Card>
  );
}
