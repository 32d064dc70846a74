import { Assignments, type OpenAssignment, type Place } from './assignments.ts';
import { criteriaOfTask, ownerInRow } from './criteria.ts';
import { fold } from './fold.ts';
import { INLINE_HEADING } from './lexicon/headings.ts';
import type { Node } from './outline.ts';
import { EXECUTES, isHeading, leadOf, namesWhoDoes, type RoleScope, roleOfPart } from './part-roles.ts';
import type {
  DoubtCode,
  PartRole,
  Read,
  ReadAssignment,
  ReadCriteriaOwner,
  ReadHeading,
  ReadObjective,
  ReadPiece,
  ReadTask,
} from './reading.ts';
import type { TaskRow } from './task-rows.ts';
import type { UnitKind } from './unit-kind.ts';
import { type UnitLead, unitKindOf, unitLead } from './units.ts';

/** A text of the body with what the part it stands in says about it. */
export interface Placed {
  readonly read: Read;
  readonly role: PartRole;
  readonly who: string | null;
  readonly whoKind: UnitKind | null;
  /** What a column of a table says about when it is due. */
  readonly due?: string;
}

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
  readonly #assignments = new Assignments();
  readonly #rows = new Set<Node>();
  readonly #scope: RoleScope;

  constructor(scope: RoleScope) {
    this.#scope = scope;
  }

  get assignments(): readonly ReadAssignment[] {
    return this.#assignments.closed();
  }

  /** Reads the sections in the order of the paper. */
  read(roots: readonly Node[]): void {
    for (const root of roots) this.#section(root, null, null, false);
  }

  /** Begins a section of assignments with the heading of an annex. */
  headAnnex({ text, no }: { readonly text: string; readonly no: number }): void {
    this.body.push({
      text,
      lines: { from: no, to: no },
      doubts: [],
      marker: null,
      depth: 0,
      role: 'assignments',
      heading: true,
    });
  }

  #section(
    node: Node,
    inherited: PartRole | null,
    kind: ReadObjective['kind'] | null,
    request: boolean,
  ): void {
    if (node.block.row) {
      this.readRow(node.block.row, node.block, node.depth);
      return;
    }
    const here = roleOfPart(node, inherited, this.#scope);
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
    } else if (isHeading(node, inherited)) this.#heading(node, here.role, block.text);
    else this.#item(node, here.role, ownKind, block.text, here.sure);
    for (const child of node.children) this.#section(child, here.role, ownKind, request);
  }

  #readOf(node: Node, text: string, extra: readonly DoubtCode[] = []): Read {
    const { block } = node;
    return {
      text,
      lines: { from: block.from, to: block.to },
      doubts: extra.length > 0 ? [...block.doubts, ...extra] : block.doubts,
    };
  }

  // Spelled out, for spreading takes most of the time that a long plan takes here.
  #piece(node: Node, { text, lines, doubts }: Read, role: PartRole, heading: boolean): void {
    const marker = node.block.marker?.label ?? null;
    this.body.push({ text, lines, doubts, marker, depth: node.depth, role, heading });
  }

  #heading(node: Node, role: PartRole, text: string): void {
    const read = this.#readOf(node, text);
    this.#piece(node, read, role, true);
    const { lines, doubts } = read;
    this.headings.push({ text, lines, doubts, marker: node.block.marker?.label ?? null, level: node.depth });
  }

  #item(node: Node, role: PartRole, kind: ReadObjective['kind'] | null, text: string, sure: boolean): void {
    const { block } = node;
    const read = this.#readOf(node, text, sure ? [] : ['placed_by_content']);
    if (block.footnote) {
      this.footnotes.push(read);
      return;
    }
    this.#piece(node, read, role, false);
    this.#ownsCriteria(node);
    if (role === 'purpose' || role === 'objectives')
      this.objectives.push({ ...read, kind: kind ?? (role === 'purpose' ? 'purpose' : 'general') });
    else if (role === 'funding') this.funding.push(read);
    else if (role === 'reporting') this.reporting.push(read);
    else if (role === 'measures') this.measures.push(read);
    this.placed.push({ read, role, who: null, whoKind: null });
  }

  /** Takes a line that gives criteria to an organisation ("Tiêu chí 3: Công an xã"), once. */
  #ownsCriteria(node: Node): boolean {
    const { block } = node;
    if (this.#rows.has(node)) return true;
    const owner = ownerInRow(this.#readOf(node, block.text), block.cells ?? block.columns, this.#scope.tier);
    if (!owner) return false;
    this.#rows.add(node);
    this.criteriaOwners.push(owner);
    return true;
  }

  #openFor(node: Node, lead: UnitLead, request: boolean): OpenAssignment {
    return this.#assignments.open(node.block, lead, { request, container: node.children.length > 0 });
  }

  #task(node: Node, open: OpenAssignment, text: string): void {
    const read = this.#readOf(node, text);
    open.tasks.push(read);
    open.to = Math.max(open.to, node.block.to);
    this.#piece(node, read, 'assignments', false);
    this.placed.push({ read, role: 'assignments', who: open.unit, whoKind: open.unitKind });
    const criteria = this.#rows.has(node) ? [] : criteriaOfTask(text);
    if (criteria.length > 0)
      this.criteriaOwners.push({ criteria, unit: open.unit, unitKind: open.unitKind, lines: read.lines });
  }

  /** A row of a table is a task of who leads it; rows below each other with the same lead are one assignment. */
  readRow({ number, task, lead, partners, due }: TaskRow, place: Place, depth: number): void {
    const named = unitLead(lead, this.#scope.tier);
    const unit = named?.form === 'heading' ? named.unit : lead;
    const above = this.#assignments.last;
    const open =
      above?.unit === unit
        ? above
        : this.#assignments.open(place, {
            unit,
            unitKind: unitKindOf(lead, this.#scope.tier),
            request: named?.request ?? false,
          });
    const read: ReadTask = {
      text: task,
      lines: { from: place.from, to: place.to },
      doubts: place.doubts,
      ...(partners !== null && { partners }),
    };
    open.tasks.push(read);
    open.to = Math.max(open.to, place.to);
    this.body.push({ ...read, marker: number, depth, role: 'assignments', heading: false });
    this.placed.push({
      read,
      role: 'assignments',
      who: open.unit,
      whoKind: open.unitKind,
      ...(due !== null && { due }),
    });
    const criteria = criteriaOfTask(task);
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
    if (block.row) {
      this.readRow(block.row, block, node.depth);
      return;
    }
    if (top && EXECUTES.test(block.folded)) {
      this.#item(node, 'other', null, block.text, true);
      return;
    }
    if (top) {
      const lead = node.numbered ? null : leadOf(node, this.#scope.tier);
      const holder = this.#headOfSection(node, lead, request);
      for (const child of node.children) this.#assigning(child, holder, request, false);
      return;
    }
    const here = open === null && node.numbered ? roleOfPart(node, 'assignments', this.#scope) : null;
    if (here && here.role !== 'assignments') {
      this.#section(node, here.role, null, request);
      return;
    }
    const lead = this.#ownsCriteria(node) ? null : leadOf(node, this.#scope.tier);
    if (lead && this.#speaksToAnother(node, lead, open)) {
      const own = this.#openFor(node, lead, request || (open?.request === true && lead.addressed === false));
      if (lead.form === 'heading') this.#heading(node, 'assignments', block.text);
      else if (
        lead.form === 'sentence' &&
        block.text.length < 120 &&
        (block.text.endsWith(':')
          ? node.children.length > 0 || lead.general
          : node.children.some((child) => child.numbered) && !/[.;]$/u.test(block.text))
      )
        this.#heading(node, 'assignments', block.text);
      else if (lead.form === 'colon') {
        this.#heading(node, 'assignments', block.text.slice(0, block.text.length - lead.rest.length));
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
    } else if (isHeading(node, 'assignments') && node.children.length > 0)
      this.#heading(node, 'assignments', block.text);
    else this.#item(node, 'measures', null, block.text, false);
    for (const child of node.children) this.#assigning(child, open, request, false);
  }

  #headOfSection(node: Node, lead: UnitLead | null, request: boolean): OpenAssignment | null {
    const { block } = node;
    if (lead && lead.form !== 'heading') {
      const own = this.#openFor(node, lead, request);
      this.#task(node, own, lead.form === 'colon' ? lead.rest : block.text);
      return own;
    }
    const ofOne = /^(?:trach nhiem|nhiem vu) cua /u.test(block.folded)
      ? unitLead(block.text, this.#scope.tier)
      : null;
    this.#heading(node, 'assignments', block.text);
    const single =
      ofOne !== null &&
      !ofOne.general &&
      ofOne.form === 'heading' &&
      !node.children.some((child) => namesWhoDoes(child, this.#scope.tier));
    return single ? this.#openFor(node, ofOne, request) : null;
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
