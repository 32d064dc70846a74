import type { VNode } from 'preact';
import { DocumentPreview } from '../../../documents/document-preview.tsx';
import type { OfficialDocument } from '../../../documents/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { TextArea } from '../../../ui/components/TextArea.tsx';
import { messages } from '../messages.ts';
import { cyclePath, reportPath, reportSettingPath } from '../paths.ts';
import type { Cycle } from '../queries.ts';
import type { ScoredCycle } from '../scored-cycle.ts';
import { crumbs, type PageFrame, UnitPage } from './frame.tsx';
import { ProvisionalNote } from './provisional-note.tsx';

/** The report as it will be printed, with the ways to take it along. */
export function ReportPage(props: {
  readonly frame: PageFrame;
  readonly scored: ScoredCycle;
  readonly document: OfficialDocument;
  readonly mayChange: boolean;
}): VNode {
  const { frame, scored } = props;
  const { cycle, standard, assessment } = scored;
  const words = messages[frame.language].reportPage;
  const path = reportPath(cycle.unit.code, cycle.year);
  return (
    <UnitPage
      frame={frame}
      unit={cycle.unit}
      title={words.title}
      crumbs={crumbs(cycle.unit, frame.language, cycle.year, [{ label: words.title }])}
    >
      <div class="no-print">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <ButtonRow>
          <Button href={`${path}.docx`}>{words.docx}</Button>
          <Button kind="plain" href={`${path}.pdf`}>
            {words.pdf}
          </Button>
          {props.mayChange && (
            <Button kind="plain" href={reportSettingPath(cycle.unit.code, cycle.year)}>
              {words.settings}
            </Button>
          )}
          <Button kind="quiet" href={`${cyclePath(cycle.unit.code, cycle.year)}/ket-qua.json`}>
            {words.json}
          </Button>
        </ButtonRow>
        <ProvisionalNote standard={standard} values={assessment.provisional} language={frame.language} />
      </div>
      <DocumentPreview document={props.document} />
    </UnitPage>
  );
}

/** What the boxes of the report's form hold. */
export interface TypedSetting {
  readonly dia_danh: string;
  readonly kinh_gui: string;
  readonly chuc_vu: string;
  readonly nguoi_ky: string;
  readonly noi_nhan: string;
}

/** Addressees, signature and recipients of the unit's reports. */
export function ReportSettingPage(props: {
  readonly frame: PageFrame;
  readonly cycle: Cycle;
  readonly typed: TypedSetting;
  readonly errors?: readonly FieldError[];
}): VNode {
  const { frame, cycle, typed, errors = [] } = props;
  const words = messages[frame.language].reportPage;
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <UnitPage
      frame={frame}
      unit={cycle.unit}
      title={words.settingsTitle}
      errors={errors}
      crumbs={crumbs(cycle.unit, frame.language, cycle.year, [
        { label: words.title, href: reportPath(cycle.unit.code, cycle.year) },
        { label: words.settingsTitle },
      ])}
    >
      <div class="narrow">
        <Card>
          <h1>{words.settingsTitle}</h1>
          <p>{words.settingsIntro}</p>
          <form method="post" action={reportSettingPath(cycle.unit.code, cycle.year)}>
            <Field
              id="dia_danh"
              label={words.place}
              hint={words.placeHint}
              value={typed.dia_danh}
              error={errorOf('dia_danh')}
              width="full"
            />
            <TextArea
              id="kinh_gui"
              label={words.addressees}
              hint={words.addresseesHint}
              value={typed.kinh_gui}
              rows={2}
            />
            <TextArea
              id="chuc_vu"
              label={words.signatureLines}
              hint={words.signatureLinesHint}
              value={typed.chuc_vu}
              error={errorOf('chuc_vu')}
              rows={3}
            />
            <Field
              id="nguoi_ky"
              label={words.signer}
              hint={words.signerHint}
              value={typed.nguoi_ky}
              width="full"
            />
            <TextArea
              id="noi_nhan"
              label={words.recipients}
              hint={words.recipientsHint}
              value={typed.noi_nhan}
              error={errorOf('noi_nhan')}
              rows={6}
            />
            <ButtonRow>
              <Button>{words.saveSettings}</Button>
              <Button kind="plain" href={reportPath(cycle.unit.code, cycle.year)}>
                {words.back}
              </Button>
            </ButtonRow>
          </form>
        </Card>
      </div>
    </UnitPage>
  );
}
