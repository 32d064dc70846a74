import type { VNode } from 'preact';
import { type Item, itemLabel } from '../../../domain/collection/index.ts';
import type { Figure } from '../../../domain/scoring/index.ts';
import { formatNumber, type Language } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { columnLetters } from '../../figures-file/index.ts';
import { messages } from '../messages.ts';
import {
  type CellOfImport,
  type FaultOfImport,
  PART_KINDS,
  type PartKind,
  type WorkbookImport,
} from '../model.ts';
import { confirmImportPath, faultsPath, importPath, withdrawImportPath } from '../paths.ts';
import { cellOfFigure } from '../rules/read-figure.ts';

export const CELLS_OF_A_PAGE = 50;

export interface PreviewProps {
  readonly language: Language;
  readonly unitCode: string;
  readonly found: WorkbookImport;
  readonly kind: PartKind;
  readonly page: number;
  readonly cells: readonly (CellOfImport | FaultOfImport)[];
  /** The items of the rounds of the workbook, for their labels. */
  readonly itemOf: (key: string | null) => Item | null;
}

/** What a workbook would change, kind by kind, with the old and the new figure of each cell. */
export function Preview(props: PreviewProps): VNode | null {
  const { language, unitCode, found, kind, page } = props;
  const { summary } = found;
  if (summary === null) return null;
  const words = messages[language].import;
  const { counts } = summary;
  const number = (value: number) => formatNumber(value, language);
  const toStore = counts.new + counts.change + counts.large + counts.conflict;
  const here = importPath(unitCode, found.id);
  return (
    <>
      <Card title={words.seen} id="thay-doi">
        <SummaryList
          rows={[
            { term: words.readTerm, value: words.rows(number(summary.rows), number(summary.cells)) },
            { term: words.roundsTerm, value: summary.rounds.map(({ title }) => title).join('; ') || '–' },
            ...(['new', 'change', 'large', 'same', 'conflict', 'fault'] as const).map((one) => ({
              term: messages[language].kinds[one],
              value: number(counts[one]),
            })),
            ...(summary.unknownColumns.length > 0
              ? [{ term: words.columnsLeft, value: summary.unknownColumns.join('; ') }]
              : []),
          ]}
        />
        {summary.rowsWithoutPlace > 0 && <p>{words.rowsWithoutPlace(number(summary.rowsWithoutPlace))}</p>}
        {counts.conflict > 0 && <Note kind="wait" title={words.conflictNote} />}
        {counts.fault > 0 && (
          <Note kind="stop" title={words.faultNote}>
            {found.faultsFileId !== null && (
              <p>
                <a href={faultsPath(unitCode, found.id)}>{words.faultsFile}</a>
              </p>
            )}
          </Note>
        )}
        {toStore === 0 && <Note title={words.nothing} />}
        <Findings {...props} />
        <ButtonRow>
          {toStore > 0 && (
            <form method="post" action={confirmImportPath(unitCode, found.id)}>
              <Button>{words.confirm(number(toStore))}</Button>
            </form>
          )}
          <form method="post" action={withdrawImportPath(unitCode, found.id)}>
            <Button kind="quiet">{words.withdraw}</Button>
          </form>
        </ButtonRow>
      </Card>
      <Card title={messages[language].kinds[kind]} id="cac-o">
        <ButtonRow>
          {PART_KINDS.filter((one) => counts[one] > 0).map((one) => (
            <Button key={one} kind={one === kind ? 'plain' : 'quiet'} href={`${here}?loai=${one}#cac-o`}>
              {`${messages[language].kinds[one]} (${number(counts[one])})`}
            </Button>
          ))}
        </ButtonRow>
        {props.cells.length === 0 ? (
          <p>{words.empty}</p>
        ) : kind === 'fault' ? (
          <FaultTable
            language={language}
            itemOf={props.itemOf}
            cells={props.cells as readonly FaultOfImport[]}
          />
        ) : (
          <CellTable
            language={language}
            itemOf={props.itemOf}
            cells={props.cells as readonly CellOfImport[]}
          />
        )}
        <Pagination
          language={language}
          current={page}
          pages={Math.ceil(counts[kind] / CELLS_OF_A_PAGE)}
          hrefOf={(one) => `${here}?loai=${kind}&trang=${one}#cac-o`}
        />
      </Card>
    </>
  );
}

function Findings({ language, found }: PreviewProps): VNode | null {
  const words = messages[language].import;
  const { findings = [], findingCount = 0 } = found.summary ?? {};
  if (findings.length === 0) return null;
  return (
    <Details summary={words.findings(findingCount)}>
      <p class="hint">{words.findingsNote}</p>
      <ul>
        {findings.map((finding, index) => (
          <li key={index}>{`${finding.place}: ${finding[language]}`}</li>
        ))}
      </ul>
      {findingCount > findings.length && <p>{words.more(findingCount - findings.length)}</p>}
    </Details>
  );
}

function CellTable({
  language,
  cells,
  itemOf,
}: Pick<PreviewProps, 'language' | 'itemOf'> & { readonly cells: readonly CellOfImport[] }): VNode {
  const words = messages[language].import;
  const text = (figure: Figure | null): string => {
    const shown = figure === null ? null : cellOfFigure(figure);
    if (shown === null) return words.noValue;
    return typeof shown === 'number' ? formatNumber(shown, language) : shown;
  };
  const { place, item, where, from, to } = words.columns;
  return (
    <Table
      caption={words.seen}
      captionHidden
      columns={[
        { heading: place },
        { heading: item },
        { heading: where },
        { heading: from, numeric: true },
        { heading: to, numeric: true },
      ]}
      rows={cells.map((cell) => [
        cell.place,
        labelOf(itemOf(cell.item), language) || cell.item,
        cell.where,
        text(cell.from),
        <strong key="to">{text(cell.to)}</strong>,
      ])}
    />
  );
}

function FaultTable({
  language,
  cells,
  itemOf,
}: Pick<PreviewProps, 'language' | 'itemOf'> & { readonly cells: readonly FaultOfImport[] }): VNode {
  const words = messages[language].import;
  return (
    <Table
      caption={messages[language].kinds.fault}
      captionHidden
      columns={[
        { heading: words.columns.where },
        { heading: words.columns.place },
        { heading: words.columns.fault },
      ]}
      rows={cells.map((fault) => [
        `${fault.page === '' ? '' : `${fault.page}!`}${fault.column === null ? '' : columnLetters(fault.column)}${fault.row}`,
        fault.place || '–',
        messages[language].faults[fault.fault](labelOf(itemOf(fault.item), language), fault.shown),
      ])}
    />
  );
}

const labelOf = (item: Item | null, language: Language): string =>
  item === null ? '' : itemLabel(item, language);
