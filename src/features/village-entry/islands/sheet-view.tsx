import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { cellKey } from '../../../domain/collection/index.ts';
import type { Language } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import { Tag, type TagKind } from '../../../ui/components/Tag.tsx';
import { ActButton } from './act-button.tsx';
import { boxNames, FigureBlock } from './figure-block.tsx';
import { figureWords } from './figure-words.ts';
import type { Boxes } from './read-figure.ts';
import { SheetHead } from './sheet-parts.tsx';
import type { VillageItem, VillageSheet } from './village-figures.ts';
import { boxesNow, type Entry, entriesOf, figureNow, type VillageRecord } from './village-record.ts';
import { words } from './words.ts';

type Cell = Entry['cell'];

export interface SheetViewProps {
  readonly language: Language;
  readonly record: VillageRecord;
  readonly sheet: VillageSheet;
  /** Something stands in the boxes of a cell, perhaps half of it. */
  readonly onTyping: (cell: Cell, boxes: Boxes) => void;
  /** The boxes of a cell were left. @returns whether the phone keeps what stands in them */
  readonly onTyped: (cell: Cell, boxes: Boxes) => Promise<boolean>;
  readonly onKeepMine: (cell: Cell) => void;
  readonly onTakeStored: (cell: Cell) => void;
  /** Sends what waits. @returns whether the server has all of it now */
  readonly onSettle: () => Promise<boolean>;
}

/** One sheet on the device: every figure says whether the server has it. */
export function SheetView(props: SheetViewProps): VNode {
  const { language, record, sheet } = props;
  const [typing, setTyping] = useState<Readonly<Record<string, Boxes>>>({});
  const entries = new Map(
    entriesOf(record).flatMap((entry) => (entry.cell.sheet === sheet.id ? [[entry.item.key, entry]] : [])),
  );
  const itemOf = (target: EventTarget | null): VillageItem | undefined => {
    const name = (target as HTMLInputElement | null)?.name ?? '';
    return sheet.items.find(({ key }) => Object.values(boxNames(key)).includes(name));
  };
  const boxesIn = (form: HTMLFormElement, { key }: VillageItem): Boxes => {
    const fields = new FormData(form);
    const names = boxNames(key);
    const text = (name: string) => String(fields.get(name) ?? '');
    return { text: text(names.text), state: text(names.state), reason: text(names.reason) };
  };
  const heard = (event: Event & { currentTarget: HTMLFormElement }) => {
    const item = itemOf(event.target);
    if (item === undefined) return;
    const boxes = boxesIn(event.currentTarget, item);
    setTyping((now) => ({ ...now, [item.key]: boxes }));
    props.onTyping({ sheet: sheet.id, item: item.key }, boxes);
  };
  const left = async (event: Event & { currentTarget: HTMLFormElement }) => {
    const item = itemOf(event.target);
    if (item === undefined) return;
    const boxes = boxesIn(event.currentTarget, item);
    setTyping((now) => ({ ...now, [item.key]: boxes }));
    // The boxes show what was typed until the record has it; what cannot be kept stays in them.
    if (!(await props.onTyped({ sheet: sheet.id, item: item.key }, boxes))) return;
    setTyping((now) => {
      const { [item.key]: shown, ...others } = now;
      return shown === boxes ? others : now;
    });
  };
  return (
    <>
      <SheetHead sheet={sheet} language={language} />
      {sheet.maySave ? (
        <form
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
          }}
          onInput={heard}
          onChange={(event) => void left(event)}
        >
          {sheet.items.map((item) => {
            const cell = { sheet: sheet.id, item: item.key };
            const entry = entries.get(item.key);
            return (
              <FigureBlock
                key={item.key}
                language={language}
                item={item}
                boxes={typing[item.key] ?? boxesNow(record, cell)}
                fault={typing[item.key] === undefined && entry?.kind === 'invalid' ? entry.fault : null}
              >
                <CellState {...props} item={item} entry={entry} />
              </FigureBlock>
            );
          })}
        </form>
      ) : (
        <SummaryList
          rows={sheet.items.map((item) => ({
            term: item.label,
            value: figureWords(figureNow(record, { sheet: sheet.id, item: item.key }), language),
          }))}
        />
      )}
      <Deeds {...props} />
    </>
  );
}

const KINDS: Readonly<Record<Entry['kind'], TagKind>> = {
  waiting: 'wait',
  conflict: 'stop',
  refused: 'stop',
  invalid: 'stop',
};

function CellState(
  props: SheetViewProps & { readonly item: VillageItem; readonly entry: Entry | undefined },
): VNode | null {
  const { language, item, entry } = props;
  const said = words[language];
  if (entry === undefined) return item.cell.revision === 0 ? null : <Tag kind="go">{said.marks.saved}</Tag>;
  return (
    <>
      <Tag kind={KINDS[entry.kind]}>{said.marks[entry.kind]}</Tag>
      {entry.kind === 'conflict' && (
        <div class="conflict" role="alert" key={cellKey(entry.cell)}>
          <p>
            <b>{said.conflict.title}.</b>{' '}
            {said.conflict.values(
              figureWords(entry.figure, language),
              figureWords(entry.stored.figure, language),
            )}
          </p>
          <p>{said.conflict.hint}</p>
          <div class="button-row">
            <ActButton onAct={() => props.onKeepMine(entry.cell)}>{said.conflict.keepMine}</ActButton>
            <ActButton kind="plain" onAct={() => props.onTakeStored(entry.cell)}>
              {said.conflict.takeStored}
            </ActButton>
          </div>
        </div>
      )}
      {entry.kind === 'refused' && <p class="small">{said.refusals[entry.fault]}</p>}
    </>
  );
}

/** Handing in and taking back are legal acts: they need the line, and wait until nothing waits. */
function Deeds({ language, sheet, record, onSettle }: SheetViewProps): VNode {
  const said = words[language].sheet;
  const [fault, setFault] = useState<string | null>(null);
  const hold = async (event: Event & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const form = event.currentTarget;
    setFault(null);
    if (await onSettle()) form.submit();
    else {
      const left = entriesOf(record).length;
      setFault(left > 0 ? said.waitFirst(String(left)) : said.needsLine);
    }
  };
  const deeds = [
    ...(sheet.maySubmit ? [['nop', said.submitHint, said.submit] as const] : []),
    ...(sheet.mayTakeBack ? [['rut-lai', said.takeBackHint, said.takeBack] as const] : []),
  ];
  return (
    <>
      {deeds.map(([path, hint, label]) => (
        <form key={path} method="post" action={`/thon/phieu/${sheet.id}/${path}`} onSubmit={hold}>
          <p class="hint">{hint}</p>
          <Button kind="plain">{label}</Button>
        </form>
      ))}
      {fault !== null && <Note kind="stop" title={fault} announced />}
    </>
  );
}
