import type { VNode } from 'preact';
import type { Standard } from '../../../domain/scoring/index.ts';
import type { Language } from '../../../domain/text/index.ts';
import type { PageAssets } from '../../../ui/assets.ts';
import { Card } from '../../../ui/components/Card.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { Page, type Viewer } from '../../../ui/page.tsx';
import { messages } from '../messages.ts';
import type { Filter, OverviewQuery } from '../schema.ts';
import { STAGES } from '../stage.ts';
import type { StandingList } from '../standing-list.ts';
import { HeatTable } from './HeatTable.tsx';

export interface OverviewPageProps {
  readonly language: Language;
  readonly assets: PageAssets;
  readonly viewer: Viewer;
  readonly currentPath: string;
  readonly provinceName: string;
  /** That the data are a sample; absent for real ones. */
  readonly banner: string | undefined;
  readonly year: number;
  readonly years: readonly number[];
  /** When the figures were read, as people read it. */
  readonly time: string;
  readonly list: StandingList;
  readonly sort: OverviewQuery['xep'];
  readonly standard: Standard;
}

/** Where the units of a province stand in a year: the steps with their counts, then units × criteria. */
export function OverviewPage(props: OverviewPageProps): VNode {
  const { language, year, list } = props;
  const words = messages[language];
  const filterWords =
    list.filter && (list.filter === 'disqualified' ? words.disqualified : words.stage[list.filter]);
  return (
    <Page
      language={language}
      title={words.title(list.units)}
      assets={props.assets}
      viewer={props.viewer}
      currentPath={props.currentPath}
      breadcrumbs={[{ label: props.provinceName, href: '/toan-tinh' }, { label: words.year(year) }]}
      banner={props.banner}
    >
      <h1>{words.title(list.units)}</h1>
      <p class="muted">{words.lead(props.time)}</p>
      {props.years.length > 1 && <Years {...props} />}
      <ul class="funnel" aria-label={words.stages}>
        {STAGES.map((stage) => (
          <li key={stage}>
            <a
              href={href(props, { filter: stage })}
              aria-current={list.filter === stage ? 'true' : undefined}
            >
              <b>{list.countByStage[stage]}</b>
              <span>{words.stage[stage]}</span>
            </a>
          </li>
        ))}
      </ul>
      <Warnings {...props} />
      <Card>
        {filterWords && (
          <p role="status">
            {words.filtered(filterWords, list.found)} <a href={href(props, { filter: null })}>{words.all}</a>
          </p>
        )}
        {list.rows.length === 0 ? (
          <EmptyState title={words.none}>{words.noneWhy}</EmptyState>
        ) : (
          <>
            <Sorting {...props} />
            <HeatTable language={language} year={year} rows={list.rows} standard={props.standard} />
            <Pagination
              language={language}
              current={list.page}
              pages={list.pages}
              hrefOf={(page) => href(props, { page })}
            />
          </>
        )}
        {list.provisional && <p class="small muted">{words.provisional}</p>}
      </Card>
    </Page>
  );
}

function Years(props: OverviewPageProps): VNode {
  const words = messages[props.language];
  return (
    <nav class="pages" aria-label={words.years}>
      <ul>
        {props.years.map((year) => (
          <li key={year}>
            <a href={`/toan-tinh?nam=${year}`} aria-current={year === props.year ? 'page' : undefined}>
              {words.year(year)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Warnings(props: OverviewPageProps): VNode {
  const { list } = props;
  const words = messages[props.language];
  return (
    <Card title={words.warnings} id="canh-bao">
      {list.disqualified === 0 ? (
        <p>{words.noZeros}</p>
      ) : (
        <p>
          <a href={href(props, { filter: 'disqualified' })}>
            <Tag kind="stop">
              {list.disqualified} · {words.disqualified}
            </Tag>
          </a>{' '}
          <span class="small muted">
            {list.zerosByCriterion.map(({ units, criterion }) => words.zerosIn(units, criterion)).join(', ')}
          </span>
        </p>
      )}
    </Card>
  );
}

function Sorting(props: OverviewPageProps): VNode {
  const words = messages[props.language];
  const choices = [
    ['ten', words.byName],
    ['tong', words.byTotal],
  ] as const;
  return (
    <p class="small">
      {words.sort}:{' '}
      {choices.map(([sort, label], place) => (
        <>
          {place > 0 && ' · '}
          {sort === props.sort ? <b key={sort}>{label}</b> : <a href={href(props, { sort })}>{label}</a>}
        </>
      ))}
    </p>
  );
}

/** The address of this list, with one thing changed; a change of anything but the page begins at the first page. */
function href(
  { year, sort, list }: OverviewPageProps,
  change: { filter?: Filter | null; sort?: OverviewQuery['xep']; page?: number },
): string {
  const query = new URLSearchParams({ nam: String(year) });
  const filter = change.filter === undefined ? list.filter : (change.filter ?? undefined);
  if (filter !== undefined) query.set('loc', filter);
  if ((change.sort ?? sort) === 'tong') query.set('xep', 'tong');
  if (change.page !== undefined && change.page > 1) query.set('trang', String(change.page));
  return `/toan-tinh?${query}`;
}
