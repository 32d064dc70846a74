import type { VNode } from 'preact';
import { formatFileSize } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import type { UnitAtWork, WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { takeOverPath } from '../paths.ts';
import { type FileOfRecord, RECORD_FILES_OF_A_PAGE } from '../queries/files-of-records.ts';
import { kindText } from '../wording.ts';
import { LibraryFrame } from './frame.tsx';

/** Files that the unit has elsewhere and that could be evidence, each a press away from it. */
export function TakeOverPage(props: {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly files: readonly FileOfRecord[];
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly fault?: string | undefined;
}): VNode {
  const { frame, unit, files, fault } = props;
  const { language } = frame;
  const words = messages[language].takeOver;
  return (
    <LibraryFrame
      frame={frame}
      unit={unit}
      part="takeOver"
      mayAdd
      title={words.title}
      errors={fault === undefined ? undefined : [{ message: fault }]}
    >
      <Card>
        <h1>{words.title}</h1>
        {files.length === 0 ? (
          <EmptyState title={words.nothing}>{words.nothingHint}</EmptyState>
        ) : (
          <>
            <p class="hint">{words.hint}</p>
            <Table
              caption={words.title}
              captionHidden
              columns={[
                { heading: words.columns.file },
                { heading: words.columns.from },
                { heading: words.columns.deeds },
              ]}
              rows={files.map((file) => [
                <div key="file">
                  {file.name}
                  <div class="small muted">
                    {kindText(file.mediaType, language)}, {formatFileSize(file.size, language)}
                  </div>
                  {file.showsChildren && <Tag kind="info">{messages[language].tags.showsChildren}</Tag>}
                </div>,
                words[file.of](file.record),
                <form key="take" method="post" action={takeOverPath(unit.code)}>
                  <Button kind="plain" name="tep" value={file.fileId}>
                    {words.take}
                    <span class="visually-hidden"> {file.name}</span>
                  </Button>
                </form>,
              ])}
            />
            <Pagination
              language={language}
              current={props.page}
              pages={Math.ceil(props.total / RECORD_FILES_OF_A_PAGE)}
              hrefOf={(page) => `${takeOverPath(unit.code)}?trang=${page}`}
            />
          </>
        )}
      </Card>
    </LibraryFrame>
  );
}
