import type { VNode } from 'preact';
import { Card } from '../../../ui/components/Card.tsx';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { newTargetPath, targetsPath } from '../paths.ts';
import { TargetForm, type TargetFormProps } from './target-form.tsx';

/** The form for a target beside the plan. */
export function NewTargetPage(
  props: {
    readonly frame: WorkFrame;
    readonly unit: UnitAtWork;
    readonly year: number;
  } & Pick<TargetFormProps, 'values' | 'faults' | 'organisations' | 'standard'>,
): VNode {
  const { frame, unit, year, ...form } = props;
  const words = messages[frame.language];
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={words.addTitle}
      crumbs={[
        { label: words.listTitle(year), href: targetsPath(unit.code, year) },
        { label: words.addTitle },
      ]}
      errors={Object.entries(form.faults).map(([field, fault]) => ({ field, message: words.faults[fault] }))}
    >
      <div class="narrow">
        <Card>
          <h1>{words.addTitle}</h1>
          <TargetForm {...form} language={frame.language} action={newTargetPath(unit.code, year)} />
        </Card>
      </div>
    </UnitWorkPage>
  );
}
