import type { VNode } from 'preact';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Radios } from '../../../ui/components/Radios.tsx';
import { TextArea } from '../../../ui/components/TextArea.tsx';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { plansPath, readPlanPath } from '../paths.ts';

/** The form that takes a paper in: a file or a pasted text. */
export function ReadPage(props: {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly typed?: { readonly standing: string; readonly text: string };
  readonly errors?: readonly FieldError[];
}): VNode {
  const { frame, unit, typed, errors = [] } = props;
  const words = messages[frame.language];
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={words.readPage.title}
      errors={errors}
      crumbs={[{ label: words.plans, href: plansPath(unit.code) }, { label: words.readPage.title }]}
    >
      <div class="narrow">
        <Card>
          <h1>{words.readPage.title}</h1>
          <p>{words.readPage.intro}</p>
          <form method="post" action={readPlanPath(unit.code)} encType="multipart/form-data">
            <Radios
              id="cua_ai"
              label={words.readPage.standing}
              value={typed?.standing || 'own'}
              error={errorOf('cua_ai')}
              choices={[
                { value: 'own', label: words.standings.own },
                { value: 'superior', label: words.standings.superior },
              ]}
            />
            <Field
              id="tep"
              kind="file"
              label={words.readPage.file}
              hint={words.readPage.fileHint}
              accept=".docx,.pdf,.txt"
              error={errorOf('tep')}
              width="full"
            />
            <TextArea
              id="van_ban"
              label={words.readPage.text}
              hint={words.readPage.textHint}
              rows={10}
              value={typed?.text}
              error={errorOf('van_ban')}
            />
            <ButtonRow>
              <Button>{words.readPage.submit}</Button>
              <a href={plansPath(unit.code)}>{words.plans}</a>
            </ButtonRow>
          </form>
        </Card>
      </div>
    </UnitWorkPage>
  );
}
