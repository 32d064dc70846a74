import type { VNode } from 'preact';
import { formatFileSize, formatInstant } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Checkbox } from '../../../ui/components/Checkbox.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { messages } from '../messages.ts';
import { evidencePath, filePath } from '../paths.ts';
import type { EvidencePageProps } from './evidence-page.tsx';

/**
 * The revisions of an evidence, each to be opened by who may, and the form that brings a newer one. The name of a file may
 * tell what is blacked out in it: it is told to who gets the file itself.
 */
export function ReviseForm(props: EvidencePageProps): VNode {
  const { frame, unit, evidence, copies, waiting, fileRefused } = props;
  const { language } = frame;
  const words = messages[language].page;
  const typed = fileRefused?.fields ?? {};
  return (
    <Card title={words.revisions} id="cac-ban">
      <ul class="plain-list">
        {evidence.files.map((file) => (
          <li key={file.id}>
            {copies.get(file.revision) ? (
              <a href={filePath(unit.code, evidence.id, file.revision)}>{words.revision(file.revision)}</a>
            ) : (
              words.revision(file.revision)
            )}{' '}
            {copies.get(file.revision) === 'original' && (
              <span class="small muted">
                {file.name} · {formatFileSize(file.size, language)} · {file.addedByName} ·{' '}
                {formatInstant(new Date(file.addedAt))}
                {file.note === null ? '' : ` · ${file.note}`}
              </span>
            )}
          </li>
        ))}
      </ul>
      {props.may.change && (
        <Details summary={words.revise} open={fileRefused !== undefined}>
          <form
            method="post"
            encType="multipart/form-data"
            action={`${evidencePath(unit.code, evidence.id)}/ban-moi`}
          >
            <Field
              id="tep"
              kind="file"
              label={words.reviseFile}
              hint={words.reviseHint}
              error={fileRefused?.fault}
            />
            {waiting.length > 0 && (
              <Select
                id="tep_cho"
                label={words.reviseWaiting}
                value={typed.tep_cho}
                placeholder={words.noWaiting}
                options={waiting.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
            {!evidence.showsChildren && (
              <Checkbox
                id="co_tre_em"
                label={messages[language].describe.showsChildren}
                hint={messages[language].describe.showsChildrenHint}
                checked={typed.co_tre_em !== undefined}
              />
            )}
            <Field id="ly_do" label={words.note} value={typed.ly_do} width="full" />
            <ButtonRow>
              <Button kind="plain">{words.revise}</Button>
            </ButtonRow>
          </form>
        </Details>
      )}
    </Card>
  );
}
