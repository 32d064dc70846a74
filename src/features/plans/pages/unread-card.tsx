import type { VNode } from 'preact';
import { Button } from '../../../ui/components/Button.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import type { Language } from '../../../ui/language.ts';
import { isItem } from '../commands/edit-content.ts';
import { messages } from '../messages.ts';
import { readingPath } from '../paths.ts';
import type { Reading } from '../queries.ts';
import { partName } from '../wording.ts';

/** More than this many lines that could not be read is no plan; the rest stands in the original. */
const SHOWN = 60;

/** The lines that the reader could not place, each with the reason and the way into the plan. */
export function UnreadCard({
  language,
  reading,
}: {
  readonly language: Language;
  readonly reading: Reading;
}): VNode {
  const words = messages[language];
  const { content, origins } = reading;
  const taken = Object.entries(origins).filter(([id]) => isItem(content, id));
  const isTaken = (line: number) => taken.some(([, { from, to }]) => from <= line && line <= to);
  const { unread } = reading.reading;
  const parts = content.sections.flatMap((section) =>
    section.parts.map((part) => ({ value: part.id, label: partName(content, section, part) })),
  );
  return (
    <Card title={words.reading.unread} id="chua-doc">
      <p class="small muted">{unread.length === 0 ? words.reading.unreadNone : words.reading.unreadHint}</p>
      <ul class="plain-list">
        {unread.slice(0, SHOWN).map(({ line, text, why }) => (
          <li key={line} data-lines={`${line}-${line}`}>
            <a href={`#dong-${line}`}>{words.reading.lines(line, line)}</a>: <q lang="vi">{text}</q>
            <div class="small muted" lang="vi">
              {why}
            </div>
            {isTaken(line) ? (
              <Tag kind="go">{words.reading.lineTaken}</Tag>
            ) : (
              parts.length > 0 && (
                <form
                  method="post"
                  class="inline-form"
                  action={`${readingPath(reading.unit.code, reading.id)}/dua-vao`}
                >
                  <input type="hidden" name="dong" value={String(line)} />
                  <Select
                    id={`phan.${line}`}
                    name="phan"
                    label={<span class="small">{words.reading.takeInto(line)}</span>}
                    options={parts}
                  />
                  <Button kind="plain">{words.reading.take}</Button>
                </form>
              )
            )}
          </li>
        ))}
      </ul>
      {unread.length > SHOWN && <p class="muted">{words.reading.moreUnread(unread.length - SHOWN)}</p>}
    </Card>
  );
}
