import type { VNode } from 'preact';
import type { CriterionDeed } from '../../../domain/cycle/index.ts';
import type { Language } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { TextArea } from '../../../ui/components/TextArea.tsx';
import { messages } from '../messages.ts';
import { criterionPath } from '../paths.ts';
import type { Cycle } from '../queries.ts';

/** The leader's forms: accept, or return with a reason. */
export function DecisionForms(props: {
  readonly language: Language;
  readonly place: Cycle;
  readonly number: number;
  readonly deeds: ReadonlySet<CriterionDeed>;
  readonly errors: readonly FieldError[];
}): VNode | null {
  const { language, place, number, deeds } = props;
  const words = messages[language].page;
  const path = criterionPath(place.unit.code, place.year, number);
  const reasonError = props.errors.find(({ field }) => field === 'ly_do')?.message;
  return (
    <>
      {deeds.has('accept') && (
        <form method="post" action={`${path}/chap-nhan`}>
          <Button>{words.accept}</Button>
        </form>
      )}
      {deeds.has('return') && (
        <Details summary={words.return} open={reasonError !== undefined}>
          <form method="post" action={`${path}/tra-lai`}>
            <TextArea
              id="ly_do"
              label={words.returnReason}
              hint={words.returnReasonHint}
              error={reasonError}
              rows={3}
              maxLength={1000}
            />
            <Button kind="plain">{words.return}</Button>
          </form>
        </Details>
      )}
    </>
  );
}
