import type { VNode } from 'preact';
import type { Language } from '../../domain/text/index.ts';
import { type Database, withReadScope } from '../../platform/database/index.ts';
import { Note } from '../../ui/components/Note.tsx';
import { findOccupancy } from '../territory/index.ts';
import { messages } from './messages.ts';

/** On the sign-in page, as long as all data are the sample: where its accounts are listed. */
export async function sampleNote(database: Database, language: Language): Promise<VNode | null> {
  const occupancy = await withReadScope(database, { kind: 'system', purpose: 'demo' }, findOccupancy);
  if (occupancy !== 'sample') return null;
  const words = messages[language];
  return (
    <Note>
      <p>
        {words.note} <a href="/du-lieu-mau">{words.noteLink}</a>
      </p>
    </Note>
  );
}
