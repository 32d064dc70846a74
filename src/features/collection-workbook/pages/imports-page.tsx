import type { VNode } from 'preact';
import { formatInstant, formatNumber } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { roundsPath } from '../../collection/index.ts';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { chooseTemplatePath, importPath, importsPath } from '../paths.ts';
import { IMPORTS_OF_A_PAGE, type ListedImport } from '../queries/imports.ts';
import type { RoundToChoose } from '../queries/rounds.ts';
import { StateTag } from './state-tag.tsx';

export interface ImportsPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly year: number;
  readonly rounds: readonly RoundToChoose[];
  readonly round: string | undefined;
  readonly imports: readonly ListedImport[];
  readonly all: number;
  readonly page: number;
  readonly fileMissing?: boolean;
}

/** Brings in a workbook, and lists those that were brought in. */
export function ImportsPage(props: ImportsPageProps): VNode {
  const { frame, unit, year, imports, page } = props;
  const { language } = frame;
  const words = messages[language].upload;
  const error = props.fileMissing ? words.fileMissing : undefined;
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={words.title}
      crumbs={[
        { label: messages[language].collection, href: roundsPath(unit.code, year) },
        { label: words.title },
      ]}
      errors={error === undefined ? [] : [{ field: 'tep', message: error }]}
    >
      <Card>
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <form method="post" enctype="multipart/form-data" action={importsPath(unit.code)}>
          <Field
            id="tep"
            kind="file"
            accept=".xlsx,.csv"
            label={words.file}
            hint={words.fileHint}
            error={error}
          />
          <Select
            id="dot"
            label={words.round}
            hint={words.roundHint}
            placeholder={words.noRound}
            value={props.round}
            options={props.rounds.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <ButtonRow>
            <Button>{words.send}</Button>
            <Button kind="quiet" href={chooseTemplatePath(unit.code, year)}>
              {words.getTemplate}
            </Button>
          </ButtonRow>
        </form>
      </Card>
      {imports.length > 0 && (
        <Card title={words.listTitle} id="cac-lan-nap">
          <Table
            caption={words.listTitle}
            captionHidden
            columns={[
              { heading: words.columns.file },
              { heading: words.columns.time },
              { heading: words.columns.state },
              { heading: words.columns.result },
            ]}
            rows={imports.map(({ id, fileName, startedAt, state, summary }) => [
              <a key="file" href={importPath(unit.code, id)}>
                {fileName}
              </a>,
              formatInstant(startedAt),
              <StateTag key="state" state={state} language={language} />,
              summary?.stored
                ? messages[language].import.storedCounts(
                    formatNumber(summary.stored.saved, language),
                    formatNumber(summary.stored.conflicts, language),
                    formatNumber(summary.stored.refused, language),
                  )
                : '–',
            ])}
          />
          <Pagination
            language={language}
            current={page}
            pages={Math.ceil(props.all / IMPORTS_OF_A_PAGE)}
            hrefOf={(number) => `${importsPath(unit.code)}?trang=${number}`}
          />
        </Card>
      )}
    </UnitWorkPage>
  );
}
