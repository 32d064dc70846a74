import type { VNode } from 'preact';
import { KINDS_WITH_PETITIONS } from '../../../domain/activity/index.ts';
import { formatInstant, formatNumber } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { SummaryList, type SummaryRow } from '../../../ui/components/SummaryList.tsx';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import type { Activity, LinkChoices } from '../activity-of-unit.ts';
import { messages } from '../messages.ts';
import { activityPath, logOfYearPath, pagesBeyond } from '../paths.ts';
import { heldText } from '../wording.ts';
import { FilesCard } from './files-card.tsx';
import { ForumChecklist } from './forum-checklist.tsx';
import { LinksCard } from './links-card.tsx';

export interface ActivityPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly activity: Activity;
  /** How many files are kept from this person because children can be recognised in them. */
  readonly hiddenFiles: number;
  readonly choices: LinkChoices;
  readonly criteria: readonly { readonly number: number; readonly name: string }[];
  readonly mayChange: boolean;
  readonly mayRemove: boolean;
  /** Whether a file may be taken away by this person. */
  readonly mayRemoveFile: (file: { readonly recordedBy: Activity['recordedBy'] }) => boolean;
  readonly today: string;
  readonly errors?: readonly FieldError[] | undefined;
  readonly done?: string | undefined;
}

/** One activity: what was recorded, its files, what it serves; for a forum also the rules. */
export function ActivityPage(props: ActivityPageProps): VNode {
  const { frame, unit, activity } = props;
  const { language } = frame;
  const words = messages[language];
  const path = activityPath(unit.code, activity.id);
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={activity.title}
      errors={props.errors}
      crumbs={[
        { label: words.title, href: logOfYearPath(unit.code, { year: activity.year }) },
        { label: words.kinds[activity.kind] },
      ]}
    >
      <h1>{activity.title}</h1>
      <p class="muted">
        {words.kinds[activity.kind]} · {heldText(activity, language)} · {activity.organisationName}
      </p>
      {props.done && (
        <Note kind="go" announced>
          <p>{props.done}</p>
        </Note>
      )}
      <Columns layout="main-aside">
        <div>
          <Card title={words.page.facts} id="noi-dung-ghi">
            <SummaryList rows={factsOf(props)} />
            {activity.attendance.length > 0 && (
              <Details summary={words.page.attended(formatNumber(activity.attendance.length, language))}>
                <ul>
                  {activity.attendance.map(({ name, capacity }, place) => (
                    <li key={place}>{capacity === null ? name : `${name}, ${capacity}`}</li>
                  ))}
                </ul>
              </Details>
            )}
            {props.mayChange && (
              <ButtonRow>
                <Button href={`${path}/sua`}>{words.page.change}</Button>
              </ButtonRow>
            )}
          </Card>
          {activity.forum !== null && (
            <ForumChecklist
              language={language}
              activity={activity}
              details={activity.forum}
              today={props.today}
            />
          )}
        </div>
        <aside>
          <FilesCard {...props} />
          <LinksCard {...props} />
          {KINDS_WITH_PETITIONS.has(activity.kind) && <PetitionsCard {...props} />}
          {props.mayRemove && (
            <Details summary={words.page.remove}>
              <p>{words.page.removeHint}</p>
              <form method="post" action={`${path}/xoa`}>
                <Button kind="danger">{words.page.removeConfirm}</Button>
              </form>
            </Details>
          )}
        </aside>
      </Columns>
    </UnitWorkPage>
  );
}

function factsOf({ frame, activity }: ActivityPageProps): SummaryRow[] {
  const { language } = frame;
  const words = messages[language];
  const number = (value: number | null) => (value === null ? null : formatNumber(value, language));
  const { kind } = activity;
  const outcome =
    kind === 'board_meeting'
      ? words.form.conclusion
      : kind === 'oversight'
        ? words.form.finding
        : words.form.outcome;
  const facts: [string, string | null][] = [
    [words.page.date, heldText(activity, language)],
    [words.form.place, activity.place],
    [words.form.organisation, activity.organisationName],
    [words.form.channel, activity.channel === null ? null : words.channels[activity.channel]],
    [words.form.items, number(activity.items)],
    [words.form.audience, activity.audience.map((one) => words.audiences[one]).join('; ') || null],
    [words.form.children, number(activity.children)],
    [words.form.adults, number(activity.adults)],
    [words.form.summary, activity.summary],
    [outcome, activity.outcome],
    [words.page.recordedBy, words.page.recorded(activity.recordedByName, formatInstant(activity.recordedAt))],
  ];
  return facts.flatMap(([term, value]) => (value === null ? [] : [{ term, value }]));
}

/** How many petitions came from the activity, with the way to them; they are a matter of their own. */
function PetitionsCard({ frame, unit, activity, mayChange }: ActivityPageProps): VNode {
  const { language } = frame;
  const words = messages[language].page;
  const { total, answered } = activity.petitions;
  return (
    <Card title={words.petitions} id="kien-nghi">
      <p>{words.petitionsOf(formatNumber(total, language), formatNumber(answered, language))}</p>
      <ul>
        <li>
          <a href={pagesBeyond.petitionsOf(unit.code, activity.year, activity.id)}>{words.seePetitions}</a>
        </li>
        {mayChange && (
          <li>
            <a href={pagesBeyond.newPetition(unit.code, activity.id)}>{words.addPetition}</a>
          </li>
        )}
      </ul>
    </Card>
  );
}
