import { searchKey } from '../../domain/text/index.ts';

const SHORTEST = 3;
const LONGEST_STEM = 36;

/**
 * The user name that goes with a name, after the habit of the offices: given name, then the initials of the rest;
 * "Nguyễn Thị Hoa" gives `hoant`. The names after the first bear a number, for when the earlier ones are taken.
 */
export function* usernamesFor(name: string): Generator<string, never> {
  const words = searchKey(name)
    .split(/[\s-]+/)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '');
  const given = words.at(-1) ?? 'nguoidung';
  const initials = words.slice(0, -1).map((word) => word.charAt(0));
  const stem = `${given}${initials.join('')}`.slice(0, LONGEST_STEM);
  if (stem.length >= SHORTEST) yield stem;
  for (let number = 2; ; number++) yield `${stem}${String(number).padStart(SHORTEST - stem.length, '0')}`;
}
