import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../../../domain/text/index.ts';
import { Note } from '../../../ui/components/Note.tsx';
import { type Mounted, mount } from '../../../ui/islands/mount.ts';
import { QueuePanel } from './queue-panel.tsx';
import { codeOfHash } from './read-code.ts';
import { type Sender, startSender } from './send.ts';
import { type SentForm, withForm } from './sent-form.ts';
import { SheetList } from './sheet-parts.tsx';
import { SheetView } from './sheet-view.tsx';
import { newAct, openStore, randomId, type Store } from './store.ts';
import type { VillageFigures } from './village-figures.ts';
import {
  discard,
  entriesOf,
  figureNow,
  newRecord,
  sendAgain,
  takeUpDrafts,
  type VillageRecord,
  withDraft,
  withTyped,
} from './village-record.ts';
import { words } from './words.ts';

export interface VillageSheetProps {
  readonly language: Language;
  /** What the server has; null where it is not known whose device asks, and on the page without a connection. */
  readonly figures: VillageFigures | null;
  /** What the last deed came to, in words. */
  readonly done?: string | undefined;
  /** Where the page answers a form that could not be stored as it was. */
  readonly form?: SentForm | undefined;
}

/** While a number is being typed, it is kept this often. */
const DRAFT_PAUSE_MS = 150;

/** The pages of a village on its device, with and without a connection. */
function VillageSheets({ language, figures, done, form, typed }: VillageSheetProps & Mounted): VNode {
  const said = words[language];
  const sheetId = /^\/thon\/phieu\/([^/]+)$/.exec(location.pathname)?.[1];
  const ofPage = figures?.sheets.find(({ id }) => id === sheetId);
  const withPage = (one: VillageRecord) => (ofPage === undefined ? one : withForm(one, ofPage, form, typed));
  const [record, show] = useState<VillageRecord | null>(() => figures && withPage(newRecord(figures)));
  const [others, showOthers] = useState<readonly VillageRecord[]>([]);
  const [isOpen, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [cannotKeep, setCannotKeep] = useState(false);
  const [mayBeEvicted, setMayBeEvicted] = useState(false);
  const store = useRef<Store | null>(null);
  const sender = useRef<Sender | null>(null);
  const draft = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isEntry = document.getElementById('ma') !== null;

  useEffect(() => {
    let ended = () => {};
    void (async () => {
      try {
        const opened = await openStore();
        store.current = opened;
        if (isEntry) {
          showOthers(await opened.all());
          return;
        }
        let mine = figures === null ? await currentRecord(opened) : await opened.receive(figures);
        if (mine !== null) {
          const { id } = mine.figures.place;
          mine = await opened.change(id, (one) => takeUpDrafts(withPage(one), newAct));
          show(mine);
          sender.current = startSender(opened, id, { busy: setBusy, record: show });
          const reload = async () => show(await opened.read(id));
          const unheard = opened.onChange(() => void reload());
          ended = () => {
            unheard();
            sender.current?.stop();
          };
        }
        showOthers((await opened.all()).filter((one) => one.figures.place.id !== mine?.figures.place.id));
        setMayBeEvicted(isSecureContext && (await navigator.storage?.persisted?.()) === false);
      } catch {
        setCannotKeep(true);
      } finally {
        setOpen(true);
      }
    })();
    return () => ended();
  }, []);

  const place = record?.figures.place.id;
  /** Shown only when it is on the disk. @returns whether it is */
  const change = async (how: (one: VillageRecord) => VillageRecord, isSent = true): Promise<boolean> => {
    if (store.current === null || place === undefined) return false;
    clearTimeout(draft.current);
    try {
      show(await store.current.change(place, how));
    } catch {
      setCannotKeep(true);
      return false;
    }
    setCannotKeep(false);
    if (isSent) {
      sender.current?.nudge();
      void askToKeep();
    }
    return true;
  };
  const askToKeep = async () => {
    if (isSecureContext) setMayBeEvicted((await navigator.storage?.persist?.()) === false);
  };
  const settle = async (): Promise<boolean> => {
    const result = await sender.current?.send();
    const now = place === undefined ? null : ((await store.current?.read(place)) ?? null);
    return result === 'sent' && now !== null && entriesOf(now).length === 0;
  };

  const sheet = record?.figures.sheets.find(({ id }) => id === sheetId);
  const unsent = others.filter((one) => entriesOf(one).length > 0);
  return (
    <>
      {!isEntry && record !== null && isOpen && (
        <QueuePanel
          language={language}
          record={record}
          busy={busy}
          onSend={() => void sender.current?.send()}
          onDiscard={({ cell }) => void change((one) => discard(one, cell, randomId()))}
        />
      )}
      {done && <Note kind="go" title={done} announced />}
      {cannotKeep && <Note kind="stop" title={said.notes.noStorage} announced />}
      {!isEntry && !isSecureContext && (
        <Note>
          <p>{said.notes.notSecure}</p>
        </Note>
      )}
      {mayBeEvicted && record !== null && entriesOf(record).length > 0 && (
        <Note kind="wait">
          <p>{said.notes.notPersistent}</p>
        </Note>
      )}
      {record !== null && sheet !== undefined && (
        <SheetView
          language={language}
          record={record}
          sheet={sheet}
          onTyping={(cell, boxes) => {
            clearTimeout(draft.current);
            draft.current = setTimeout(
              () => void change((one) => withDraft(one, cell, boxes), false),
              DRAFT_PAUSE_MS,
            );
          }}
          onTyped={(cell, boxes) => change((one) => withTyped(one, cell, boxes, newAct()))}
          onKeepMine={(cell) => void change((one) => sendAgain(one, cell, newAct()))}
          onTakeStored={(cell) => void change((one) => discard(one, cell, randomId()))}
          onSettle={settle}
        />
      )}
      {record !== null && !isEntry && sheetId === undefined && (
        <SheetList
          figures={record.figures}
          language={language}
          filledOf={(one) =>
            one.items.filter(({ key }) => figureNow(record, { sheet: one.id, item: key }).state !== 'no_data')
              .length
          }
        />
      )}
      {!isEntry && (record === null || (sheetId !== undefined && sheet === undefined)) && (
        <Nothing language={language} isOpen={isOpen} hasRecord={record !== null} />
      )}
      {unsent.map((one) => (
        <section key={one.figures.place.id}>
          <Note kind="wait" title={said.queue.ofOther(one.figures.place.name)}>
            <p>{said.queue.ofOtherHint}</p>
          </Note>
          <QueuePanel language={language} record={{ ...one, lastTry: null }} busy={false} />
        </section>
      ))}
    </>
  );
}

/** There is nothing to show, or not yet. */
function Nothing(props: {
  readonly language: Language;
  readonly isOpen: boolean;
  readonly hasRecord: boolean;
}): VNode {
  const said = words[props.language];
  if (!props.isOpen)
    return (
      <>
        <h1>{said.title}</h1>
        <p role="status">{said.notes.opening}</p>
      </>
    );
  return (
    <>
      <h1>{props.hasRecord ? said.sheet.notHere : said.title}</h1>
      <p>{props.hasRecord ? said.sheet.notHereHint : said.notes.noDataOffline}</p>
      <p>
        <a href="/thon/phieu">{said.sheet.toList}</a>
      </p>
    </>
  );
}

async function currentRecord(store: Store): Promise<VillageRecord | null> {
  const place = await store.current();
  return place === null ? null : store.read(place);
}

/** `/thon#code`: the code is put into its box; it is spent by sending the form alone. */
function fillInCode(): void {
  const box = document.getElementById('ma');
  const code = codeOfHash(location.hash);
  if (!(box instanceof HTMLInputElement) || code === null) return;
  box.value = code;
  history.replaceState(null, '', location.pathname);
}

if ('indexedDB' in globalThis) mount('village-sheet', VillageSheets);
fillInCode();
addEventListener('hashchange', fillInCode);
if ('serviceWorker' in navigator)
  navigator.serviceWorker.register('/thon/sw.js', { scope: '/thon' }).catch(() => undefined);
