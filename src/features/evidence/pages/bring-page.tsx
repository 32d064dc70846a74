import type { VNode } from 'preact';
import { formatFileSize, formatInstant } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Island } from '../../../ui/islands/Island.tsx';
import type { UnitAtWork, WorkFrame } from '../../territory/index.ts';
import type { UploadProps } from '../islands/upload.island.tsx';
import { messages } from '../messages.ts';
import { bringPath, describeUploadPath, type Purpose, uploadsPath } from '../paths.ts';
import type { WaitingFile } from '../queries/waiting.ts';
import { kindText } from '../wording.ts';
import { LibraryFrame } from './frame.tsx';

/** The kinds that are offered when choosing; what is taken is decided by the content. */
export const ACCEPTED =
  '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.txt,.jpg,.jpeg,.png,.webp,.heic,image/*,application/pdf';

export interface BringPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly purpose: Purpose;
  readonly waiting: readonly WaitingFile[];
  /** Bytes that a form may bring. */
  readonly largestForm: number;
  /** Bytes of the largest file that an upload may bring. */
  readonly largestFile: number;
  readonly faults?: readonly string[] | undefined;
  readonly done?: string | undefined;
}

const partsAround = (path: string) => {
  const [before = '', after = ''] = path.split('*');
  return { before, after };
};

/** Where files are brought, and those that wait to be described. */
export function BringPage(props: BringPageProps): VNode {
  const { frame, unit, purpose, waiting, faults = [] } = props;
  const { language } = frame;
  const words = messages[language].bring;
  return (
    <LibraryFrame
      frame={frame}
      unit={unit}
      part="bring"
      mayAdd
      title={words.title}
      errors={faults.length === 0 ? undefined : faults.map((message) => ({ field: 'tep', message }))}
      done={props.done}
    >
      <Card>
        <h1>{words.title}</h1>
        <Island
          name="upload"
          props={
            {
              endpoint: uploadsPath(unit.code),
              describe: partsAround(describeUploadPath(unit.code, '*', purpose)),
              largest: props.largestFile,
              largestText: formatFileSize(props.largestFile, language),
              accepted: ACCEPTED,
              words: messages[language].upload,
            } satisfies UploadProps
          }
        >
          <form method="post" encType="multipart/form-data" action={bringPath(unit.code, purpose)}>
            <Field
              id="tep"
              kind="file"
              multiple
              accept={ACCEPTED}
              label={words.choose}
              hint={words.chooseHint(formatFileSize(props.largestForm, language))}
              error={faults[0]}
            />
            <ButtonRow>
              <Button>{words.send}</Button>
            </ButtonRow>
          </form>
        </Island>
        <p class="hint">{words.kindsHint}</p>
        <p class="hint">{words.pictures}</p>
      </Card>
      <Card title={words.waitingTitle} id="cho-ghi">
        <p class="hint">{waiting.length === 0 ? words.nothingWaits : words.waitingHint}</p>
        {waiting.length > 0 && (
          <Table
            caption={words.waitingTitle}
            captionHidden
            columns={[
              { heading: words.columns.file },
              { heading: words.columns.size },
              { heading: words.columns.since },
              { heading: words.columns.deeds },
            ]}
            rows={waiting.map((file) => [
              <a key="name" href={describeUploadPath(unit.code, file.id, purpose)}>
                {file.name}
              </a>,
              `${kindText(file.mediaType, language)}, ${formatFileSize(file.size, language)}`,
              formatInstant(new Date(file.startedAt)),
              <form key="deeds" method="post" action={`${describeUploadPath(unit.code, file.id)}/bo`}>
                <ButtonRow>
                  <Button kind="plain" href={describeUploadPath(unit.code, file.id, purpose)}>
                    {words.describe}
                    <span class="visually-hidden"> {file.name}</span>
                  </Button>
                  <Button kind="quiet">
                    {words.discard}
                    <span class="visually-hidden"> {file.name}</span>
                  </Button>
                </ButtonRow>
              </form>,
            ])}
          />
        )}
      </Card>
    </LibraryFrame>
  );
}
