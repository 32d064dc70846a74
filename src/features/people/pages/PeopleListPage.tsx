import type { VNode } from 'preact';
import { formatNumber } from '../../../domain/text/index.ts';
import type { PersonId } from '../../../platform/database/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { messages } from '../messages.ts';
import type { PeoplePage as PageOfPeople } from '../queries.ts';
import { type Frame, PeoplePage } from './frame.tsx';
import { PersonState } from './PersonState.tsx';
import { RoleList } from './RoleList.tsx';

export interface PeopleListPageProps {
  readonly frame: Frame;
  readonly list: PageOfPeople;
  /** As typed. */
  readonly search: string;
  readonly self: PersonId;
}

/** The accounts of a unit, for its administrator. */
export function PeopleListPage({ frame, list, search, self }: PeopleListPageProps): VNode {
  const { language } = frame;
  const words = messages[language];
  const hrefOf = (page: number) => {
    const query = new URLSearchParams({ ...(search ? { tim: search } : {}), trang: String(page) });
    return `/nguoi-dung?${query}`;
  };
  return (
    <PeoplePage frame={frame} title={words.people.title} wide>
      <ButtonRow>
        <Button href="/nguoi-dung/moi">{words.people.add}</Button>
      </ButtonRow>
      <search>
        <form method="get" action="/nguoi-dung">
          <Field
            id="tim"
            kind="search"
            label={words.people.search}
            hint={words.people.searchHint}
            value={search}
          />
          <ButtonRow>
            <Button kind="plain">{words.people.searchSubmit}</Button>
            {search && (
              <Button kind="quiet" href="/nguoi-dung">
                {words.people.showAll}
              </Button>
            )}
          </ButtonRow>
        </form>
      </search>
      <p role="status">
        {list.total === 0
          ? words.people.nothingFound(search)
          : words.people.found(formatNumber(list.total, language))}
      </p>
      {list.total > 0 && (
        <Table
          caption={words.people.title}
          captionHidden
          columns={[
            { heading: words.fields.name },
            { heading: words.fields.username },
            { heading: words.fields.roles },
            { heading: words.fields.state },
          ]}
          rows={list.people.map((person) => [
            <>
              <a href={`/nguoi-dung/${person.id}`}>{person.name}</a>
              {person.id === self && <span class="muted"> · {words.people.yourself}</span>}
            </>,
            person.username,
            <RoleList key="roles" memberships={person.memberships} language={language} />,
            <PersonState key="state" person={person} language={language} />,
          ])}
        />
      )}
      <Pagination language={language} current={list.page} pages={list.pages} hrefOf={hrefOf} />
    </PeoplePage>
  );
}
