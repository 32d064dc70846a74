import { createHash } from 'node:crypto';
import { addDays } from '../../../domain/calendar/index.ts';
import type { YearWriter } from './year-writer.ts';

const DAY = 24 * 60 * 60_000;
const DAYS_OF_CODE = 7;

/**
 * What is stored of a code or a device's token where there is none: the program hashes in another way, so that nothing
 * anybody can send comes to it. A database takes it as hexadecimal text.
 */
function hashOfNothing(...subject: readonly string[]): Buffer {
  const hash = createHash('sha512').update(subject.join('/')).digest('hex').slice(0, 64);
  return `\\x${hash}` as unknown as Buffer;
}

/**
 * The ways in of two villages: one used its code when figures were wanted, one was given a code yesterday.
 * @param wantedOn by when figures were wanted, YYYY-MM-DD
 * @returns the link that was used
 */
export function addVillageLinks(
  writer: YearWriter,
  villages: { readonly used: string; readonly waiting: string },
  wantedOn: string,
): string {
  const goodUntil = new Date(Date.parse(`${addDays(writer.day, 60)}T17:00:00Z`));
  const add = (village: string, subject: string, on: string, used: boolean) => {
    const at = writer.on(on, `link/${subject}`);
    const usedAt = used ? new Date(at.getTime() + 30 * 60_000) : null;
    return writer.add('place_link', subject, at, {
      place_id: village,
      given_to: `Trưởng ${subject}`,
      code_hash: hashOfNothing('code', writer.unit.code, subject),
      code_expires_at: new Date(at.getTime() + DAYS_OF_CODE * DAY),
      used_at: usedAt,
      token_hash: used ? hashOfNothing('token', writer.unit.code, subject) : null,
      device: used ? 'Điện thoại mẫu' : null,
      expires_at: goodUntil,
      last_seen_at: usedAt,
      revoked_at: null,
      created_by: writer.planner,
      created_at: at,
    });
  };
  const link = add(villages.used, 'khối Mẫu 2', addDays(wantedOn, -10), true);
  add(villages.waiting, 'khối Mẫu 3', writer.yesterday, false);
  return link;
}
