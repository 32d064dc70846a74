import { INLINE_HEADING } from './lexicon/headings.ts';
import type { Tier } from './lexicon/units.ts';
import type { Node } from './outline.ts';
import type { PartRole, ReadObjective } from './reading.ts';
import { roleOfHeading } from './roles.ts';
import { withoutEnd } from './trim-end.ts';
import { type UnitLead, unitLead } from './units.ts';

export interface RoleScope {
  readonly tier: Tier;
  /** Whether the document gives work for the time to come, so that unknown sections hold measures. */
  readonly plans: boolean;
}

export interface PartInRole {
  readonly role: PartRole;
  readonly kind: ReadObjective['kind'] | null;
  readonly sure: boolean;
}

/** The last article of a decision names who carries it out, and gives no work. */
export const EXECUTES =
  /chiu trach nhiem (?:thi hanh|thuc hien)[^.]{0,30} (?:quyet dinh|ke hoach|chi thi) nay/u;

/** The organisation that a part speaks to, if it does. */
export function leadOf(node: Node, tier: Tier): UnitLead | null {
  return node.block.cells || node.block.footnote ? null : unitLead(node.block.text, tier);
}

/** How many of the parts below speak to organisations, as headings or at the beginning of a sentence. */
function shareOfUnits(node: Node, tier: Tier): number {
  const parts = node.children.some((child) => child.numbered)
    ? node.children.filter((child) => child.numbered)
    : node.children;
  if (parts.length === 0) return 0;
  return (
    parts.filter(
      (part) =>
        namesWhoDoes(part, tier) ||
        part.children.some((child) => child.numbered && namesWhoDoes(child, tier)),
    ).length / parts.length
  );
}

/** Whether a part gives work to an organisation. */
export function namesWhoDoes(node: Node, tier: Tier): boolean {
  if (node.block.row) return true;
  if (EXECUTES.test(node.block.folded)) return false;
  const lead = leadOf(node, tier);
  return lead !== null && (lead.addressed || lead.form !== 'sentence' || !lead.general);
}

/** What a part is about: by its heading, else by whom its parts name, else as the part above it. */
export function roleOfPart(node: Node, inherited: PartRole | null, scope: RoleScope): PartInRole {
  const { folded } = node.block;
  const colon = folded.indexOf(':');
  const inline = colon > 0 && colon < 60 && INLINE_HEADING.test(folded.slice(0, colon).trim());
  const asHeading =
    node.numbered && (node.children.length > 0 || inline || folded.length < 90 || inherited === null);
  const named =
    asHeading || inline
      ? roleOfHeading(inline ? folded.slice(0, colon).trim() : withoutEnd(folded, ' .:;'))
      : null;
  const share =
    node.children.length > 0 && (named === null || named.role === 'assignments' || named.role === 'measures')
      ? shareOfUnits(node, scope.tier)
      : 0;
  if (named?.role === 'assignments') {
    const own =
      node.children.length === 0 ||
      share > 0 ||
      node.children.every(
        (child) => !child.numbered && child.children.length === 0 && node.children.length <= 2,
      );
    return { role: share === 0 && !own ? 'measures' : 'assignments', kind: null, sure: own };
  }
  if (inherited === null && share >= 0.6 && node.numbered && scope.plans && node.children.length > 1)
    return { role: 'assignments', kind: null, sure: false };
  if (
    named &&
    (inherited === null || !['assignments', 'reporting', 'funding'].includes(inherited)) &&
    !(inherited === 'measures' && named.role === 'past')
  ) {
    if (
      !(inherited === 'purpose' || inherited === 'objectives') ||
      named.role === 'purpose' ||
      named.role === 'other' ||
      named.role === 'objectives' ||
      inline
    )
      return { role: named.role, kind: named.kind ?? null, sure: true };
  }
  if (
    named &&
    inherited === 'assignments' &&
    (named.role === 'funding' || named.role === 'reporting') &&
    leadOf(node, scope.tier) === null
  )
    return { role: named.role, kind: null, sure: true };
  if (inherited !== null) return { role: inherited, kind: null, sure: true };
  if (node.numbered) return { role: scope.plans ? 'measures' : 'other', kind: null, sure: false };
  return { role: 'other', kind: null, sure: false };
}

/** A numbered block is a heading where something stands below it and it is no sentence of its own. */
export function isHeading(node: Node, inherited: PartRole | null): boolean {
  const { block, children } = node;
  if (!node.numbered)
    return (
      !block.footnote &&
      children.length > 0 &&
      block.text.length < 100 &&
      !/[.;]$/u.test(block.text) &&
      block.marker !== null &&
      block.marker.style !== '-' &&
      block.marker.style !== '+'
    );
  if (block.cells || block.footnote) return false;
  if (children.length > 0)
    return block.text.length < 260 && !(block.text.length > 120 && /[.;:]$/u.test(block.text));
  if (inherited === null) return block.text.length < 160;
  return (
    roleOfHeading(withoutEnd(block.folded, ' .:')) !== null &&
    block.text.length < 60 &&
    !/[.;]$/u.test(block.text)
  );
}
