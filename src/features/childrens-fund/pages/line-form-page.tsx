import type { ComponentChildren, VNode } from 'preact';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import type { Fields } from '../../activities/index.ts';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { fundPath } from '../paths.ts';

/** What the forms of both kinds of line have. */
export interface LineFormProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  /** The line that is corrected; null for a new one. */
  readonly line: { readonly id: string; readonly revision: number } | null;
  readonly values: Fields;
  readonly errors: readonly FieldError[];
  readonly conflict: boolean;
}

/** A page with the form of one line of the books, and the way to take the line out. */
export function LineFormPage(
  props: LineFormProps & {
    readonly title: string;
    readonly path: string;
    readonly children: ComponentChildren;
  },
): VNode {
  const { frame, unit, line, title, path } = props;
  const words = messages[frame.language];
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={title}
      errors={props.errors}
      crumbs={[{ label: words.title, href: fundPath(unit.code) }, { label: title }]}
    >
      <div class="narrow">
        <Card>
          <h1>{title}</h1>
          {props.conflict && (
            <Note kind="stop" announced>
              <p>{words.form.conflict}</p>
            </Note>
          )}
          <form method="post" action={path}>
            <input type="hidden" name="lan_sua" value={String(line?.revision ?? 0)} />
            {props.children}
            <ButtonRow>
              <Button>{words.form.save}</Button>
              <Button kind="plain" href={fundPath(unit.code)}>
                {words.form.back}
              </Button>
            </ButtonRow>
          </form>
          {line !== null && (
            <Details summary={words.form.remove}>
              <p>{words.form.removeHint}</p>
              <form method="post" action={`${path}/xoa`}>
                <Button kind="danger">{words.form.removeConfirm}</Button>
              </form>
            </Details>
          )}
        </Card>
      </div>
    </UnitWorkPage>
  );
}

/** What a box of a form gets from what is typed and what is wrong with it. */
export function boxesOf({ values, errors }: LineFormProps) {
  return (id: string) => ({
    id,
    value: values[id] ?? '',
    error: errors.find(({ field }) => field === id)?.message,
  });
}
