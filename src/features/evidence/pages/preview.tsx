import type { VNode } from 'preact';
import type { Language } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { messages } from '../messages.ts';
import { filePath, textPath } from '../paths.ts';
import type { EvidenceFile } from '../queries/evidence.ts';

/** What a person gets of a file; null for nothing. */
export type CopyOfFile = 'original' | 'redacted' | null;

const SHOWN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);
/** Of these the text is shown. */
export const WITH_TEXT: ReadonlySet<string> = new Set([
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/plain; charset=utf-8',
]);

/** Why a person gets no copy, in the order in which it matters. */
export function reasonForNone(file: Pick<EvidenceFile, 'scan'>): 'infected' | 'waiting' | 'redactedMissing' {
  return file.scan === 'infected' || file.scan === 'waiting' ? file.scan : 'redactedMissing';
}

/**
 * A file in place: pictures as such, a PDF in the browser's own viewer, of a Word document the way to its text; and the
 * way to the file itself. Of every other kind only that.
 */
export function Preview(props: {
  readonly language: Language;
  readonly unitCode: string;
  readonly evidenceId: string;
  readonly file: EvidenceFile;
  readonly copy: CopyOfFile;
}): VNode {
  const { file, copy } = props;
  const words = messages[props.language].page;
  if (copy === null)
    return (
      <Note kind={file.scan === 'infected' ? 'stop' : 'wait'}>
        <p>{words.notForYou[reasonForNone(file)]}</p>
      </Note>
    );
  const href = filePath(props.unitCode, props.evidenceId, file.revision);
  // A redacted copy is of the kind of its original.
  const isPicture = SHOWN.has(file.mediaType);
  const isPdf = file.mediaType === 'application/pdf';
  // The name of the original may tell what is blacked out.
  const name = copy === 'redacted' ? words.redacted : file.name;
  const hasText = copy === 'original' && WITH_TEXT.has(file.mediaType);
  return (
    <div class="file-preview">
      {isPicture && <img src={href} alt={words.previewOf(name)} loading="lazy" />}
      {isPdf && <iframe src={href} title={words.previewOf(name)} loading="lazy" />}
      {!isPicture && !isPdf && !hasText && <p class="hint">{words.noPreview}</p>}
      <ButtonRow>
        {hasText && (
          <Button kind="plain" href={textPath(props.unitCode, props.evidenceId, file.revision)}>
            {words.readText}
          </Button>
        )}
        <Button kind="plain" href={href}>
          {words.open}
        </Button>
      </ButtonRow>
      <p class="small muted">{name}</p>
    </div>
  );
}
