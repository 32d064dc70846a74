import { it } from 'vitest';
import { loadTerritory } from '/work/main/src/features/territory/units/load.ts';
import { searchUnits } from '/work/main/src/features/territory/units/search.ts';

it('time', async () => {
  let t = performance.now();
  const { units, provinces } = await loadTerritory();
  console.log('load', performance.now() - t);
  const po = new Map(provinces.map((p) => [p.code, p]));
  const c = units.map((u) => ({ ...u, province: po.get(u.provinceCode)! }));
  for (let i = 0; i < 6; i++) {
    t = performance.now();
    searchUnits(c, 'luong van tri', 10);
    console.log('search', performance.now() - t);
  }
  for (const q of ['hoa an', 'tan thanh tay ninh', 'tân thạnh tây ninh', 'xa tan tien', 'an'])
    console.log(
      q,
      searchUnits(c, q, 12)
        .map((u) => u.fullName + ', ' + u.province.name)
        .join(' | '),
    );
});
