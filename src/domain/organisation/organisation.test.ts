import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  checkOrganisationCatalogue,
  isRole,
  type OrganisationCatalogue,
  type OrganisationUnitType,
  organisationKindsInForce,
  organisationName,
  ROLE_NAMES,
  ROLES,
  roleOfOrganisation,
} from './index.ts';

const standardsFile = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../standards/${name}`, import.meta.url), 'utf8'));
const catalogue: OrganisationCatalogue = standardsFile('organisations.json');

const nameOf = (kind: string, unitType: OrganisationUnitType, date: string) =>
  organisationName(catalogue, kind, unitType, date);
const codesOn = (level: 'commune' | 'district' | 'province', date: string) =>
  organisationKindsInForce(catalogue, level, date).map(({ code }) => code);

describe('the catalogue of organisations that comes with the program', () => {
  it('has no fault', () => {
    expect(checkOrganisationCatalogue(catalogue)).toEqual({ ok: true, catalogue });
  });

  it('knows every default owner that the standard names, in 2024 as in 2026', () => {
    const owners: string[] = standardsFile('qd-06-2019.json').criteria.map(
      (criterion: { defaultOwner: string }) => criterion.defaultOwner,
    );
    for (const owner of owners) {
      for (const date of ['2024-09-30', '2026-09-30']) expect(nameOf(owner, 'ward', date)).not.toBeNull();
    }
  });

  it('has for each type of unit one name or none of each kind on the eve and on the day of the reform', () => {
    for (const { code } of organisationKindsInForce(catalogue, 'commune', '2025-07-01')) {
      expect(nameOf(code, 'special_zone', '2025-06-30'), code).toBeNull();
      expect(nameOf(code, 'special_zone', '2025-07-01'), code).toMatch(/đặc khu/);
      expect(nameOf(code, 'township', '2025-07-01'), code).toBeNull();
    }
  });
});

describe('the name of an organisation', () => {
  it('follows the era: an officer before July 2025, a division after', () => {
    expect(nameOf('culture_society', 'ward', '2025-06-30')).toBe('Công chức Văn hóa - Xã hội phường');
    expect(nameOf('culture_society', 'ward', '2025-07-01')).toBe('Phòng Văn hóa - Xã hội phường');
    expect(nameOf('council_committee_office', 'commune', '2024-05-01')).toBe(
      'Công chức Tư pháp - Hộ tịch xã',
    );
    expect(nameOf('council_committee_office', 'commune', '2026-05-01')).toBe('Văn phòng HĐND - UBND xã');
  });

  it('follows the type of the unit', () => {
    expect(nameOf('economy', 'commune', '2026-05-01')).toBe('Phòng Kinh tế xã');
    expect(nameOf('economy', 'ward', '2026-05-01')).toBe('Phòng Kinh tế, Hạ tầng và Đô thị phường');
    expect(nameOf('economy', 'special_zone', '2026-05-01')).toBe('Phòng Kinh tế đặc khu');
    expect(nameOf('police', 'township', '2024-05-01')).toBe('Công an thị trấn');
    expect(nameOf('health_department', 'city', '2026-05-01')).toBe('Sở Y tế thành phố');
  });

  it('is the one that the plan of Phường Lương Văn Tri prints', () => {
    const printed = {
      culture_society: 'Phòng Văn hóa - Xã hội phường',
      council_committee_office: 'Văn phòng HĐND - UBND phường',
      health_station: 'Trạm Y tế phường',
      schools: 'Các trường học trên địa bàn phường',
      economy: 'Phòng Kinh tế, Hạ tầng và Đô thị phường',
      police: 'Công an phường',
      youth_union: 'Đoàn Thanh niên phường',
      fatherland_front: 'Ủy ban MTTQ Việt Nam phường',
    };
    for (const [kind, name] of Object.entries(printed)) expect(nameOf(kind, 'ward', '2026-05-01')).toBe(name);
  });

  it('is there in English too', () => {
    expect(organisationName(catalogue, 'police', 'special_zone', '2026-05-01', 'en')).toBe(
      'Police of the special zone',
    );
  });

  it('is asked only of kinds that exist', () => {
    expect(() => nameOf('fire_brigade', 'ward', '2026-05-01')).toThrow('fire_brigade');
    expect(() => roleOfOrganisation(catalogue, 'fire_brigade')).toThrow(RangeError);
  });
});

describe('the organisations of a year', () => {
  it('have no district after 30 June 2025, and no Sở Y tế in charge of children before March 2025', () => {
    expect(codesOn('district', '2024-11-15')).toEqual(['district_labour_office']);
    expect(codesOn('district', '2026-11-15')).toEqual([]);
    expect(codesOn('province', '2025-02-28')).toEqual(['labour_department']);
    expect(codesOn('province', '2025-03-01')).toEqual(['health_department']);
  });

  it('have the public centres only since the two-tier government', () => {
    const centres = ['public_service_centre', 'public_administration_centre'];
    expect(codesOn('commune', '2024-05-01')).not.toEqual(expect.arrayContaining(centres));
    expect(codesOn('commune', '2026-05-01')).toEqual(expect.arrayContaining(centres));
  });

  it('give their officers a role by default', () => {
    expect(roleOfOrganisation(catalogue, 'culture_society')).toBe('planningOfficer');
    expect(roleOfOrganisation(catalogue, 'fatherland_front')).toBe('overseer');
    expect(roleOfOrganisation(catalogue, 'committee_leadership')).toBe('communeLeader');
    expect(roleOfOrganisation(catalogue, 'health_department')).toBe('appraiser');
  });
});

describe('a role', () => {
  it('has a name of its own in both languages', () => {
    for (const language of ['vi', 'en'] as const) {
      expect(new Set(ROLES.map((role) => ROLE_NAMES[role][language])).size).toBe(ROLES.length);
    }
  });

  it('is one of the list and nothing else', () => {
    expect(isRole('planningOfficer')).toBe(true);
    for (const text of ['PlanningOfficer', '', 'toString', null, 3]) expect(isRole(text)).toBe(false);
  });
});

describe('the check of a catalogue', () => {
  const naming = {
    unitTypes: ['ward'],
    vi: 'Công an {unit}',
    en: 'Police of the {unit}',
    era: { from: '2025-07-01', until: null, legalBasis: 'Luật 72/2025/QH15' },
    source: 'Kế hoạch năm 2026',
  };
  const police = { code: 'police', level: 'commune', role: 'policeOfficer', names: [naming] };
  const faultsOf = (...kinds: unknown[]) => {
    const check = checkOrganisationCatalogue({ title: 'Thử', version: 1, kinds });
    return check.ok ? [] : check.faults.map(({ path, code }) => `${path}: ${code}`);
  };
  const withName = (change: object) => faultsOf({ ...police, names: [{ ...naming, ...change }] });
  const withEra = (change: object) => withName({ era: { ...naming.era, ...change } });

  it('accepts a sound one', () => {
    expect(faultsOf(police)).toEqual([]);
  });

  it('names each fault with its path', () => {
    expect(faultsOf(police, police)).toEqual(['kinds.1.code: duplicate_code']);
    expect(faultsOf({ ...police, role: 'sheriff' })).toEqual(['kinds.0.role: unknown_role']);
    expect(faultsOf({ ...police, code: 'Công an' })).toEqual(['kinds.0.code: shape']);
    expect(faultsOf({ ...police, level: 'county' })).toContain('kinds.0.level: unknown_level');
    expect(faultsOf({ ...police, level: 'province' })).toEqual(['kinds.0.names.0.unitTypes.0: wrong_level']);
    expect(faultsOf({ ...police, colour: 'green' })).toEqual(['kinds.0.colour: unknown_key']);
    expect(withName({ unitTypes: ['hamlet'] })).toEqual(['kinds.0.names.0.unitTypes.0: unknown_unit_type']);
    expect(withName({ unitTypes: [] })).toEqual(['kinds.0.names.0.unitTypes: shape']);
    expect(withName({ vi: 'Công an phường' })).toEqual(['kinds.0.names.0.vi: placeholder']);
    expect(withName({ en: 'Police of {unit} {place}' })).toEqual(['kinds.0.names.0.en: placeholder']);
    expect(withName({ source: ' ' })).toEqual(['kinds.0.names.0.source: shape']);
    expect(withName({ vi: naming.vi.normalize('NFD') })).toEqual(['kinds.0.names.0.vi: shape']);
    expect(withName({ note: '' })).toEqual(['kinds.0.names.0.note: shape']);
    expect(withEra({ from: '2025-02-30' })).toEqual(['kinds.0.names.0.era.from: date']);
    expect(withEra({ until: '2025-06-30' })).toEqual(['kinds.0.names.0.era: reversed_era']);
    expect(withEra({ legalBasis: undefined })).toEqual(['kinds.0.names.0.era.legalBasis: shape']);
  });

  it('refuses two names for one type of unit on the same day', () => {
    const second = { ...naming, era: { ...naming.era, from: null, until: '2025-07-01' } };
    expect(faultsOf({ ...police, names: [naming, second] })).toEqual([
      'kinds.0.names.1.unitTypes.0: overlap',
    ]);
    const upToTheEve = { ...naming, era: { ...naming.era, from: null, until: '2025-06-30' } };
    expect(faultsOf({ ...police, names: [naming, upToTheEve] })).toEqual([]);
  });

  it('survives what is no catalogue at all', () => {
    for (const value of [null, [], 'x', {}, { kinds: [null] }, { kinds: [{ names: [null] }] }]) {
      expect(checkOrganisationCatalogue(value).ok).toBe(false);
    }
  });
});
