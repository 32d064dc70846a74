import type { ComponentChildren, VNode } from 'preact';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { draftPath, plansPath } from '../paths.ts';
import type { Plan, Reading } from '../queries.ts';

/** A page below a plan or a reading, with the way back to it. */
export function BelowDraft(props: {
  readonly frame: WorkFrame;
  readonly draft: Plan | Reading;
  readonly title: string;
  readonly errors?: readonly FieldError[] | undefined;
  readonly children: ComponentChildren;
}): VNode {
  const { frame, draft } = props;
  const words = messages[frame.language];
  const title = draft.kind === 'plan' ? draft.title : words.reading.title;
  return (
    <UnitWorkPage
      frame={frame}
      unit={draft.unit}
      title={props.title}
      errors={props.errors}
      crumbs={[
        { label: words.plans, href: plansPath(draft.unit.code, draft.year) },
        {
          label: title.length > 60 ? `${title.slice(0, 60)}…` : title,
          href: draftPath(draft.unit.code, draft),
        },
        { label: props.title },
      ]}
    >
      {props.children}
    </UnitWorkPage>
  );
}
