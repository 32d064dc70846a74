import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { cellText, type Item, itemLabel } from '../../../../domain/collection/index.ts';
import type { Figure } from '../../../../domain/scoring/index.ts';
import { formatNumber, type Language } from '../../../../domain/text/index.ts';
import type { CellState } from './model.ts';
import type { CellDetails, GridRow } from './props.ts';
import { type GridWords, words } from './words.ts';

/** What a person does in the details. */
export type DrawerDeed =
  | { readonly do: 'comment' | 'not_applicable'; readonly text: string }
  | { readonly do: 'not_due' | 'clear' | 'mine' | 'stored' | 'accept' | 'restore' | 'close' };

export interface DrawerProps {
  readonly language: Language;
  /** Of the cell, changes when another one is shown. */
  readonly name: string;
  readonly row: GridRow;
  readonly item: Item;
  readonly cell: CellState;
  readonly mayEdit: boolean;
  readonly load: () => Promise<CellDetails | null>;
  readonly act: (deed: DrawerDeed) => void;
}

/** All about one cell: what is counted, what stood there before, who changed it, a comment. */
export function Drawer(props: DrawerProps): VNode {
  const { language, row, item, act } = props;
  const { drawer } = words[language];
  return (
    <section class="drawer card" aria-labelledby="chi-tiet-o">
      <button type="button" class="button quiet close" onClick={() => act({ do: 'close' })}>
        {drawer.close}
      </button>
      <h2 id="chi-tiet-o">{itemLabel(item, language)}</h2>
      <p>
        {row.place} · <a href={row.href}>{drawer.openSheet}</a>
      </p>
      {row.locked !== null && <p class="small">{row.locked}</p>}
      <TwoValues {...props} />
      <Meaning item={item} language={language} />
      {props.mayEdit && <Forms key={props.name} {...props} />}
      <Past key={`past ${props.name}`} {...props} />
    </section>
  );
}

function TwoValues({ language, cell, mayEdit, act }: DrawerProps): VNode | null {
  const { drawer, faults, standings } = words[language];
  const shown = (figure: Figure) => cellText(figure, language) || drawer.empty;
  const fault = cell.draft?.fault ?? cell.refused;
  const button = (deed: 'mine' | 'stored' | 'accept' | 'restore', label: string) => (
    <button type="button" class="button plain" onClick={() => act({ do: deed })}>
      {label}
    </button>
  );
  if (cell.standing === 'invalid')
    return (
      <div class="note stop">
        <p class="title">{standings.invalid}</p>
        {fault !== null && <p>{faults[fault]}</p>}
        <div class="button-row">{button('accept', drawer.giveUp)}</div>
      </div>
    );
  if (cell.standing === 'conflict')
    return (
      <div class="note wait">
        <p>{drawer.bothValues}</p>
        <div class="button-row">
          {button('mine', drawer.mine(shown(cell.figure)))}
          {button('stored', drawer.theirs(shown(cell.stored.figure)))}
        </div>
      </div>
    );
  if (cell.before === null) return null;
  return (
    <div class="note plain">
      <p>{drawer.before(shown(cell.before))}</p>
      <div class="button-row">
        {button('accept', drawer.noted)}
        {mayEdit && button('restore', drawer.restore)}
      </div>
    </div>
  );
}

function ageText({ ageBand }: Item['collection'], { ages }: GridWords): string | null {
  if (ageBand === null) return null;
  const { fromMonths: from, belowMonths: below } = ageBand;
  const inYears = from % 12 === 0 && below % 12 === 0 && below > 36;
  if (inYears) return from === 0 ? ages.belowYears(below / 12) : ages.years(from / 12, below / 12);
  return from === 0 ? ages.belowMonths(below) : ages.months(from, below);
}

function Meaning({ item, language }: { readonly item: Item; readonly language: Language }): VNode {
  const { drawer } = words[language];
  const { definition, collection } = item;
  const age = ageText(collection, words[language]);
  return (
    <dl class="small">
      <dt>{drawer.definition}</dt>
      <dd>{definition.definition}</dd>
      <dt>{drawer.unit}</dt>
      <dd>{language === 'vi' ? collection.unit : collection.unitEn}</dd>
      {age !== null && <dt>{drawer.ageBand}</dt>}
      {age !== null && <dd>{age}</dd>}
      <dt>{drawer.source}</dt>
      <dd>{definition.source}</dd>
    </dl>
  );
}

function Forms({ language, cell, act }: DrawerProps): VNode {
  const { drawer } = words[language];
  const [comment, setComment] = useState(cell.comment ?? '');
  const [reason, setReason] = useState(cell.figure.state === 'not_applicable' ? cell.figure.reason : '');
  const submit = (event: Event, deed: DrawerDeed) => {
    event.preventDefault();
    act(deed);
  };
  return (
    <>
      <form onSubmit={(event) => submit(event, { do: 'comment', text: comment })}>
        <div class="field">
          <label for="ghi-chu-o">{drawer.comment}</label>
          <textarea
            id="ghi-chu-o"
            class="input"
            rows={2}
            maxLength={500}
            value={comment}
            onInput={({ currentTarget }) => setComment(currentTarget.value)}
          />
        </div>
        <button type="submit" class="button plain">
          {drawer.saveComment}
        </button>
      </form>
      <form onSubmit={(event) => submit(event, { do: 'not_applicable', text: reason })}>
        <div class="field">
          <label for="ly-do-o">{drawer.reason}</label>
          <input
            id="ly-do-o"
            class="input"
            required
            maxLength={500}
            value={reason}
            onInput={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </div>
        <div class="button-row">
          <button type="submit" class="button plain">
            {drawer.saveReason}
          </button>
          <button type="button" class="button plain" onClick={() => act({ do: 'not_due' })}>
            {drawer.notDue}
          </button>
          <button type="button" class="button plain" onClick={() => act({ do: 'clear' })}>
            {drawer.clear}
          </button>
        </div>
      </form>
    </>
  );
}

function Past({ language, load }: DrawerProps): VNode {
  const { drawer } = words[language];
  const [details, show] = useState<CellDetails | 'loading' | null>('loading');
  useEffect(() => {
    let isHere = true;
    // Whoever walks through the cells asks for those only at which they stay.
    const timer = setTimeout(async () => {
      const loaded = await load();
      if (isHere) show(loaded);
    }, 250);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, []);
  if (details === 'loading') return <p class="small">{drawer.loading}</p>;
  if (details === null) return <p class="small">{drawer.notLoaded}</p>;
  const values = details.past.flatMap(({ figure }) =>
    figure.state === 'given' && typeof figure.value === 'number' ? [figure.value] : [],
  );
  return (
    <>
      <h3>{drawer.past}</h3>
      {details.past.length === 0 && <p class="small">{drawer.noPast}</p>}
      {values.length > 0 && (
        <p class="small">
          {drawer.range(
            formatNumber(Math.min(...values), language),
            formatNumber(Math.max(...values), language),
          )}
        </p>
      )}
      <ul class="small">
        {details.past.map(({ period, figure }) => (
          <li key={period}>
            {period}: {cellText(figure, language) || drawer.empty}
          </li>
        ))}
      </ul>
      <details>
        <summary>{drawer.history}</summary>
        {details.history.length === 0 && <p class="small">{drawer.noHistory}</p>}
        <ul class="small">
          {details.history.map(({ at, who, way, figure, comment }) => (
            <li key={at}>
              {at} · {who} ({way}): {cellText(figure, language) || drawer.empty}
              {comment !== null && ` · ${comment}`}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
