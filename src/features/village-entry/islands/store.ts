import { type IDBPDatabase, openDB } from 'idb';
import type { VillageFigures } from './village-figures.ts';
import { newRecord, type VillageRecord, withFigures } from './village-record.ts';

const NAME = 'mang-non-thon';

/** The phone's own memory: a record for each village that was ever opened on it. */
export interface Store {
  /** Which village the device belongs to, as far as it knows. */
  current(): Promise<string | null>;
  read(place: string): Promise<VillageRecord | null>;
  /** Every record, for the page where a code is typed. */
  all(): Promise<VillageRecord[]>;
  /** What the server says: also makes its village the one that the device belongs to. */
  receive(figures: VillageFigures): Promise<VillageRecord>;
  /** Changes a record, in one transaction with reading it. It is on the disk when this is answered. */
  change(place: string, change: (record: VillageRecord) => VillageRecord): Promise<VillageRecord>;
  /** Calls when another tab has changed something. */
  onChange(listener: () => void): () => void;
}

/** An id as the server takes it; `crypto.randomUUID` is not there without https. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4}).(.{3}).(.{3})(.{12})/, '$1-$2-4$3-8$4-$5');
}

/** An operation made now. */
export const newAct = () => ({ id: randomId(), at: new Date().toISOString() });

/** @throws when the browser lends no storage, as some do in private windows */
export async function openStore(): Promise<Store> {
  const database: IDBPDatabase = await openDB(NAME, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('record');
      fresh.createObjectStore('device');
    },
  });
  const channel = new BroadcastChannel(NAME);
  // Strict: also after a power cut; what is said to be kept must be.
  const writing = (stores: string[]) => database.transaction(stores, 'readwrite', { durability: 'strict' });

  const store: Store = {
    current: async () => ((await database.get('device', 'place')) as string | undefined) ?? null,
    read: async (place) => ((await database.get('record', place)) as VillageRecord | undefined) ?? null,
    all: async () => (await database.getAll('record')) as VillageRecord[],
    async receive(figures) {
      const transaction = writing(['record', 'device']);
      const records = transaction.objectStore('record');
      const { id } = figures.place;
      const known = (await records.get(id)) as VillageRecord | undefined;
      const record = known === undefined ? newRecord(figures) : withFigures(known, figures);
      await Promise.all([
        records.put(record, id),
        transaction.objectStore('device').put(id, 'place'),
        transaction.done,
      ]);
      channel.postMessage(id);
      return record;
    },
    async change(place, change) {
      const transaction = writing(['record']);
      const records = transaction.objectStore('record');
      const known = (await records.get(place)) as VillageRecord | undefined;
      if (known === undefined) throw new Error('The record is gone.');
      const record = change(known);
      await Promise.all([records.put(record, place), transaction.done]);
      channel.postMessage(place);
      return record;
    },
    onChange(listener) {
      channel.addEventListener('message', listener);
      return () => channel.removeEventListener('message', listener);
    },
  };
  return store;
}
