import type { VNode } from 'preact';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { TextArea } from '../../../ui/components/TextArea.tsx';
import type { WorkFrame } from '../../territory/index.ts';
import { frameMark } from '../commands/edit-content.ts';
import { messages } from '../messages.ts';
import { draftPath, framePath } from '../paths.ts';
import type { Plan, Reading } from '../queries.ts';
import { boxesOfFrame, FRAME_FIELDS, type FrameField, type TypedFrame } from '../schema.ts';
import { BelowDraft } from './draft-frame.tsx';

/** Labels of the boxes, by their names. */
const labelOf: Readonly<Record<FrameField, keyof typeof messages.vi.frame>> = {
  loai: 'documentType',
  co_quan: 'issuingBody',
  so: 'number',
  ngay: 'date',
  ky_hieu: 'symbol',
  dia_danh: 'place',
  nam: 'year',
  trich_yeu: 'planTitle',
  can_cu: 'bases',
  loi_dan: 'opening',
  loi_ket: 'closing',
  noi_nhan: 'recipients',
  quyen_han: 'capacity',
  chuc_vu: 'signTitle',
  ho_ten: 'signName',
};

/** Rows of the boxes that hold several lines. */
const rowsOf: Readonly<Partial<Record<FrameField, number>>> = {
  co_quan: 2,
  trich_yeu: 3,
  can_cu: 8,
  loi_dan: 3,
  loi_ket: 3,
  noi_nhan: 8,
  quyen_han: 2,
};

/** Head, bases, recipients and signature of a plan or a reading. */
export function FramePage(props: {
  readonly frame: WorkFrame;
  readonly draft: Plan | Reading;
  readonly typed?: TypedFrame;
  readonly errors?: readonly FieldError[];
  /** What is stored, where somebody else changed it meanwhile. */
  readonly stored?: TypedFrame;
}): VNode {
  const { frame, draft, errors = [] } = props;
  const words = messages[frame.language];
  const boxes = props.typed ?? boxesOfFrame(draft.content, draft);
  const path = framePath(draft.unit.code, draft);
  // Number and date belong to the paper that was read; a plan gets them when it is signed.
  const shown = FRAME_FIELDS.filter(
    (field) => draft.kind === 'reading' || (field !== 'so' && field !== 'ngay' && field !== 'nam'),
  );
  return (
    <BelowDraft frame={frame} draft={draft} title={words.frame.title} errors={errors}>
      <div class="narrow">
        <Card>
          <h1>{words.frame.title}</h1>
          {props.stored && (
            <div class="conflict" role="alert">
              <h2>{words.edit.conflictTitle}</h2>
              <dl>
                {shown
                  .filter((field) => props.stored![field].trim() !== boxes[field].trim().replaceAll('\r', ''))
                  .map((field) => (
                    <div key={field}>
                      <dt>
                        {words.frame[labelOf[field]]} · {words.edit.stored}
                      </dt>
                      <dd lang="vi">{props.stored![field] || words.edit.notThere}</dd>
                    </div>
                  ))}
              </dl>
              <p>
                {words.edit.conflictHint} <a href={path}>{words.edit.conflictKeep}</a>
              </p>
            </div>
          )}
          <form method="post" action={path}>
            <input type="hidden" name="da_thay" value={frameMark(draft)} />
            {shown.map((field) => {
              const common = {
                id: field,
                label: words.frame[labelOf[field]],
                hint: hintOf(words.frame, labelOf[field]),
                value: boxes[field],
                error: errors.find((error) => error.field === field)?.message,
              };
              const rows = rowsOf[field];
              if (rows !== undefined) return <TextArea key={field} {...common} rows={rows} />;
              if (field === 'nam') return <Field key={field} {...common} kind="figure" />;
              if (field === 'ngay') return <Field key={field} {...common} kind="date" />;
              return (
                <Field
                  key={field}
                  {...common}
                  width={field === 'so' || field === 'ky_hieu' ? 'short' : 'full'}
                />
              );
            })}
            <ButtonRow>
              <Button>{words.frame.save}</Button>
              <a href={draftPath(draft.unit.code, draft)}>
                {draft.kind === 'plan' ? words.edit.back : words.edit.backToReading}
              </a>
            </ButtonRow>
          </form>
        </Card>
      </div>
    </BelowDraft>
  );
}

function hintOf(words: Readonly<Record<string, string>>, label: string): string | undefined {
  return words[`${label}Hint`];
}
