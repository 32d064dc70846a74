import type { ComponentChildren, VNode } from 'preact';

export interface Column {
  readonly heading: string;
  /** Numbers stand at the right, so that their digits align. */
  readonly numeric?: boolean | undefined;
}

export interface TableProps {
  /** Also names the scrolling region; must be unique on the page. */
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly Column[];
  /** One cell for each column; the first is the heading of its row. */
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** On a phone: `stack` makes each row a card (lists), `scroll` keeps the grid (figures to compare). Default stack. */
  readonly onPhone?: 'stack' | 'scroll' | undefined;
}

/** Things that share the same facts. For label and value of one thing use `SummaryList`; for layout use `Columns`. */
export function Table(props: TableProps): VNode {
  const table = (
    <table class={props.onPhone === 'scroll' ? undefined : stackingOf(props.columns.length)}>
      <caption class={props.captionHidden ? 'visually-hidden' : undefined}>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column.heading} scope="col" class={column.numeric ? 'number' : undefined}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((cells, place) => (
          <tr key={place}>{cells.map((cell, at) => cellOf(cell, props.columns[at], at === 0))}</tr>
        ))}
      </tbody>
    </table>
  );
  if (props.onPhone !== 'scroll') return table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard.
    <section class="scroll" aria-label={props.caption} tabIndex={0}>
      {table}
    </section>
  );
}

/** The more columns, the sooner they have no room beside each other. */
function stackingOf(columns: number): string {
  if (columns < 5) return 'stacks';
  return columns < 7 ? 'stacks many' : 'stacks most';
}

function cellOf(cell: ComponentChildren, column: Column | undefined, isHeading: boolean): VNode {
  const look = column?.numeric ? 'number' : undefined;
  if (isHeading) {
    return (
      <th key={column?.heading} scope="row" class={look}>
        {cell}
      </th>
    );
  }
  return (
    <td key={column?.heading} class={look} data-label={column?.heading}>
      {cell}
    </td>
  );
}
