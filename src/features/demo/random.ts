/** Numbers that look like chance and are the same at every run. */
export interface Random {
  /** From 0 up to, not including, 1. */
  share(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  shuffled<Item>(items: readonly Item[]): Item[];
}

/** FNV-1a over the UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++)
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return hash >>> 0;
}

/**
 * A source of its own for each purpose, so that more of one thing does not shift all others.
 * The generator is mulberry32: 32 bits of state, ample for a sample.
 */
export function randomFor(...purpose: readonly (string | number)[]): Random {
  let state = hashOf(purpose.join('/'));
  const share = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const between = (least: number, most: number) => least + Math.floor(share() * (most - least + 1));
  return {
    share,
    between,
    chance: (probability) => share() < probability,
    pick: (items) => items[between(0, items.length - 1)]!,
    shuffled(items) {
      const mixed = [...items];
      for (let last = mixed.length - 1; last > 0; last--) {
        const place = between(0, last);
        [mixed[last], mixed[place]] = [mixed[place]!, mixed[last]!];
      }
      return mixed;
    },
  };
}
