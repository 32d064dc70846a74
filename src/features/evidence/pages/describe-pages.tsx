import type { VNode } from 'preact';
import type { Standard } from '../../../domain/scoring/index.ts';
import { formatFileSize } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Checkbox } from '../../../ui/components/Checkbox.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import type { Fields } from '../../activities/index.ts';
import type { UnitAtWork, WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import {
  bringPath,
  chosenPath,
  describePath,
  describeUploadPath,
  evidencePath,
  type Purpose,
} from '../paths.ts';
import type { Evidence } from '../queries/evidence.ts';
import type { WaitingFile } from '../queries/waiting.ts';
import type { EvidenceFaults } from '../schema.ts';
import { kindText } from '../wording.ts';
import { type DifferentBox, EvidenceFields, errorsOf, UseFields } from './evidence-fields.tsx';
import { LibraryFrame } from './frame.tsx';

export interface DescribeUploadPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly standard: Standard;
  readonly thisYear: number;
  readonly waiting: WaitingFile;
  readonly purpose: Purpose;
  readonly tasks: readonly { readonly id: string; readonly text: string }[];
  /** Where this content is in the library already. */
  readonly same: readonly { readonly id: string; readonly title: string }[];
  readonly boxes: Fields;
  /** Whether the boxes were filled from the text of the file. */
  readonly proposed: boolean;
  readonly faults: EvidenceFaults;
}

/** A file that was brought, and what is to be said of it so that it becomes evidence. */
export function DescribeUploadPage(props: DescribeUploadPageProps): VNode {
  const { frame, unit, waiting, boxes, faults, thisYear } = props;
  const { language } = frame;
  const words = messages[language];
  const path = describeUploadPath(unit.code, waiting.id, props.purpose);
  const hasUses =
    Object.keys(boxes).some((name) => name.startsWith('chi_tieu.')) || boxes.nhiem_vu !== undefined;
  return (
    <LibraryFrame
      frame={frame}
      unit={unit}
      mayAdd
      title={words.describe.title}
      crumbs={[{ label: words.bring.title, href: bringPath(unit.code) }, { label: waiting.name }]}
      errors={errorsOf(faults, language)}
    >
      <div class="narrow">
        <Card>
          <h1>{words.describe.title}</h1>
          <p>
            {words.describe.file}: <strong>{waiting.name}</strong> ({kindText(waiting.mediaType, language)},{' '}
            {formatFileSize(waiting.size, language)})
          </p>
          {props.proposed && (
            <Note>
              <p>{words.describe.proposed}</p>
            </Note>
          )}
          <form method="post" action={path}>
            {props.same.length > 0 && (
              <Note kind="wait" title={words.describe.sameContent}>
                <p>{words.describe.sameContentHint}</p>
                <ul>
                  {props.same.map(({ id, title }) => (
                    <li key={id}>
                      <a href={chosenPath(unit.code, id, props.purpose)}>{title}</a>
                    </li>
                  ))}
                </ul>
                <Checkbox
                  id="trung"
                  label={words.describe.addAnyway}
                  checked={boxes.trung !== undefined}
                  error={faults.trung === undefined ? undefined : words.faults[faults.trung]}
                />
              </Note>
            )}
            <EvidenceFields language={language} boxes={boxes} faults={faults} />
            <Details summary={words.describe.usesLegend} open={hasUses || faults.nam !== undefined}>
              <UseFields
                language={language}
                standard={props.standard}
                years={[thisYear + 1, thisYear, thisYear - 1, thisYear - 2]}
                tasks={props.tasks}
                boxes={boxes}
                faults={faults}
              />
            </Details>
            <ButtonRow>
              <Button>{words.describe.add}</Button>
            </ButtonRow>
          </form>
          <form method="post" action={`${describeUploadPath(unit.code, waiting.id)}/bo`}>
            <ButtonRow>
              <Button kind="quiet">{words.bring.discard}</Button>
            </ButtonRow>
          </form>
        </Card>
      </div>
    </LibraryFrame>
  );
}

/** What is said of an evidence, to be said otherwise. */
export function DescribePage(props: {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly evidence: Evidence;
  readonly boxes: Fields;
  /** The mark of the description that is on the screen. */
  readonly seen: string;
  /** What somebody else has said meanwhile; empty where nobody did. */
  readonly differences: readonly DifferentBox[];
  readonly faults: EvidenceFaults;
}): VNode {
  const { frame, unit, evidence, differences, faults } = props;
  const { language } = frame;
  const words = messages[language];
  return (
    <LibraryFrame
      frame={frame}
      unit={unit}
      mayAdd
      title={words.describe.change}
      crumbs={[
        { label: evidence.title, href: evidencePath(unit.code, evidence.id) },
        { label: words.describe.change },
      ]}
      errors={errorsOf(faults, language)}
    >
      <div class="narrow">
        <Card>
          <h1>{words.describe.change}</h1>
          {differences.length > 0 && (
            <Note kind="stop" title={words.describe.overtaken} announced>
              <p>{words.describe.overtakenHint}</p>
              <ul>
                {differences.map(({ label, stored }) => (
                  <li key={label}>
                    {label}: <b>{stored}</b>
                  </li>
                ))}
              </ul>
            </Note>
          )}
          <form method="post" action={describePath(unit.code, evidence.id)}>
            <input type="hidden" name="da_thay" value={props.seen} />
            <EvidenceFields language={language} boxes={props.boxes} faults={faults} />
            <ButtonRow>
              <Button>{words.describe.save}</Button>
              <a href={evidencePath(unit.code, evidence.id)}>{evidence.title}</a>
            </ButtonRow>
          </form>
        </Card>
      </div>
    </LibraryFrame>
  );
}
