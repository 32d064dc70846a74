import type { VNode } from 'preact';
import { formatDate, formatNumber, type Language } from '../../../domain/text/index.ts';
import type { PersonActor } from '../../../platform/database/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { Page } from '../../../ui/page.tsx';
import { cyclePath } from '../../assessment/index.ts';
import { bannerOf } from '../../people/index.ts';
import type { WorkFrame } from '../../territory/index.ts';
import type { CollectionWork } from '../collection-work.ts';
import { messages } from '../messages.ts';
import {
  difficultiesPath,
  inboxPath,
  type ListAddress,
  planOfTaskPath,
  taskListPath,
  taskPath,
} from '../paths.ts';
import { type Inbox, type InboxWork, WORK_LISTS, type WorkList } from '../queries/inbox.ts';
import { occurrenceText, standingTag } from '../wording.ts';
import { doneText } from './frame.tsx';
import { CollectionCards, type CollectionList, countsOfCollection } from './inbox-collection.tsx';

export interface InboxPageProps {
  readonly frame: WorkFrame;
  readonly actor: PersonActor;
  readonly inbox: Inbox;
  readonly collection: CollectionWork;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly done?: string | undefined;
}

/** What waits for one person: how many of each first, then one list each. */
export function InboxPage({ frame, actor, inbox, collection, today, done }: InboxPageProps): VNode {
  const { language } = frame;
  const year = Number(today.slice(0, 4));
  const words = messages[language].inbox;
  const unitCode = actor.unit.code;
  const counts = countsOf(inbox, collection);
  const answer = doneText(done, language);
  return (
    <Page
      {...frame}
      title={words.title}
      breadcrumbs={[{ label: actor.unit.fullName }, { label: words.title }]}
      banner={bannerOf(actor, language)}
    >
      <h1>{words.title}</h1>
      {answer !== undefined && (
        <Note kind="go" announced>
          <p>{answer}</p>
        </Note>
      )}
      {counts.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>
      ) : (
        <ul class="funnel" aria-label={words.counts}>
          {counts.map(({ list, total }) => (
            <li key={list}>
              <a href={`#${list}`}>
                <b>{formatNumber(total, language)}</b>
                <span>{words.short[list]}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <Reminders language={language} unitCode={unitCode} inbox={inbox} />
      {WORK_LISTS.map((list) => {
        const found = inbox.work[list];
        return (
          found && (
            <WorkCard
              key={list}
              language={language}
              unitCode={unitCode}
              year={year}
              list={list}
              total={found.total}
              lines={found.lines}
            />
          )
        );
      })}
      {inbox.toHandIn.length > 0 && (
        <Card title={words.toHandIn} id="to_hand_in">
          <ul>
            {inbox.toHandIn.map(({ year: ofYear, number, dueDate }) => (
              <li key={`${ofYear}/${number}`}>
                <a href={`${cyclePath(unitCode, ofYear)}/tieu-chi/${number}`}>
                  {words.criterion(number, ofYear)}
                </a>{' '}
                <span class="small muted">{words.dueOn(formatDate(dueDate))}</span>{' '}
                {dueDate < today && <Tag kind="stop">{messages[language].standings.late}</Tag>}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <CollectionCards language={language} work={collection} today={today} />
      {inbox.drafts.length > 0 && (
        <Card title={words.drafts} id="drafts">
          <ul>
            {inbox.drafts.map(({ id, title }) => (
              <li key={id}>
                <a href={planOfTaskPath(unitCode, id)}>{title}</a>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Difficulties language={language} unitCode={unitCode} inbox={inbox} />
      {inbox.criteria.length > 0 && (
        <Card title={words.criteria} id="criteria">
          <ul>
            {inbox.criteria.map((criterion) => (
              <li key={`${criterion.year}/${criterion.number}`}>
                <a href={`${cyclePath(unitCode, criterion.year)}/tieu-chi/${criterion.number}`}>
                  {words.criterion(criterion.number, criterion.year)}
                </a>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}

type CountedList =
  | WorkList
  | CollectionList
  | 'reminders'
  | 'to_hand_in'
  | 'drafts'
  | 'difficulties'
  | 'criteria';

function countsOf(inbox: Inbox, collection: CollectionWork): { list: CountedList; total: number }[] {
  const all: { list: CountedList; total: number }[] = [
    { list: 'reminders', total: inbox.reminders.total },
    ...WORK_LISTS.map((list) => ({ list, total: inbox.work[list]?.total ?? 0 })),
    { list: 'to_hand_in', total: inbox.toHandIn.length },
    ...countsOfCollection(collection),
    { list: 'drafts', total: inbox.drafts.length },
    { list: 'difficulties', total: inbox.difficulties.total },
    { list: 'criteria', total: inbox.criteria.length },
  ];
  return all.filter(({ total }) => total > 0);
}

function Reminders(props: { language: Language; unitCode: string; inbox: Inbox }): VNode | null {
  const { language, unitCode } = props;
  const { reminders } = props.inbox;
  if (reminders.total === 0) return null;
  const words = messages[language].inbox;
  return (
    <Card title={words.reminders} id="reminders">
      <ul>
        {reminders.lines.map((reminder) => (
          <li key={`${reminder.taskId} ${reminder.period}`}>
            <a href={taskPath(unitCode, reminder.taskId)}>{reminder.text}</a>
            <div class="small muted">
              {reminder.by === null ? words.byProgram : words.remindedBy(reminder.by)}
              {' · '}
              {occurrenceText(reminder, reminder.dueBound, language)}
            </div>
          </li>
        ))}
      </ul>
      {reminders.total > reminders.lines.length && (
        <p>{words.moreReminders(reminders.total - reminders.lines.length)}</p>
      )}
      <form method="post" action={`${inboxPath}/da-doc`}>
        <Button kind="plain">{words.markRead}</Button>
      </form>
    </Card>
  );
}

/** Where the whole list of a part of the inbox stands. */
const filterOfList: Readonly<Record<WorkList, Omit<ListAddress, 'nam'>>> = {
  late: { to_chuc: 'toi', vai: 'chu_tri', trang_thai: 'qua_han' },
  returned: { to_chuc: 'toi', vai: 'chu_tri', trang_thai: 'tra_lai' },
  to_accept: { trang_thai: 'cho_duyet' },
  due_soon: { to_chuc: 'toi', vai: 'chu_tri', trang_thai: 'sap_den_han' },
  later: { to_chuc: 'toi', vai: 'chu_tri', trang_thai: 'dang_lam' },
  partner: { to_chuc: 'toi', vai: 'phoi_hop', trang_thai: 'dang_lam' },
};

function WorkCard(props: {
  language: Language;
  unitCode: string;
  year: number;
  list: WorkList;
  total: number;
  lines: readonly InboxWork[];
}): VNode {
  const { language, unitCode, year, list, total, lines } = props;
  const words = messages[language].inbox;
  const showsLead = list === 'to_accept' || list === 'partner';
  const table = (
    <>
      <Table
        caption={words.lists[list]}
        captionHidden
        columns={[
          { heading: words.columns.task },
          { heading: words.columns.due },
          { heading: words.columns.state },
        ]}
        rows={lines.map((work) => {
          const tag = standingTag(work.standing, language);
          return [
            <span key="task">
              <a href={taskPath(unitCode, work.taskId)}>{work.text}</a>
              {showsLead && <span class="small muted"> {work.lead}</span>}
            </span>,
            occurrenceText(work, work.dueBound, language),
            <Tag key="state" kind={tag.kind}>
              {tag.word}
            </Tag>,
          ];
        })}
      />
      {total > lines.length && (
        <p>
          <a href={taskListPath(unitCode, { nam: year, ...filterOfList[list] })}>{words.more(total)}</a>
        </p>
      )}
    </>
  );
  return (
    <Card title={words.lists[list]} id={list}>
      {list === 'later' ? (
        <Details summary={words.show(formatNumber(total, language))}>{table}</Details>
      ) : (
        table
      )}
    </Card>
  );
}

function Difficulties(props: { language: Language; unitCode: string; inbox: Inbox }): VNode | null {
  const { language, unitCode } = props;
  const { difficulties } = props.inbox;
  if (difficulties.total === 0) return null;
  const words = messages[language].inbox;
  return (
    <Card title={words.difficulties} id="difficulties">
      <ul>
        {difficulties.lines.map((difficulty) => (
          <li key={difficulty.id}>
            <a href={`${difficultiesPath(unitCode)}#k-${difficulty.id}`}>{difficulty.text}</a>{' '}
            <span class="small muted">{difficulty.organisation}</span>
          </li>
        ))}
      </ul>
      {difficulties.total > difficulties.lines.length && (
        <p>
          <a href={`${difficultiesPath(unitCode)}?trang_thai=cho`}>{words.more(difficulties.total)}</a>
        </p>
      )}
    </Card>
  );
}
