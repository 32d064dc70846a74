import type { VNode } from 'preact';
import { Card } from '../../../ui/components/Card.tsx';
import type { UnitAtWork, WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { evidencePath, filePath } from '../paths.ts';
import type { Evidence } from '../queries/evidence.ts';
import { LibraryFrame } from './frame.tsx';

/** Letters that a page shows; about a hundred printed pages. */
const MOST_LETTERS = 200_000;

/** The text of a document, to be read without the program that made it. */
export function TextPage(props: {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly evidence: Evidence;
  readonly revision: number;
  readonly name: string;
  /** Null where none could be read. */
  readonly text: string | null;
  readonly mayAdd: boolean;
}): VNode {
  const { frame, unit, evidence, text } = props;
  const words = messages[frame.language].page;
  const title = words.textTitle(props.name);
  const shown = text?.slice(0, MOST_LETTERS) ?? '';
  return (
    <LibraryFrame
      frame={frame}
      unit={unit}
      mayAdd={props.mayAdd}
      title={title}
      crumbs={[
        { label: evidence.title, href: evidencePath(unit.code, evidence.id) },
        { label: words.readText },
      ]}
    >
      <Card>
        <h1>{title}</h1>
        <p class="hint">
          {text === null ? words.textMissing : words.textHint}{' '}
          <a href={filePath(unit.code, evidence.id, props.revision)}>{words.open}</a>
        </p>
        <div class="document-text" lang="vi">
          {shown.split(/\n{2,}/).map((paragraph, place) => (
            <p key={place}>{paragraph}</p>
          ))}
        </div>
        {text !== null && text.length > MOST_LETTERS && <p>{words.textCut}</p>}
      </Card>
    </LibraryFrame>
  );
}
