import type { VNode } from 'preact';
import type { Standard } from '../../../domain/scoring/index.ts';
import { formatNumber } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Checkbox } from '../../../ui/components/Checkbox.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import type { UnitAtWork, WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import {
  bringPath,
  type Choosing,
  choosePath,
  chosenPath,
  evidencePath,
  libraryPath,
  listPath,
} from '../paths.ts';
import { EVIDENCE_OF_A_PAGE, type EvidenceList, type ListedEvidence } from '../queries/list.ts';
import type { ListQuery } from '../schema.ts';
import { documentText, kindText, statementIn, tagsOf } from '../wording.ts';
import { LibraryFrame } from './frame.tsx';

export interface LibraryPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly standard: Standard;
  readonly query: ListQuery;
  /** The indicator that evidence is chosen for. */
  readonly choosing: Choosing | undefined;
  readonly list: EvidenceList;
  readonly mayAdd: boolean;
  /** How many files of this person wait to be described. */
  readonly waiting: number;
  readonly done?: string | undefined;
}

/** The library of a unit, searched and narrowed, a page at a time. */
export function LibraryPage(props: LibraryPageProps): VNode {
  const { frame, unit, query, list, choosing } = props;
  const { language } = frame;
  const words = messages[language];
  const { trang, tim, chi_tieu, cho_nam, ...filters } = query;
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const isNarrowed = isFiltered || (tim ?? '') !== '';
  return (
    <LibraryFrame
      frame={frame}
      unit={unit}
      part="list"
      mayAdd={props.mayAdd}
      title={words.library}
      done={props.done}
    >
      {props.waiting > 0 && (
        <Note kind="wait">
          <p>
            {words.list.waiting(props.waiting)} <a href={bringPath(unit.code)}>{words.bring.describe}</a>
          </p>
        </Note>
      )}
      {choosing !== undefined && (
        <Note title={words.choose.title(choosing.indicator, choosing.year)}>
          <p>{statementIn(props.standard, choosing.indicator, language)}</p>
          <p>
            {words.choose.hint} <a href={libraryPath(unit.code)}>{words.choose.stop}</a>
          </p>
        </Note>
      )}
      <Card>
        <h1>{words.library}</h1>
        {list.total === 0 && !isNarrowed ? (
          <EmptyState
            title={words.list.empty}
            action={props.mayAdd && <Button href={bringPath(unit.code, choosing)}>{words.list.add}</Button>}
          >
            {words.list.emptyHint}
          </EmptyState>
        ) : (
          <>
            <Search {...props} isFiltered={isFiltered} />
            <p role="status">
              {list.total === 0
                ? words.list.nothingFound
                : words.list.found(formatNumber(list.total, language))}{' '}
              {isNarrowed && (
                <a href={choosing === undefined ? libraryPath(unit.code) : choosePath(unit.code, choosing)}>
                  {words.list.clear}
                </a>
              )}
            </p>
            {list.evidence.length > 0 && <Rows {...props} />}
            <Pagination
              language={language}
              current={trang}
              pages={Math.max(1, Math.ceil(list.total / EVIDENCE_OF_A_PAGE))}
              hrefOf={(page) => listPath(unit.code, { ...query, trang: page })}
            />
          </>
        )}
      </Card>
    </LibraryFrame>
  );
}

function Search({
  frame,
  unit,
  standard,
  query,
  choosing,
  list,
  isFiltered,
}: LibraryPageProps & { isFiltered: boolean }): VNode {
  const { language } = frame;
  const words = messages[language].list;
  const { describe } = messages[language];
  return (
    <search>
      <form method="get" action={libraryPath(unit.code)}>
        {choosing !== undefined && (
          <>
            <input type="hidden" name="cho_nam" value={choosing.year} />
            <input type="hidden" name="chi_tieu" value={choosing.indicator} />
          </>
        )}
        <Field
          id="tim"
          kind="search"
          label={words.search}
          hint={words.searchHint}
          value={query.tim}
          width="full"
        />
        <Details summary={words.narrow} open={isFiltered}>
          <Columns layout="three">
            <Select
              id="tieu_chi"
              label={words.criterion}
              value={query.tieu_chi?.toString()}
              placeholder={words.allCriteria}
              options={standard.criteria.map(({ number, name, nameEn }) => ({
                value: String(number),
                label: describe.criterion(number, language === 'vi' ? name : nameEn),
              }))}
            />
            <Select
              id="nam"
              label={words.year}
              value={query.nam?.toString()}
              placeholder={words.allYears}
              options={list.years.map((year) => ({ value: String(year), label: String(year) }))}
            />
            <Select
              id="loai"
              label={words.documentType}
              value={query.loai}
              placeholder={words.allTypes}
              options={list.documentTypes.map((type) => ({ value: type, label: type }))}
            />
          </Columns>
          <Checkbox id="chua_gan" label={words.unused} checked={query.chua_gan !== undefined} />
          <Checkbox id="het_han" label={words.expired} checked={query.het_han !== undefined} />
          <Checkbox id="co_tre_em" label={words.showsChildren} checked={query.co_tre_em !== undefined} />
          <Checkbox id="da_rut" label={words.withdrawn} checked={query.da_rut !== undefined} />
        </Details>
        <ButtonRow>
          <Button kind="plain">{words.filter}</Button>
        </ButtonRow>
      </form>
    </search>
  );
}

function Rows({ frame, unit, list, choosing }: LibraryPageProps): VNode {
  const { language } = frame;
  const words = messages[language].list;
  const hrefOf = ({ id }: ListedEvidence) =>
    choosing === undefined ? evidencePath(unit.code, id) : chosenPath(unit.code, id, choosing);
  return (
    <Table
      caption={messages[language].library}
      captionHidden
      columns={[
        { heading: words.columns.title },
        { heading: words.columns.document },
        { heading: words.columns.usedFor },
        { heading: words.columns.state },
      ]}
      rows={list.evidence.map((evidence) => [
        <div key="title">
          <a href={hrefOf(evidence)}>{evidence.title}</a>
          <div class="small muted">
            {[
              kindText(evidence.mediaType, language),
              evidence.pages === null ? '' : words.pages(evidence.pages),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </div>
        </div>,
        documentText(evidence) || words.noDocument,
        usedText(evidence, language),
        <div key="state" class="tags">
          {tagsOf(evidence, language).map(({ kind, word }) => (
            <Tag key={word} kind={kind}>
              {word}
            </Tag>
          ))}
        </div>,
      ])}
    />
  );
}

/** "2026: 5.1, 5.2 · 1 nhiệm vụ". */
function usedText({ indicators, tasks }: ListedEvidence, language: 'vi' | 'en'): string {
  const words = messages[language].list;
  const years = [...new Set(indicators.map(({ year }) => year))].map(
    (year) =>
      `${year}: ${indicators
        .filter((use) => use.year === year)
        .map(({ indicator }) => indicator)
        .join(', ')}`,
  );
  return [...years, ...(tasks === 0 ? [] : [words.tasks(tasks)])].join(' · ') || words.notUsed;
}
