import { criteriaOfTask, ownerInRow } from './criteria.ts';
import { fold } from './fold.ts';
import { INLINE_HEADING } from './lexicon/headings.ts';
import type { Tier } from './lexicon/units.ts';
import type { Node } from './outline.ts';
import type {
  DoubtCode,
  PartRole,
  Read,
  ReadAssignment,
  ReadCriteriaOwner,
  ReadHeading,
  ReadObjective,
  ReadPiece,
} from './reading.ts';
import { roleOfHeading } from './roles.ts';
import type { UnitKind } from './unit-kind.ts';
import { type UnitLead, unitLead } from './units.ts';

/** A text of the body with what the part it stands in says about it. */
export interface Placed {
  readonly read: Read;
  readonly role: PartRole;
  readonly who: string | null;
  readonly whoKind: UnitKind | null;
}

interface OpenAssignment {
  readonly unit: string;
  readonly unitKind: UnitKind;
  readonly request: boolean;
  readonly tasks: Read[];
  readonly from: number;
  to: number;
  /** Other organisations are named below it ("1. UBND phường", "1.1. Công chức …"). */
  readonly container: boolean;
  readonly doubts: readonly DoubtCode[];
}

/** The last article of a decision names who carries it out, and gives no work. */
const EXECUTES = /chiu trach nhiem (?:thi hanh|thuc hien)[^.]{0,30} (?:quyet dinh|ke hoach|chi thi) nay/u;

/** What the sections of the body hold. */
export class Sections {
  readonly body: ReadPiece[] = [];
  readonly headings: ReadHeading[] = [];
  readonly objectives: ReadObjective[] = [];
  readonly measures: Read[] = [];
  readonly funding: Read[] = [];
  readonly reporting: Read[] = [];
  readonly footnotes: Read[] = [];
  readonly criteriaOwners: ReadCriteriaOwner[] = [];
  readonly placed: Placed[] = [];
  /** Texts that belong to no part of a plan. */
  readonly unplaced: Read[] = [];
  readonly #assignments: OpenAssignment[] = [];
  readonly #tier: Tier;
  readonly #plans: boolean;

  /** @param plans whether the document gives work for the time to come, so that unknown sections hold measures */
  constructor(tier: Tier, plans: boolean) {
    this.#tier = tier;
    this.#plans = plans;
  }

  get assignments(): readonly ReadAssignment[] {
    return this.#assignments
      .filter(({ tasks, container }) => tasks.length > 0 || !container)
      .map(({ from, to, container, ...rest }) => ({ ...rest, lines: { from, to } }));
  }

  /** Reads the sections in the order of the paper. */
  read(roots: readonly Node[]): void {
    for (const root of roots) this.#section(root, null, null, false);
  }

  #lead(node: Node): UnitLead | null {
    return node.block.cells || node.block.footnote ? null : unitLead(node.block.text, this.#tier);
  }

  /** How many of the parts below speak to organisations, as headings or at the beginning of a sentence. */
  #shareOfUnits(node: Node): number {
    const parts = node.children.some((child) => child.numbered)
      ? node.children.filter((child) => child.numbered)
      : node.children;
    if (parts.length === 0) return 0;
    return (
      parts.filter(
        (part) =>
          this.#namesWhoDoes(part) ||
          part.children.some((child) => child.numbered && this.#namesWhoDoes(child)),
      ).length / parts.length
    );
  }

  #namesWhoDoes(node: Node): boolean {
    if (EXECUTES.test(node.block.folded)) return false;
    const lead = this.#lead(node);
    return lead !== null && (lead.addressed || lead.form !== 'sentence' || !lead.general);
  }

  #roleOf(
    node: Node,
    inherited: PartRole | null,
  ): { readonly role: PartRole; readonly kind: ReadObjective['kind'] | null; readonly sure: boolean } {
    const { folded } = node.block;
    const colon = folded.indexOf(':');
    const inline = colon > 0 && colon < 60 && INLINE_HEADING.test(folded.slice(0, colon).trim());
    const asHeading =
      node.numbered && (node.children.length > 0 || inline || folded.length < 90 || inherited === null);
    const named =
      asHeading || inline
        ? roleOfHeading(inline ? folded.slice(0, colon).trim() : folded.replace(/[\s.:;]+$/u, ''))
        : null;
    const share =
      node.children.length > 0 &&
      (named === null || named.role === 'assignments' || named.role === 'measures')
        ? this.#shareOfUnits(node)
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
    if (inherited === null && share >= 0.6 && node.numbered)
      return { role: 'assignments', kind: null, sure: false };
    if (
      named &&
      (inherited === null || !['assignments', 'reporting', 'funding'].includes(inherited)) &&
      !(inherited === 'measures' && named.role === 'past')
    ) {
      if (
        !(inherited === 'purpose' || inherited === 'objectives') ||
        named.role === 'purpose' ||
        named.role === 'objectives' ||
        inline
      )
        return { role: named.role, kind: named.kind ?? null, sure: true };
    }
    if (
      named &&
      inherited === 'assignments' &&
      (named.role === 'funding' || named.role === 'reporting') &&
      this.#lead(node) === null
    )
      return { role: named.role, kind: null, sure: true };
    if (inherited !== null) return { role: inherited, kind: null, sure: true };
    if (node.numbered) return { role: this.#plans ? 'measures' : 'other', kind: null, sure: false };
    return { role: 'other', kind: null, sure: false };
  }

  #section(
    node: Node,
    inherited: PartRole | null,
    kind: ReadObjective['kind'] | null,
    request: boolean,
  ): void {
    const here = this.#roleOf(node, inherited);
    if (here.role === 'assignments') {
      this.#assigning(node, null, request, inherited !== 'assignments');
      return;
    }
    const ownKind = here.kind ?? kind;
    const { block } = node;
    const colon = block.text.indexOf(':');
    const inline =
      colon > 0 &&
      colon < 80 &&
      colon < block.text.length - 1 &&
      INLINE_HEADING.test(block.folded.slice(0, colon).trim());
    if (inline) {
      this.#heading(node, here.role, block.text.slice(0, colon));
      this.#item(node, here.role, ownKind, block.text.slice(colon + 1).trim(), here.sure);
    } else if (this.#isHeading(node, inherited)) this.#heading(node, here.role, block.text);
    else this.#item(node, here.role, ownKind, block.text, here.sure);
    for (const child of node.children) this.#section(child, here.role, ownKind, request);
  }

  /** A numbered block is a heading where something stands below it and it is no sentence of its own. */
  #isHeading(node: Node, inherited: PartRole | null): boolean {
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
      roleOfHeading(block.folded.replace(/[\s.:]+$/u, '')) !== null &&
      block.text.length < 60 &&
      !/[.;]$/u.test(block.text)
    );
  }

  #readOf(node: Node, text: string, extra: readonly DoubtCode[] = []): Read {
    const { block } = node;
    return {
      text,
      lines: { from: block.from, to: block.to },
      doubts: extra.length > 0 ? [...block.doubts, ...extra] : block.doubts,
    };
  }

  #piece(node: Node, role: PartRole, heading: boolean, text: string, marked = true): void {
    this.body.push({
      ...this.#readOf(node, text),
      marker: marked ? (node.block.marker?.label ?? null) : null,
      depth: node.depth,
      role,
      heading,
    });
  }

  #heading(node: Node, role: PartRole, text: string): void {
    this.#piece(node, role, true, text);
    this.headings.push({
      ...this.#readOf(node, text),
      marker: node.block.marker?.label ?? null,
      level: node.depth,
    });
  }

  #item(node: Node, role: PartRole, kind: ReadObjective['kind'] | null, text: string, sure: boolean): void {
    const { block } = node;
    const read = this.#readOf(node, text, sure ? [] : ['placed_by_content']);
    if (block.footnote) {
      this.footnotes.push(read);
      return;
    }
    this.#piece(node, role, false, text);
    const owner = ownerInRow(read, block.cells ?? block.columns, this.#tier);
    if (owner) this.criteriaOwners.push(owner);
    if (role === 'purpose' || role === 'objectives')
      this.objectives.push({ ...read, kind: kind ?? (role === 'purpose' ? 'purpose' : 'general') });
    else if (role === 'funding') this.funding.push(read);
    else if (role === 'reporting') this.reporting.push(read);
    else if (role === 'measures') this.measures.push(read);
    else this.unplaced.push(read);
    this.placed.push({ read, role, who: null, whoKind: null });
  }

  #open(node: Node, lead: UnitLead, request: boolean): OpenAssignment {
    const open: OpenAssignment = {
      unit: lead.unit,
      unitKind: lead.unitKind,
      request:
        request ||
        lead.request ||
        ['fatherland_front', 'youth_union', 'womens_union'].includes(lead.unitKind),
      tasks: [],
      from: node.block.from,
      to: node.block.to,
      container: node.children.length > 0,
      doubts: lead.unitKind === 'other' ? [...node.block.doubts, 'unit_unknown'] : node.block.doubts,
    };
    this.#assignments.push(open);
    return open;
  }

  #task(node: Node, open: OpenAssignment, text: string, asItem = true): void {
    const read = this.#readOf(node, text);
    open.tasks.push(read);
    open.to = Math.max(open.to, node.block.to);
    if (asItem) this.#piece(node, 'assignments', false, text);
    this.placed.push({ read, role: 'assignments', who: open.unit, whoKind: open.unitKind });
    const criteria = criteriaOfTask(text);
    if (criteria.length > 0)
      this.criteriaOwners.push({ criteria, unit: open.unit, unitKind: open.unitKind, lines: read.lines });
  }

  /** Goes through a section of assignments: headings name organisations, what stands below them is their work. */
  #assigning(node: Node, open: OpenAssignment | null, request: boolean, top: boolean): void {
    const { block } = node;
    if (block.footnote) {
      this.footnotes.push(this.#readOf(node, block.text));
      return;
    }
    if (top && EXECUTES.test(block.folded)) {
      this.#item(node, 'other', null, block.text, true);
      return;
    }
    if (top) {
      const lead = node.numbered ? null : this.#lead(node);
      const holder = this.#headOfSection(node, lead, request);
      for (const child of node.children) this.#assigning(child, holder, request, false);
      return;
    }
    const here = open === null && node.numbered ? this.#roleOf(node, 'assignments') : null;
    if (here && here.role !== 'assignments') {
      this.#section(node, here.role, null, request);
      return;
    }
    const owner = ownerInRow(this.#readOf(node, block.text), block.cells ?? block.columns, this.#tier);
    if (owner) this.criteriaOwners.push(owner);
    const lead = owner ? null : this.#lead(node);
    if (lead && this.#speaksToAnother(node, lead, open)) {
      const own = this.#open(node, lead, request || (open?.request === true && lead.addressed === false));
      if (lead.form === 'heading') this.#heading(node, 'assignments', block.text);
      else if (lead.form === 'colon') {
        this.#heading(
          node,
          'assignments',
          block.text.slice(0, block.text.length - lead.rest.length).replace(/[\s:]+$/u, ''),
        );
        if (lead.rest !== '') this.#task(node, own, lead.rest);
      } else this.#task(node, own, lead.rest);
      for (const child of node.children) this.#assigning(child, own, own.request, false);
      return;
    }
    if (open) {
      const isHeading =
        node.numbered &&
        node.children.length > 0 &&
        block.text.length < 160 &&
        !/[.;]$/u.test(block.text) &&
        !/:$/u.test(block.text);
      if (isHeading) this.#heading(node, 'assignments', block.text);
      else this.#task(node, open, block.text);
    } else if (this.#isHeading(node, 'assignments') && node.children.length > 0)
      this.#heading(node, 'assignments', block.text);
    else this.#item(node, 'measures', null, block.text, false);
    for (const child of node.children) this.#assigning(child, open, request, false);
  }

  #headOfSection(node: Node, lead: UnitLead | null, request: boolean): OpenAssignment | null {
    const { block } = node;
    if (lead && lead.form !== 'heading') {
      const own = this.#open(node, lead, request);
      this.#task(node, own, lead.form === 'colon' ? lead.rest : block.text);
      return own;
    }
    const ofOne = /^(?:trach nhiem|nhiem vu) cua /u.test(block.folded)
      ? unitLead(block.text, this.#tier)
      : null;
    this.#heading(node, 'assignments', block.text);
    const single =
      ofOne !== null &&
      !ofOne.general &&
      ofOne.form === 'heading' &&
      !node.children.some((child) => this.#namesWhoDoes(child));
    return single ? this.#open(node, ofOne, request) : null;
  }

  /** Whether a text opens an assignment of its own: always where none is open, else only for another organisation. */
  #speaksToAnother(node: Node, lead: UnitLead, open: OpenAssignment | null): boolean {
    if (open === null) return true;
    if (node.numbered && lead.form === 'heading') return true;
    if (lead.form === 'heading' && node.children.length === 0) return false;
    if (lead.general && !lead.addressed) return false;
    if (lead.unitKind === 'other') return lead.addressed || lead.form === 'colon';
    if (lead.unitKind === open.unitKind)
      return lead.addressed && fold(lead.unit) !== fold(open.unit) && lead.form === 'colon';
    if (lead.unitKind === 'commune_committees' && lead.form === 'sentence' && !lead.addressed) return false;
    return true;
  }
}
