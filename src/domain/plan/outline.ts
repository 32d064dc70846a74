import type { Block } from './blocks.ts';
import { isAllCaps } from './head.ts';
import { RANK_OF_BULLETS } from './markers.ts';
import { roleOfHeading } from './roles.ts';

/** A block with what stands below it. */
export interface Node {
  readonly block: Block;
  readonly depth: number;
  readonly children: Node[];
  /** It has a number, or is a heading without one. */
  readonly numbered: boolean;
}

interface Level {
  readonly style: string;
  readonly rank: number;
  readonly node: Node;
}

const RANK_OF_PARAGRAPHS = 20;
/** Deeper than any document is built; what goes further down stays at this depth. */
const DEEPEST = 16;

function plainHeading(block: Block): { readonly style: string; readonly rank: number } | null {
  if (block.cells || block.footnote || block.text.length > 200) return null;
  if (block.hashes > 0) return { style: `#${block.hashes}`, rank: 1.5 + block.hashes / 10 };
  if (/[.;]$/u.test(block.text) && !block.bold) return null;
  if (isAllCaps(block.text) && block.text.length > 5) return { style: 'capitals', rank: 2 };
  const known = block.text.length < 80 && roleOfHeading(block.folded.replace(/\s?:$/u, ''));
  if (
    block.bold ||
    (known &&
      /^(?:muc dich|yeu cau|muc tieu|chi tieu|to chuc thuc hien|kinh phi thuc hien|nhiem vu|noi dung)[a-z, ]*:?$/u.test(
        block.folded,
      ) &&
      block.text.length < 60)
  ) {
    return { style: block.bold ? 'bold' : 'known', rank: 3.5 };
  }
  return null;
}

const introduces = (block: Block): boolean => /:$/u.test(block.text);

/** Orders the blocks into a tree by their marks: a style met before is a brother, a new one goes below. */
export function outlineOf(blocks: readonly Block[]): readonly Node[] {
  const roots: Node[] = [];
  const stack: Level[] = [];
  const place = (block: Block, numbered: boolean): Node => {
    const above = stack.at(-1)?.node;
    const node: Node = { block, depth: stack.length, children: [], numbered };
    (above ? above.children : roots).push(node);
    return node;
  };
  for (const block of blocks) {
    const { marker } = block;
    const heading = marker ? null : plainHeading(block);
    const style = marker?.style ?? heading?.style ?? null;
    const rank = marker?.rank ?? heading?.rank ?? RANK_OF_PARAGRAPHS;
    if (style === null) {
      while (stack.length > 0 && stack.at(-1)!.rank >= RANK_OF_BULLETS) stack.pop();
      place(block, false);
      continue;
    }
    if (stack.length >= DEEPEST) stack.length = DEEPEST - 1;
    const at = stack.findIndex((level) => level.style === style);
    if (at >= 0) stack.length = at;
    else if (rank === RANK_OF_BULLETS) {
      const top = stack.at(-1);
      const below =
        top?.rank === RANK_OF_BULLETS &&
        (introduces(top.node.block) ||
          style === '+' ||
          (top.style !== '-' &&
            top.style !== '+' &&
            top.node.block.text.length < 100 &&
            !/[.;]$/u.test(top.node.block.text)));
      if (!below) while (stack.length > 0 && stack.at(-1)!.rank >= RANK_OF_BULLETS) stack.pop();
    } else while (stack.length > 0 && stack.at(-1)!.rank > rank) stack.pop();
    const node = place(block, rank < RANK_OF_BULLETS);
    stack.push({ style, rank, node });
  }
  return roots;
}
