import type { VNode } from 'preact';
import { PETITION_STATES, type PetitionState } from '../../../domain/activity/index.ts';
import { formatDate, formatNumber } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { logOfYearPath } from '../../activities/index.ts';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { newPetitionPath, petitionPath, petitionsOfYearPath, petitionsPath } from '../paths.ts';
import type { PetitionPage as PageOfPetitions } from '../queries.ts';
import { TAG_OF_STATE } from '../wording.ts';

export interface PetitionsPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly list: PageOfPetitions;
  readonly filter: {
    readonly year: number;
    readonly state: PetitionState | null;
    readonly activityId: string | null;
  };
  readonly mayRecord: boolean;
  readonly done?: string | undefined;
}

/** Every petition of a year: who answers, by when, and how it stands. */
export function PetitionsPage(props: PetitionsPageProps): VNode {
  const { frame, unit, list, filter } = props;
  const { language } = frame;
  const words = messages[language];
  const year = String(filter.year);
  const late = list.counts.late ?? 0;
  const ofYear = Object.values(list.counts).reduce((sum, count) => sum + count, 0);
  const record = props.mayRecord && (
    <Button href={newPetitionPath(unit.code, filter.year)}>{words.record}</Button>
  );
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={words.titleOfYear(year)}
      crumbs={[{ label: words.titleOfYear(year) }]}
    >
      <Card>
        <h1>{words.titleOfYear(year)}</h1>
        {props.done && (
          <Note kind="go" announced>
            <p>{props.done}</p>
          </Note>
        )}
        <p>{words.intro}</p>
        {ofYear === 0 ? (
          <EmptyState title={words.empty(year)} action={record || undefined}>
            {words.emptyHint}{' '}
            <a href={logOfYearPath(unit.code, { year: filter.year, kind: 'forum' })}>{words.form.activity}</a>
          </EmptyState>
        ) : (
          <>
            <Note kind={late > 0 ? 'stop' : 'go'}>
              <p>{late > 0 ? words.lateCount(formatNumber(late, language)) : words.noneLate}</p>
            </Note>
            <StateLinks {...props} ofYear={ofYear} />
            {record && <ButtonRow>{record}</ButtonRow>}
            {list.total === 0 ? <p>{words.nothingFound}</p> : <PetitionsTable {...props} />}
          </>
        )}
        <Pagination
          language={language}
          current={list.page}
          pages={list.pages}
          hrefOf={(page) => petitionsOfYearPath(unit.code, { ...filter, page })}
        />
        <form method="get" action={petitionsPath(unit.code)}>
          <Field id="nam" kind="figure" label={words.otherYear} value={year} />
          <Button kind="plain">{words.show}</Button>
        </form>
      </Card>
    </UnitWorkPage>
  );
}

function StateLinks(props: PetitionsPageProps & { readonly ofYear: number }): VNode {
  const { frame, unit, list, filter } = props;
  const { language } = frame;
  const words = messages[language];
  const link = (state: PetitionState | null, label: string) => (
    <li>
      <a
        href={petitionsOfYearPath(unit.code, { ...filter, state })}
        aria-current={filter.state === state ? 'page' : undefined}
      >
        {label}
      </a>
    </li>
  );
  return (
    <nav aria-label={words.filterLabel}>
      <ul>
        {link(null, words.all(formatNumber(props.ofYear, language)))}
        {PETITION_STATES.map((state) =>
          link(state, words.ofState(words.states[state], formatNumber(list.counts[state] ?? 0, language))),
        )}
        {filter.activityId !== null && (
          <li>
            <a href={petitionsOfYearPath(unit.code, { year: filter.year })}>{words.allOfYear}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}

function PetitionsTable({ frame, unit, list }: PetitionsPageProps): VNode {
  const { language } = frame;
  const words = messages[language];
  const { columns } = words;
  return (
    <Table
      caption={words.caption}
      captionHidden
      columns={[
        { heading: columns.text },
        { heading: columns.addressee },
        { heading: columns.due },
        { heading: columns.state },
        { heading: columns.reviewed },
      ]}
      rows={list.petitions.map((petition) => [
        <>
          <a href={petitionPath(unit.code, petition.id)}>{petition.text}</a>
          <div class="small muted">{petition.activityTitle}</div>
        </>,
        petition.addressee,
        petition.dueDate === null ? '–' : formatDate(petition.dueDate),
        <Tag key="state" kind={TAG_OF_STATE[petition.state]}>
          {words.states[petition.state]}
        </Tag>,
        petition.reviewedAt === null ? words.notReviewed : words.reviewed,
      ])}
    />
  );
}
