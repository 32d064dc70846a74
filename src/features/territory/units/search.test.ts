import { describe, expect, it } from 'vitest';
import { loadTerritory } from './load.ts';
import { searchUnits, unitQueryWords, unitSearchKey } from './search.ts';

const { units, provinces } = await loadTerritory();
const provinceOf = new Map(provinces.map((province) => [province.code, province]));
const country = units.map((unit) => ({ ...unit, province: provinceOf.get(unit.provinceCode)! }));

const find = (query: string, limit = 10) =>
  searchUnits(country, query, limit).map(({ fullName, province }) => `${fullName}, ${province.name}`);

describe('looking for a unit', () => {
  it('finds Phường Lương Văn Tri however it is typed', () => {
    const queries = [
      'luong van tri',
      'Phường Lương Văn Tri',
      'p luong van tri lang son',
      'P. Lương Văn Tri, tỉnh Lạng Sơn',
      'LUONG  VAN\u00A0TRI',
      'lang son luong van tri',
      'lương văn tr',
      'phuong luong van tri lang son'.normalize('NFD'),
    ];
    for (const query of queries) expect(find(query), query).toContain('Phường Lương Văn Tri, Lạng Sơn');
    expect(find('luong van tri', 1)).toEqual(['Phường Lương Văn Tri, Lạng Sơn']);
  });

  it('puts the whole name first, then names that begin with it', () => {
    expect(find('xuan truong', 3)).toEqual([
      'Xã Xuân Trường, Cao Bằng',
      'Xã Xuân Trường, Ninh Bình',
      'Phường Xuân Trường - Đà Lạt, Lâm Đồng',
    ]);
  });

  it('puts names that hold every word before those that need the province', () => {
    const found = find('hoa an');
    const places = ['Xã Hoà An, Tuyên Quang', 'Xã An Hoà, Gia Lai', 'Phường Bảo An, Khánh Hoà'];
    const positions = places.map((place) => found.indexOf(place));
    expect(Math.min(...positions)).toBeGreaterThanOrEqual(0);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  });

  it('tells namesakes apart by their province', () => {
    expect(find('tan tien').filter((found) => found.startsWith('Xã Tân Tiến,')).length).toBeGreaterThan(1);
    expect(find('xa tan tien lang son', 1)).toEqual(['Xã Tân Tiến, Lạng Sơn']);
  });

  it('lets tones that were typed decide between names that differ in nothing else', () => {
    expect(find('Tân Thạnh Tây Ninh', 1)).toEqual(['Xã Tân Thạnh, Tây Ninh']);
    expect(find('Tân Thành Tây Ninh', 1)).toEqual(['Xã Tân Thành, Tây Ninh']);
  });

  it('understands short forms and names with an apostrophe', () => {
    expect(find('dk phu quoc', 1)).toEqual(['Đặc khu Phú Quốc, An Giang']);
    expect(find('p sai gon tphcm', 1)).toEqual(['Phường Sài Gòn, Hồ Chí Minh']);
    expect(find("ea h'leo", 1)).toEqual(["Xã Ea H'Leo, Đắk Lắk"]);
    expect(find('ea hleo', 1)).toEqual(["Xã Ea H'Leo, Đắk Lắk"]);
  });

  it('finds nothing for an empty query, for punctuation and for a place that does not exist', () => {
    for (const query of ['', '  ', '., -', 'xyz', 'luong van tri ha noi'])
      expect(find(query), query).toEqual([]);
  });

  it('gives no more than it was asked for', () => {
    expect(find('phuong', 7)).toHaveLength(7);
    expect(find('phuong', 0)).toEqual([]);
  });
});

describe('the key for searching in the database', () => {
  it('has a name and its province side by side, and no sign but letters, digits and spaces', () => {
    const unit = country.find(({ code }) => code === '05983')!;
    expect(unitSearchKey(unit, unit.province)).toBe('phuong luong van tri lang son tinh');
    for (const one of country) expect(unitSearchKey(one, one.province)).toMatch(/^[a-z0-9]+( [a-z0-9]+)*$/);
  });

  it('is asked with the same words', () => {
    expect(unitQueryWords('P. Lương Văn Tri, TP Huế')).toEqual([
      'p',
      'luong',
      'van',
      'tri',
      'thanh',
      'pho',
      'hue',
    ]);
  });
});
