import {
  type Block,
  markOf,
  NATIONAL_MOTTO,
  NATIONAL_NAME,
  type OfficialDocument,
  type Run,
  type TableCell,
} from './block-model.ts';
import { cleanText } from './clean-text.ts';
import {
  addresseeLines,
  annexLabel,
  annexReference,
  legalBasisLines,
  numberLine,
  placeAndDateLine,
  recipientLines,
} from './official-lines.ts';

const upper = (text: string): string => cleanText(text).toLocaleUpperCase('vi');

/**
 * The document on screen as it is printed: one sheet as wide as A4, without page breaks. Headings begin at level 2,
 * below the heading of the page around it.
 */
export function DocumentPreview({ document }: { readonly document: OfficialDocument }) {
  return (
    <article class="paper" lang="vi" aria-label={cleanText(document.metadataTitle)}>
      <Head document={document} />
      <h2 class="paper-title">
        <span class="paper-type">{upper(document.documentType)}</span>
        {document.title.map((line) => (
          <span class="paper-title-line" key={line}>
            {cleanText(line)}
          </span>
        ))}
      </h2>
      <Addressees document={document} />
      {legalBasisLines(document).map((line) => (
        <p class="paper-basis" key={line}>
          {line}
        </p>
      ))}
      <Blocks blocks={document.blocks} />
      <Signature document={document} />
      {document.annexes.map((annex, index) => (
        <section class="paper-annex" key={annex.title}>
          <h3 class="paper-annex-title">
            <span>{annexLabel(document, index)}</span>
            <span>{cleanText(annex.title)}</span>
          </h3>
          <p class="paper-annex-reference">{annexReference(document)}</p>
          <Blocks blocks={annex.blocks} />
        </section>
      ))}
      {document.runningNotice === null ? null : (
        <p class="paper-running">{cleanText(document.runningNotice)}</p>
      )}
    </article>
  );
}

function Head({ document }: { readonly document: OfficialDocument }) {
  const { head } = document;
  return (
    <header class="paper-head">
      <div class="paper-issuer">
        {head.superiorBody === undefined ? null : (
          <span class="paper-superior">{upper(head.superiorBody)}</span>
        )}
        {head.issuingBody.map((line) => (
          <span class="paper-body-name" key={line}>
            {upper(line)}
          </span>
        ))}
      </div>
      <div class="paper-nation">
        <span class="paper-nation-name">{NATIONAL_NAME}</span>
        <span class="paper-motto">{NATIONAL_MOTTO}</span>
      </div>
      <span class="paper-number">{numberLine(head)}</span>
      <span class="paper-date">{placeAndDateLine(head)}</span>
    </header>
  );
}

function Addressees({ document }: { readonly document: OfficialDocument }) {
  const { addressees } = document;
  if (addressees.length === 0) return null;
  if (addressees.length === 1) return <p class="paper-addressee">Kính gửi: {cleanText(addressees[0]!)}</p>;
  return (
    <div class="paper-addressees">
      <span>Kính gửi:</span>
      <span>
        {addresseeLines(document).map((line) => (
          <span class="paper-line" key={line}>
            {line}
          </span>
        ))}
      </span>
    </div>
  );
}

function Signature({ document }: { readonly document: OfficialDocument }) {
  const { lines, name } = document.signature;
  const recipients = recipientLines(document);
  return (
    <footer class="paper-end">
      <div class="paper-recipients">
        {recipients.length > 0 && <span class="paper-recipients-title">Nơi nhận:</span>}
        {recipients.map((line) => (
          <span class="paper-line" key={line}>
            {line}
          </span>
        ))}
      </div>
      <div class="paper-signature">
        {lines.map((line) => (
          <span class="paper-line" key={line}>
            {upper(line)}
          </span>
        ))}
        {name === null ? null : <span class="paper-signer">{cleanText(name)}</span>}
      </div>
    </footer>
  );
}

function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        <BlockView block={block} key={index} />
      ))}
    </>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Tag = ({ 1: 'h3', 2: 'h4', 3: 'h5' } as const)[block.level];
      return <Tag class={`paper-heading paper-heading-${block.level}`}>{cleanText(block.text)}</Tag>;
    }
    case 'paragraph':
      return (
        <p class="paper-text">
          <Runs runs={block.runs} />
        </p>
      );
    case 'note':
      return (
        <p class="paper-note">
          <Runs runs={block.runs} />
        </p>
      );
    case 'notice':
      return <p class="paper-notice">{cleanText(block.text)}</p>;
    case 'list':
      return (
        <ul class="paper-list">
          {block.items.map((runs, index) => (
            <li key={index}>
              {markOf(block, index)} <Runs runs={runs} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <table class="paper-table">
          <caption>{cleanText(block.summary)}</caption>
          <colgroup>
            {block.columns.map((column, index) => (
              <col class={`paper-col-${column.align}`} width={`${column.width}%`} key={index} />
            ))}
          </colgroup>
          <thead>
            {block.head.map((cells, index) => (
              <tr key={index}>
                {cells.map((cell, place) => (
                  <th scope="col" colSpan={cell.span ?? 1} key={place}>
                    <CellText cell={cell} />
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {block.rows.map((row, index) => (
              <tr class={`paper-row-${row.emphasis}`} key={index}>
                {row.cells.map((cell, place) => (
                  <td
                    class={`paper-align-${block.columns[columnOf(row.cells, place)]!.align}`}
                    colSpan={cell.span ?? 1}
                    key={place}
                  >
                    <CellText cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

function columnOf(cells: readonly TableCell[], place: number): number {
  return cells.slice(0, place).reduce((column, cell) => column + (cell.span ?? 1), 0);
}

function CellText({ cell }: { readonly cell: TableCell }) {
  return (
    <>
      <Runs runs={cell.runs} />
      {cell.second ? (
        <span class="paper-second">
          <Runs runs={cell.second} />
        </span>
      ) : null}
    </>
  );
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return (
    <>
      {runs.map((run, index) => {
        const text = run.italic ? <em>{cleanText(run.text)}</em> : cleanText(run.text);
        return run.bold ? <strong key={index}>{text}</strong> : <span key={index}>{text}</span>;
      })}
    </>
  );
}
