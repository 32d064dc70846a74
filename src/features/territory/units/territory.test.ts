import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import corrections from './corrections.json';
import { loadTerritory } from './load.ts';
import { spellOfficially } from './spelling.ts';
import { type Corrections, type PublishedList, territoryFrom } from './territory.ts';

const territory = await loadTerritory();
const unit = (code: string) => territory.units.find((candidate) => candidate.code === code);

describe('the country after the reform of 1 July 2025', () => {
  it('has 34 provinces and 3,321 units: 2,611 communes, 697 wards, 13 special zones', () => {
    const ofType = (type: string) => territory.units.filter((candidate) => candidate.type === type).length;
    expect(territory.provinces).toHaveLength(34);
    expect([ofType('commune'), ofType('ward'), ofType('special_zone')]).toEqual([2611, 697, 13]);
    expect(territory.units).toHaveLength(3321);
  });

  it('has codes that are text of two and five digits, none of them twice', () => {
    expect(territory.provinces.every(({ code }) => /^\d{2}$/.test(code))).toBe(true);
    expect(territory.units.every(({ code }) => /^\d{5}$/.test(code))).toBe(true);
    expect(new Set(territory.provinces.map(({ code }) => code)).size).toBe(34);
    expect(new Set(territory.units.map(({ code }) => code)).size).toBe(3321);
  });

  it('puts every unit into a province of the list, and 65 of them into Lạng Sơn', () => {
    const provinceCodes = new Set(territory.provinces.map(({ code }) => code));
    expect(territory.units.every(({ provinceCode }) => provinceCodes.has(provinceCode))).toBe(true);
    expect(territory.units.filter(({ provinceCode }) => provinceCode === '20')).toHaveLength(65);
  });

  it('never has a name twice inside a province', () => {
    const names = territory.units.map(({ provinceCode, name }) => `${provinceCode} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('knows the units of the sample plans', () => {
    expect(unit('05983')).toEqual({
      code: '05983',
      type: 'ward',
      name: 'Lương Văn Tri',
      fullName: 'Phường Lương Văn Tri',
      provinceCode: '20',
      validFrom: '2025-07-01',
      validTo: null,
    });
    expect(unit('06637')?.fullName).toBe('Xã Châu Sơn');
    expect(unit('06286')?.fullName).toBe('Xã Khánh Khê');
  });

  it('calls the centrally-run cities cities, and the others provinces', () => {
    const cities = territory.provinces.filter(({ type }) => type === 'city').map(({ name }) => name);
    expect(cities).toEqual(['Hà Nội', 'Hải Phòng', 'Huế', 'Đà Nẵng', 'Đồng Nai', 'Hồ Chí Minh', 'Cần Thơ']);
    expect(territory.provinces.find(({ code }) => code === '20')?.fullName).toBe('Tỉnh Lạng Sơn');
  });

  it('spells every name in composed letters, with straight apostrophes', () => {
    const names = [...territory.provinces, ...territory.units].map(({ fullName }) => fullName);
    expect(names.filter((name) => name !== name.normalize('NFC') || name.includes('’'))).toEqual([]);
    expect(unit('24184')?.name).toBe("Ea H'Leo");
    expect(unit('00175')?.name).toBe('Yên Hoà');
    expect(unit('13396')?.name).toBe('Nguyễn Úy');
  });

  it('knows Ia Mơ by its right code', () => {
    expect(unit('23938')?.fullName).toBe('Xã Ia Mơ');
    expect(unit('23737')).toBeUndefined();
  });
});

describe('Đồng Nai, a centrally-run city since 30 April 2026', () => {
  it('was a province until the day before', () => {
    const inForce = territory.provinces.find(({ code }) => code === '75');
    expect(inForce).toMatchObject({ type: 'city', fullName: 'Thành phố Đồng Nai', validFrom: '2026-04-30' });
    expect(territory.formerProvinces).toEqual([
      {
        code: '75',
        type: 'province',
        name: 'Đồng Nai',
        fullName: 'Tỉnh Đồng Nai',
        validFrom: '2025-07-01',
        validTo: '2026-04-29',
      },
    ]);
  });

  it('has ten wards that were communes under the same codes', () => {
    expect(territory.formerUnits).toHaveLength(10);
    for (const former of territory.formerUnits) {
      expect(former).toMatchObject({ type: 'commune', provinceCode: '75', validTo: '2026-04-29' });
      expect(unit(former.code)).toMatchObject({ type: 'ward', name: former.name, validFrom: '2026-04-30' });
    }
    expect(unit('26368')?.fullName).toBe('Phường Long Thành');
  });
});

describe('the corrections', () => {
  const list: PublishedList = {
    provinces: [{ province_code: '75', name: 'Đồng Nai' }],
    wards: [{ ward_code: '26368', name: 'Xã Long Thành', province_code: '75' }],
  };
  const none: Corrections = {
    inForceFrom: { date: '2025-07-01', legalBasis: 'Nghị quyết 202/2025/QH15' },
    codes: [],
    spellings: [],
    provinceChanges: [],
    unitChanges: [],
  };
  const toWard = {
    provinceCode: '75',
    codes: ['26368'],
    type: 'ward',
    from: '2026-04-30',
    legalBasis: 'Nghị quyết 237/NQ-UBTVQH16',
  } as const;

  it('name the law behind each of them', () => {
    const { codes, spellings, provinceChanges, unitChanges, inForceFrom } = corrections;
    for (const { legalBasis } of [inForceFrom, ...codes, ...spellings, ...provinceChanges, ...unitChanges]) {
      expect(legalBasis).toMatch(/(Nghị quyết|Quyết định) \d/);
    }
  });

  it('turn a commune into a ward from a day on', () => {
    const { units, formerUnits } = territoryFrom(list, { ...none, unitChanges: [toWard] });
    expect(units[0]).toMatchObject({ fullName: 'Phường Long Thành', validFrom: '2026-04-30' });
    expect(formerUnits[0]).toMatchObject({ fullName: 'Xã Long Thành', validTo: '2026-04-29' });
  });

  it('are refused when the list has changed under them', () => {
    const already = { ...list, wards: [{ ...list.wards[0]!, name: 'Phường Long Thành' }] };
    expect(() => territoryFrom(already, { ...none, unitChanges: [toWard] })).toThrow('already of type ward');
    expect(() => territoryFrom({ ...list, wards: [] }, { ...none, unitChanges: [toWard] })).toThrow('26368');
    const elsewhere = { ...toWard, provinceCode: '20' };
    expect(() => territoryFrom(list, { ...none, unitChanges: [elsewhere] })).toThrow('not of province 20');
    const code = {
      wrong: '26368',
      right: '26369',
      fullName: 'Xã Khác',
      provinceCode: '75',
      legalBasis: 'QĐ 1',
    };
    expect(() => territoryFrom(list, { ...none, codes: [code] })).toThrow('is not Xã Khác');
    expect(() => territoryFrom(list, { ...none, codes: [{ ...code, wrong: '00001' }] })).toThrow('26369');
    const spelling = { code: '00001', fullName: 'Xã Khác', legalBasis: 'QĐ 1' };
    expect(() => territoryFrom(list, { ...none, spellings: [spelling] })).toThrow('00001');
    const odd = { ...list, wards: [{ ...list.wards[0]!, name: 'Thị trấn Long Thành' }] };
    expect(() => territoryFrom(odd, none)).toThrow('Thị trấn Long Thành');
  });
});

describe('the spelling of the list in force', () => {
  it('puts the tone on the main vowel, and leaves what already bears it', () => {
    expect(spellOfficially('Xã Thuận Hòa')).toBe('Xã Thuận Hoà');
    expect(spellOfficially('Xã Đặng Thùy Trâm')).toBe('Xã Đặng Thuỳ Trâm');
    expect(spellOfficially('Xã Hóa Quỳ')).toBe('Xã Hoá Quỳ');
    expect(spellOfficially('Phường Hòa Hưng'.normalize('NFD'))).toBe('Phường Hoà Hưng');
    for (const name of ['Xã Hoàn Lão', 'Xã Tuỳ An', 'Xã Quý Lộc', 'Xã Thoại Sơn', 'Xã Mùa Xuân']) {
      expect(spellOfficially(name)).toBe(name);
    }
  });
});

/** The units in the form of the list in force: code, type, name, full name, province's code and full name. */
function asOfficialLines(): string[] {
  const provinceNames = new Map(territory.provinces.map(({ code, fullName }) => [code, fullName]));
  return territory.units
    .map(({ code, type, name, fullName, provinceCode }) =>
      [code, type, name, fullName, provinceCode, provinceNames.get(provinceCode)].join(','),
    )
    .sort();
}

describe('beside the list in force', () => {
  const officialList = new URL('../../../../../shared/data/administrative-units-2026.csv', import.meta.url);

  // The list itself is not part of the project; its hash below is, and always checked.
  if (existsSync(officialList))
    it('no unit, name, type or province differs', () => {
      const [, ...official] = readFileSync(officialList, 'utf8').trim().split(/\r?\n/);
      expect(asOfficialLines()).toEqual(official.sort());
    });

  it('nothing has changed since it was compared line by line', () => {
    const digest = createHash('sha256').update(asOfficialLines().join('\n')).digest('hex');
    expect(digest).toBe('08161299bb7146bae07fd9c342234a5c51d203a4f544e8235841e2d6a98e9644');
  });
});
