import type { VNode } from 'preact';
import { formatFileSize, formatNumber } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Checkbox } from '../../../ui/components/Checkbox.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { messages } from '../messages.ts';
import { activityFilePath, activityPath } from '../paths.ts';
import type { ActivityPageProps } from './activity-page.tsx';

/** The evidence of an activity, and for who may the form that adds to it. */
export function FilesCard(props: ActivityPageProps): VNode {
  const { frame, unit, activity, hiddenFiles } = props;
  const { language } = frame;
  const words = messages[language].page;
  return (
    <Card title={words.files} id="tep">
      {activity.files.length === 0 && hiddenFiles === 0 && <p class="muted">{words.noFiles}</p>}
      <ul>
        {activity.files.map((file) => {
          const path = activityFilePath(unit.code, activity.id, file.id);
          return (
            <li key={file.id}>
              <a href={path}>{file.name}</a>{' '}
              <span class="small muted">{formatFileSize(file.size, language)}</span>{' '}
              {file.showsChildren && <Tag kind="wait">{words.showsChildren}</Tag>}
              {props.mayChange && props.mayRemoveFile({ recordedBy: file.addedBy }) && (
                <form method="post" action={`${path}/xoa`}>
                  <Button kind="quiet">
                    {words.removeFile}
                    <span class="visually-hidden"> {file.name}</span>
                  </Button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
      {hiddenFiles > 0 && <p class="muted">{words.keptInside(formatNumber(hiddenFiles, language))}</p>}
      {props.mayChange && (
        <form
          method="post"
          action={`${activityPath(unit.code, activity.id)}/tep`}
          encType="multipart/form-data"
        >
          <Field
            id="tep_moi"
            kind="file"
            width="full"
            label={words.file}
            hint={words.fileHint}
            accept=".pdf,.docx,.xlsx,.pptx,.jpg,.jpeg,.png,.webp,.heic,.mp3,.m4a,.mp4,.mov"
            error={props.errors?.find(({ field }) => field === 'tep_moi')?.message}
          />
          <Checkbox id="co_hinh_tre_em" label={words.showsChildren} hint={words.showsChildrenHint} />
          <Button kind="plain">{words.addFile}</Button>
        </form>
      )}
    </Card>
  );
}
