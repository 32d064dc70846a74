import type { VNode } from 'preact';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { messages } from './messages.ts';
import type { RedactPageProps } from './redact-page.tsx';
import { PAGE_NEXT, PAGE_SHOWN, pageBox, sentAlong } from './schema.ts';

/**
 * The pages of a PDF to go to. Areas of the pages that are not shown travel in the form itself, so that nothing half
 * blacked out is ever kept.
 */
export function PagesToRedact({ frame, evidence, areas, shown, ground }: RedactPageProps): VNode {
  const words = messages[frame.language];
  const pages = Array.from({ length: evidence.files[0]!.pages! }, (_, index) => index + 1);
  const shownPage = <input type="hidden" name={PAGE_SHOWN} value={shown} />;
  if (pages.length === 1) return shownPage;
  const without = pages.filter((page) => page !== shown && !areas.has(page));
  return (
    <fieldset>
      <legend>{words.pages}</legend>
      {without.length > 0 && (
        <p class="hint">
          {(ground.copyId === null ? words.pagesWithout : words.pagesWithoutMore)(without.join(', '))}
        </p>
      )}
      {shownPage}
      {pages
        .filter((page) => page !== shown && areas.has(page))
        .map((page) => (
          <input key={page} type="hidden" name={pageBox(page)} value={sentAlong(areas.get(page)!)} />
        ))}
      <ButtonRow>
        {pages
          .filter((page) => page !== shown)
          .map((page) => (
            <Button key={page} kind="plain" name={PAGE_NEXT} value={String(page)}>
              {words.toPage(page, areas.get(page)?.length ?? 0)}
            </Button>
          ))}
      </ButtonRow>
    </fieldset>
  );
}
