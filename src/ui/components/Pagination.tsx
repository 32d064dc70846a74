import type { VNode } from 'preact';
import type { Language } from '../language.ts';
import { messages } from '../messages.ts';

export interface PaginationProps {
  readonly language: Language;
  /** From 1. */
  readonly current: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
}

/** Turns over a long list; shows nothing when one page holds it all. Not for the steps of a form. */
export function Pagination({ language, current, pages, hrefOf }: PaginationProps): VNode | null {
  if (pages <= 1) return null;
  const words = messages[language].pagination;
  return (
    <nav class="pages" aria-label={words.label}>
      <ul>
        {current > 1 && (
          <li>
            <a href={hrefOf(current - 1)} rel="prev">
              ‹ {words.previous}
            </a>
          </li>
        )}
        {pagesShown(current, pages).map((page, place, shown) => (
          <>
            {place > 0 && page - shown[place - 1]! > 1 && (
              <li key={`before ${page}`}>
                <span>…</span>
              </li>
            )}
            <li key={page}>
              <a
                href={hrefOf(page)}
                aria-label={words.page(page, pages)}
                aria-current={page === current ? 'page' : undefined}
              >
                {page}
              </a>
            </li>
          </>
        ))}
        {current < pages && (
          <li>
            <a href={hrefOf(current + 1)} rel="next">
              {words.next} ›
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** The first, the last, the current page and its neighbours. */
function pagesShown(current: number, pages: number): number[] {
  return [...new Set([1, current - 1, current, current + 1, pages])]
    .filter((page) => page >= 1 && page <= pages)
    .sort((a, b) => a - b);
}
