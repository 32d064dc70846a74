import type { VNode } from 'preact';
import { DocumentPreview } from '../../../documents/document-preview.tsx';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import type { Contribution } from '../content.ts';
import { messages } from '../messages.ts';
import { fundPath } from '../paths.ts';
import { receiptDocument } from '../receipt.ts';

/** The receipt as it is printed. */
export function ReceiptPage(props: {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly contribution: Contribution;
}): VNode {
  const { frame, unit } = props;
  const words = messages[frame.language];
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={words.receipt.title}
      crumbs={[{ label: words.title, href: fundPath(unit.code) }, { label: words.receipt.title }]}
    >
      <div class="no-print">
        <h1>{words.receipt.title}</h1>
        <p>{words.receipt.print}</p>
      </div>
      <DocumentPreview document={receiptDocument(unit, props.contribution)} />
    </UnitWorkPage>
  );
}
