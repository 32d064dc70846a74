import type { VNode } from 'preact';
import { formatDate, type Language } from '../../../domain/text/index.ts';
import { Card } from '../../../ui/components/Card.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import type { CollectionWork } from '../collection-work.ts';
import { messages } from '../messages.ts';

/** The two lists of the collection of figures in the inbox. */
const COLLECTION_LISTS = ['figures_to_fill', 'figures_to_accept'] as const;
export type CollectionList = (typeof COLLECTION_LISTS)[number];

const listsOf = ({ toFill, toAccept }: CollectionWork) =>
  ({ figures_to_fill: toFill, figures_to_accept: toAccept }) as const;

/** How many lines each list has. */
export const countsOfCollection = (work: CollectionWork): { list: CollectionList; total: number }[] =>
  COLLECTION_LISTS.map((list) => ({ list, total: listsOf(work)[list].total }));

/** Sheets and rounds that wait for the person; a list without lines is left out. */
export function CollectionCards(props: {
  language: Language;
  work: CollectionWork;
  /** YYYY-MM-DD. */
  today: string;
}): VNode {
  const { language, work, today } = props;
  const { inbox, standings } = messages[language];
  return (
    <>
      {COLLECTION_LISTS.map((list) => {
        const { total, lines } = listsOf(work)[list];
        return (
          total > 0 && (
            <Card key={list} title={inbox.collection[list]} id={list}>
              <ul>
                {lines.map(({ href, text, dueDate, returned }) => (
                  <li key={href}>
                    <a href={href}>{text[language]}</a>{' '}
                    <span class="small muted">{inbox.dueOn(formatDate(dueDate))}</span>{' '}
                    {returned && <Tag kind="wait">{standings.returned}</Tag>}{' '}
                    {list === 'figures_to_fill' && dueDate < today && <Tag kind="stop">{standings.late}</Tag>}
                  </li>
                ))}
              </ul>
              {total > lines.length && work.href !== null && (
                <p>
                  <a href={work.href}>{inbox.more(total)}</a>
                </p>
              )}
            </Card>
          )
        );
      })}
    </>
  );
}
