import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { cellKey } from '../../../domain/collection/index.ts';
import { formatInstant, type Language } from '../../../domain/text/index.ts';
import { Details } from '../../../ui/components/Details.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { ActButton } from './act-button.tsx';
import { figureWords } from './figure-words.ts';
import { type Entry, entriesOf, type VillageRecord } from './village-record.ts';
import { words } from './words.ts';

export interface QueuePanelProps {
  readonly language: Language;
  readonly record: VillageRecord;
  readonly busy: boolean;
  /** Absent where nothing can be sent: another village's, or no code yet. */
  readonly onSend?: (() => void) | undefined;
  readonly onDiscard?: ((entry: Entry) => void) | undefined;
}

/** Exactly what the server does not have: how many, which, since when, why, and what can be done. */
export function QueuePanel({ language, record, busy, onSend, onDiscard }: QueuePanelProps): VNode {
  const said = words[language].queue;
  const entries = entriesOf(record);
  const waiting = entries.filter(({ kind }) => kind === 'waiting').length;
  const others = entries.length - waiting;
  const { lastTry } = record;
  const result = lastTry === null || lastTry.result === 'sent' ? null : lastTry.result;
  return (
    <section class="queue" aria-label={said.title}>
      <div
        class={`note ${result !== null || others > 0 ? 'wait' : waiting > 0 ? 'plain' : 'go'}`}
        role="status"
      >
        <p class="title">
          {entries.length === 0
            ? said.nothing
            : [
                ...(waiting > 0 ? [said.count(String(waiting))] : []),
                ...(others > 0 ? [said.toDecide(String(others))] : []),
              ].join(' · ')}
        </p>
        {/* Above all that comes and goes while it is sent: it does not move away from under a finger. */}
        {entries.length > 0 && onSend && <ActButton onAct={onSend}>{said.send}</ActButton>}
        {result !== null && <p>{said.results[result]}</p>}
        {busy && entries.length > 0 && <p>{said.sending}</p>}
        {lastTry !== null && entries.length > 0 && (
          <p class="small">{said.lastTry(formatInstant(new Date(lastTry.at)))}</p>
        )}
        {result === 'ended' && (
          <p>
            <a href="/thon">{said.newCode}</a>
          </p>
        )}
      </div>
      {entries.length > 0 && (
        <Details summary={said.title}>
          <ul class="waiting">
            {entries.map((entry) => (
              <EntryRow key={cellKey(entry.cell)} language={language} entry={entry} onDiscard={onDiscard} />
            ))}
          </ul>
          <CopyOut language={language} record={record} entries={entries} />
        </Details>
      )}
    </section>
  );
}

function EntryRow(props: {
  readonly language: Language;
  readonly entry: Entry;
  readonly onDiscard: ((entry: Entry) => void) | undefined;
}): VNode {
  const { language, entry, onDiscard } = props;
  const said = words[language];
  return (
    <li>
      <strong>{entry.item.label}</strong>: {shownValue(entry, language)}
      <div class="small">
        {said.marks[entry.kind]}
        {entry.since !== null && `, ${said.queue.since(formatInstant(new Date(entry.since)))}`}
        {entry.kind === 'refused' && `. ${said.refusals[entry.fault]}`}
        {entry.kind === 'invalid' && `. ${said.faults[entry.fault]}`}
      </div>
      {onDiscard && (
        <ActButton kind="quiet" onAct={() => onDiscard(entry)}>
          {said.queue.discard}
          <span class="visually-hidden">: {entry.item.label}</span>
        </ActButton>
      )}
    </li>
  );
}

const shownValue = (entry: Entry, language: Language): string =>
  entry.kind === 'invalid' ? `“${entry.boxes.text}”` : figureWords(entry.figure, language);

/** The last resort: as text, for a message to the commune. */
function CopyOut(props: {
  readonly language: Language;
  readonly record: VillageRecord;
  readonly entries: readonly Entry[];
}): VNode {
  const { language, record, entries } = props;
  const said = words[language].queue;
  const [isCopied, setCopied] = useState(false);
  const { place, unitName } = record.figures;
  const text = [
    `${place.name}, ${unitName}`,
    ...entries.map((entry) => `${entry.sheet.title} · ${entry.item.label}: ${shownValue(entry, language)}`),
  ].join('\n');
  const id = `chu-${place.id}`;
  const copy = async () => {
    // Without https there is no clipboard: the text is selected, to be copied by hand.
    const box = document.getElementById(id);
    if (box instanceof HTMLTextAreaElement) box.select();
    await navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <>
      <label for={id}>{said.asText}</label>
      <textarea id={id} class="input" rows={Math.min(8, entries.length + 1)} readOnly value={text} />
      <ActButton kind="plain" onAct={() => void copy()}>
        {said.copy}
      </ActButton>
      {isCopied && <Note kind="go" title={said.copied} announced />}
    </>
  );
}
