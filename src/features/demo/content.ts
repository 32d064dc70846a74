import { placeOfUnit, provinceInSentence, usualReportForm } from '../../documents/index.ts';
import {
  organisationKindsInForce,
  organisationName,
  organisationNaming,
} from '../../domain/organisation/index.ts';
import { searchKey } from '../../domain/text/index.ts';
import type { OrganisationId, PersonId, UnitId } from '../../platform/database/index.ts';
import { organisationCatalogue } from '../people/index.ts';
import type { CatalogueEntry } from '../standards/index.ts';
import { type DemoCycle, demoCycle, NO_YEAR_BEFORE } from './cycle.ts';
import { demoId } from './demo-id.ts';
import { figuresOfLastYear, figuresOfRunningYear } from './figures.ts';
import { MAIN_WARD, PROVINCE_CODE, planDemo, SISTER_WARD, type UnitPlan } from './plan.ts';
import { type DemoContent, type DemoStaff, INVENTED_BASIS, noContent, type Row } from './rows.ts';
import { LEADER, PLANNING_OFFICER, postsOf, usernameOf } from './staff.ts';
import { addQuietYear, addYears } from './year/year-of-unit.ts';

/** A unit of the country's list as the sample needs it. */
export interface DemoUnitSource {
  readonly code: string;
  readonly type: 'commune' | 'ward' | 'special_zone';
  readonly name: string;
  readonly fullName: string;
}

export interface DemoSource {
  readonly province: { readonly name: string; readonly fullName: string; readonly type: 'province' | 'city' };
  readonly units: readonly DemoUnitSource[];
  readonly standard: CatalogueEntry;
  /** Today, YYYY-MM-DD: its year is the running one, the one before is complete. */
  readonly day: string;
  readonly passwordHash: string;
}

/** Phường Lương Văn Tri and Xã Hoàng Văn Thụ: their documents write the place in full (NĐ 30/2020, Phụ lục I). */
const NAMED_AFTER_PEOPLE: ReadonlySet<string> = new Set(['05983', '06172']);

function addReportForm(
  content: DemoContent,
  { province }: DemoSource,
  begin: Date,
  unit: DemoUnitSource,
  unitId: UnitId,
): void {
  const form = usualReportForm({
    unitName: unit.fullName,
    unitType: unit.type,
    provinceName: provinceInSentence(province.fullName),
  });
  content.document_setting.push({
    unit_id: unitId,
    id: demoId<string>(begin, 'document-setting', unit.code),
    place: placeOfUnit(unit.fullName, true),
    addressees: [...form.addressees],
    signature_lines: [...form.signatureLines],
    signer: form.signer,
    recipients: [...form.recipients],
  });
}

/** Makes the whole sample out of its source: the same source gives the same rows, ids included. */
export function demoContent(source: DemoSource): DemoContent {
  const content = noContent();
  const begin = new Date(`${Number(source.day.slice(0, 4)) - 1}-07-01T01:00:00Z`);
  addUnit(content, source, begin, {
    ...source.province,
    code: PROVINCE_CODE,
    level: 'province',
    territoryClass: null,
  });
  const plans = planDemo(source.units.map(({ code }) => code));
  for (const unit of source.units) {
    const staff = addUnit(content, source, begin, {
      ...unit,
      level: 'commune',
      territoryClass: classOf(unit.type, source.standard),
    });
    if (NAMED_AFTER_PEOPLE.has(unit.code)) addReportForm(content, source, begin, unit, staff.unitId);
    addCycles(content, source, unit, staff, plans.get(unit.code)!);
    if (unit.code === MAIN_WARD) addYears(content, source, unit, staff, plans.get(unit.code)!);
    if (unit.code === SISTER_WARD) addQuietYear(content, source, unit, staff);
  }
  return content;
}

/** The classes of the standard that a ward and a commune of a mountain province probably have. */
function classOf(type: DemoUnitSource['type'], { standard }: CatalogueEntry): string {
  const wanted = type === 'ward' ? 'other' : 'mountain_island_or_extremely_difficult';
  const classes = standard.recognition.thresholds.map((threshold) => threshold.class);
  return classes.includes(wanted) ? wanted : classes.at(-1)!;
}

function addUnit(
  content: DemoContent,
  { day, passwordHash }: DemoSource,
  begin: Date,
  unit: {
    readonly code: string;
    readonly name: string;
    readonly fullName: string;
    readonly level: 'commune' | 'province';
    readonly type: Row<'unit'>['type'];
    readonly territoryClass: string | null;
  },
): DemoStaff {
  const unitId = demoId<UnitId>(begin, 'unit', unit.code);
  content.unit.push({
    unit_id: unitId,
    level: unit.level,
    code: unit.code,
    province_code: PROVINCE_CODE,
    type: unit.type,
    name: unit.name,
    full_name: unit.fullName,
    territory_class: unit.territoryClass,
    class_basis: unit.territoryClass === null ? null : INVENTED_BASIS,
    fictional: true,
    created_at: begin,
  });
  const organisations = new Map<string, OrganisationId>();
  const catalogue = organisationCatalogue();
  for (const { code: kind } of organisationKindsInForce(catalogue, unit.level, day)) {
    const name = organisationName(catalogue, kind, unit.type, day);
    const era = organisationNaming(catalogue, kind, unit.type, day)?.era;
    if (name === null || era === undefined) continue;
    const id = demoId<OrganisationId>(begin, 'organisation', unit.code, kind);
    organisations.set(kind, id);
    content.organisation.push({
      unit_id: unitId,
      id,
      kind,
      name,
      valid_from: era.from ?? '0001-01-01',
      valid_until: era.until,
    });
  }
  const people = new Map<string, PersonId>();
  for (const post of postsOf(unit)) {
    const username = usernameOf(post, unit.name);
    const userId = demoId<string>(begin, 'user', username);
    const id = demoId<PersonId>(begin, 'person', username);
    people.set(post.key, id);
    content['identity.user'].push({
      id: userId,
      name: post.name,
      email: `${username}@khong-co-thu.invalid`,
      username,
      displayUsername: username,
    });
    content['identity.account'].push({
      id: demoId<string>(begin, 'account', username),
      accountId: userId,
      providerId: 'credential',
      userId,
      password: passwordHash,
      updatedAt: begin,
    });
    content.person.push({
      unit_id: unitId,
      id,
      user_id: userId,
      username,
      name: post.name,
      search_key: searchKey(post.name),
      must_change_password: false,
      disabled_at: null,
      created_at: begin,
    });
    content.membership.push({
      unit_id: unitId,
      id: demoId<string>(begin, 'membership', username),
      person_id: id,
      organisation_id: organisations.get(post.organisationKind)!,
      role: post.role,
    });
  }
  return {
    unitId,
    territoryClass: unit.territoryClass ?? '',
    organisations,
    officerOf: (kind) => {
      const post = postsOf(unit).find(({ organisationKind }) => organisationKind === kind);
      return people.get(post?.key ?? PLANNING_OFFICER.key)!;
    },
    leader: people.get(LEADER.key)!,
  };
}

function addCycles(
  content: DemoContent,
  { standard, day }: DemoSource,
  unit: DemoUnitSource,
  staff: DemoStaff,
  plan: UnitPlan,
): void {
  const year = Number(day.slice(0, 4));
  const common = { unitCode: unit.code, staff, standard };
  const shown = { ...unit, plan };
  const lastFigures = figuresOfLastYear(standard.standard, shown, year);
  add(
    content,
    demoCycle({
      ...common,
      year: year - 1,
      stage: 'accepted',
      figures: lastFigures,
      previous: NO_YEAR_BEFORE,
      lastDay: `${year - 1}-11-05`,
    }),
  );
  if (plan.stage === 'not_opened') return;
  add(
    content,
    demoCycle({
      ...common,
      year,
      stage: plan.stage,
      figures: figuresOfRunningYear(standard.standard, shown, year),
      previous: lastFigures,
      lastDay: day,
    }),
  );
}

function add(content: DemoContent, cycle: DemoCycle): void {
  content.cycle.push(cycle.cycle);
  content.cycle_criterion.push(...cycle.criteria);
  content.figure.push(...cycle.figures);
  content.figure_change.push(...cycle.changes);
  content.criterion_event.push(...cycle.events);
  content.cycle_summary.push(cycle.summary);
}
