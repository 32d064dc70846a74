import { isCalendarDate } from '../text/index.ts';
import { type OrganisationCatalogue, type OrganisationUnitType, UNIT_TYPES } from './catalogue.ts';
import { isRole } from './roles.ts';

export type CatalogueFaultCode =
  | 'shape'
  | 'unknown_key'
  | 'duplicate_code'
  | 'unknown_role'
  | 'unknown_level'
  | 'unknown_unit_type'
  | 'wrong_level'
  | 'placeholder'
  | 'date'
  | 'reversed_era'
  | 'overlap';

/** One thing that is wrong in a catalogue; `path` leads to the value: "kinds.0.names.1.era.from". */
export interface CatalogueFault {
  readonly path: string;
  readonly code: CatalogueFaultCode;
  readonly message: string;
}

export type CatalogueCheck =
  | { readonly ok: true; readonly catalogue: OrganisationCatalogue }
  | { readonly ok: false; readonly faults: readonly CatalogueFault[] };

type Fields = Readonly<Record<string, unknown>>;
type Report = (path: string, code: CatalogueFaultCode, message: string) => void;

/** Checks a catalogue of organisations as it came from its file, and names every fault with its path. */
export function checkOrganisationCatalogue(value: unknown): CatalogueCheck {
  const faults: CatalogueFault[] = [];
  const report: Report = (path, code, message) => faults.push({ path, code, message });
  const root = fieldsOf(value, '', ['title', 'version', 'kinds'], report);
  if (root) {
    expectText(root.title, 'title', report);
    if (!Number.isInteger(root.version) || Number(root.version) < 1) {
      report('version', 'shape', 'phải là số nguyên từ 1');
    }
    checkKinds(root.kinds, report);
  }
  return faults.length === 0
    ? { ok: true, catalogue: value as OrganisationCatalogue }
    : { ok: false, faults };
}

function checkKinds(kinds: unknown, report: Report): void {
  const seen = new Set<unknown>();
  for (const [index, value] of listOf(kinds, 'kinds', report)) {
    const path = `kinds.${index}`;
    const kind = fieldsOf(value, path, ['code', 'level', 'role', 'names'], report);
    if (!kind) continue;
    if (typeof kind.code !== 'string' || !/^[a-z]+(_[a-z]+)*$/u.test(kind.code)) {
      report(`${path}.code`, 'shape', 'phải gồm chữ thường không dấu, nối bằng dấu gạch dưới');
    } else if (seen.has(kind.code)) report(`${path}.code`, 'duplicate_code', `mã "${kind.code}" đã có`);
    seen.add(kind.code);
    if (!Object.values(UNIT_TYPES).some(({ level }) => level === kind.level)) {
      report(`${path}.level`, 'unknown_level', 'phải là commune, district hoặc province');
    }
    if (!isRole(kind.role)) report(`${path}.role`, 'unknown_role', `không có vai trò "${String(kind.role)}"`);
    checkNames(kind, path, report);
  }
}

function checkNames(kind: Fields, kindPath: string, report: Report): void {
  const earlier: { unitType: unknown; from: string; until: string; path: string }[] = [];
  for (const [index, value] of listOf(kind.names, `${kindPath}.names`, report)) {
    const path = `${kindPath}.names.${index}`;
    const naming = fieldsOf(value, path, ['unitTypes', 'vi', 'en', 'era', 'source', 'note'], report);
    if (!naming) continue;
    checkWording(naming.vi, `${path}.vi`, report);
    checkWording(naming.en, `${path}.en`, report);
    expectText(naming.source, `${path}.source`, report);
    if (naming.note !== undefined) expectText(naming.note, `${path}.note`, report);
    const era = checkEra(naming.era, `${path}.era`, report);
    for (const [position, unitType] of listOf(naming.unitTypes, `${path}.unitTypes`, report)) {
      const at = `${path}.unitTypes.${position}`;
      checkUnitType(unitType, kind.level, at, report);
      if (!era) continue;
      const other = earlier.find(
        (one) => one.unitType === unitType && one.from <= era.until && era.from <= one.until,
      );
      if (other) report(at, 'overlap', `đã có tên trong thời gian này tại ${other.path}`);
      earlier.push({ unitType, ...era, path });
    }
  }
}

function checkUnitType(unitType: unknown, level: unknown, path: string, report: Report): void {
  if (typeof unitType !== 'string' || !Object.hasOwn(UNIT_TYPES, unitType)) {
    report(path, 'unknown_unit_type', `không có loại đơn vị "${String(unitType)}"`);
  } else if (UNIT_TYPES[unitType as OrganisationUnitType].level !== level) {
    report(path, 'wrong_level', `"${unitType}" không thuộc cấp "${String(level)}"`);
  }
}

function checkWording(name: unknown, path: string, report: Report): void {
  if (!expectText(name, path, report)) return;
  if (name.split('{unit}').length !== 2 || /[{}]/u.test(name.replace('{unit}', ''))) {
    report(path, 'placeholder', 'phải có đúng một chỗ {unit} cho loại đơn vị');
  }
}

/** The first and last day of an era, or null when its dates cannot be compared. */
function checkEra(value: unknown, path: string, report: Report): { from: string; until: string } | null {
  const era = fieldsOf(value, path, ['from', 'until', 'legalBasis'], report);
  if (!era) return null;
  expectText(era.legalBasis, `${path}.legalBasis`, report);
  let comparable = true;
  for (const end of ['from', 'until'] as const) {
    const day = era[end];
    if (day === null || (typeof day === 'string' && isCalendarDate(day))) continue;
    report(`${path}.${end}`, 'date', 'phải là ngày có thật dạng YYYY-MM-DD, hoặc null');
    comparable = false;
  }
  if (!comparable) return null;
  const days = { from: (era.from as string | null) ?? '0000', until: (era.until as string | null) ?? '9999' };
  if (days.from > days.until) {
    report(path, 'reversed_era', 'ngày bắt đầu ở sau ngày kết thúc');
    return null;
  }
  return days;
}

function fieldsOf(value: unknown, path: string, keys: readonly string[], report: Report): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report(path, 'shape', 'phải là một đối tượng');
    return null;
  }
  for (const key of Object.keys(value)) {
    if (!keys.includes(key)) report(path === '' ? key : `${path}.${key}`, 'unknown_key', 'không có mục này');
  }
  return value as Fields;
}

function listOf(value: unknown, path: string, report: Report): [number, unknown][] {
  if (Array.isArray(value) && value.length > 0) return [...value.entries()];
  report(path, 'shape', 'phải là danh sách có ít nhất một phần tử');
  return [];
}

function expectText(value: unknown, path: string, report: Report): value is string {
  if (typeof value === 'string' && value !== '' && value === value.trim().normalize('NFC')) return true;
  report(path, 'shape', 'phải là chữ (NFC), không để trống, không có khoảng trắng ở hai đầu');
  return false;
}
