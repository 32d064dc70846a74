import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadStandards, StandardFilesError, standardCatalogue } from './index.ts';

const official = { status: 'official' };

/** A standard of one criterion with one indicator, in the shape of its file. */
function smallStandard(changes: Record<string, unknown> = {}) {
  return {
    id: 'tieu-chuan-thu',
    version: 1,
    title: 'Tiêu chuẩn thử',
    titleEn: 'Test standard',
    legalBasis: { number: '01/QĐ-TH', issued: '2030-01-01', issuer: 'Cơ quan thử' },
    inForce: { from: '2030-01-01', until: null },
    maximum: { points: 10, provenance: official },
    recognition: {
      everyCriterionAboveZero: true,
      thresholds: [{ class: 'all', statement: 'Mọi xã, phường', statementEn: 'All', points: 5 }],
      provenance: official,
      openQuestions: [],
    },
    timing: { rule: 'hằng năm', provenance: official },
    inputs: {
      club: {
        kind: 'yes_no',
        label: 'Có câu lạc bộ',
        labelEn: 'Club',
        definition: 'x',
        source: 'y',
        provenance: official,
      },
    },
    criteria: [
      {
        number: 1,
        letter: 'a',
        name: 'Câu lạc bộ',
        nameEn: 'Club',
        article: 'Điều 1',
        maxPoints: 10,
        maxPointsProvenance: official,
        defaultOwner: 'youth_union',
        defaultDue: '10-15',
        indicators: [
          {
            code: '1.1',
            statement: 'Có câu lạc bộ',
            statementEn: 'There is a club',
            points: 10,
            pointsProvenance: official,
            measure: { kind: 'yes_no', input: 'club' },
            measureProvenance: official,
            scale: [
              { equals: true, points: 10, provenance: official },
              { otherwise: true, points: 0, provenance: official },
            ],
            lowerIsBetter: false,
            evidence: [],
            disqualifyingRisk: false,
          },
        ],
      },
    ],
    ...changes,
  };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mang-non-standards-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (file: string, content: unknown) => writeFileSync(join(folder, file), JSON.stringify(content));
const faults = () => {
  try {
    loadStandards(folder);
  } catch (error) {
    if (error instanceof StandardFilesError) return error.faults;
    throw error;
  }
  return [];
};

describe('loading the standards', () => {
  it('the standards of the program are without a fault', () => {
    const entry = standardCatalogue().latest('qd-06-2019');
    expect(entry?.standard.criteria).toHaveLength(13);
    expect(entry?.scorer).toBe(standardCatalogue().get('qd-06-2019', 1)?.scorer);
  });

  it('several standards and several versions live side by side', () => {
    put('tieu-chuan-thu.json', smallStandard());
    put('tieu-chuan-thu.v2.json', smallStandard({ version: 2 }));
    put('tieu-chuan-khac.json', smallStandard({ id: 'tieu-chuan-khac' }));
    const catalogue = loadStandards(folder);
    expect(catalogue.ids).toEqual(['tieu-chuan-khac', 'tieu-chuan-thu']);
    expect(catalogue.latest('tieu-chuan-thu')?.standard.version).toBe(2);
    expect(catalogue.get('tieu-chuan-thu', 1)?.standard.version).toBe(1);
    expect(catalogue.get('tieu-chuan-thu', 3)).toBeNull();
    expect(catalogue.latest('khong-co')).toBeNull();
  });

  it('other data beside the standards are left alone', () => {
    put('tieu-chuan-thu.json', smallStandard());
    put('organisations.json', { title: 'Tổ chức', kinds: [] });
    expect(loadStandards(folder).ids).toEqual(['tieu-chuan-thu']);
  });

  it('a wrong shape is named with its file and path', () => {
    const broken = smallStandard({ version: 0, extra: 1 });
    broken.criteria[0]!.indicators[0]!.measure.kind = 'guess';
    put('tieu-chuan-thu.json', broken);
    const paths = faults().map(({ file, path }) => `${file} ${path}`);
    expect(paths).toEqual([
      'tieu-chuan-thu.json version',
      'tieu-chuan-thu.json criteria.0.indicators.0.measure.kind',
      'tieu-chuan-thu.json ',
    ]);
  });

  it('a wrong rule is named with its path: points that do not add up', () => {
    const broken = smallStandard();
    broken.criteria[0]!.maxPoints = 12;
    put('tieu-chuan-thu.json', broken);
    expect(faults().map(({ path, code }) => [path, code])).toContainEqual([
      'criteria.0.maxPoints',
      'sum_of_points',
    ]);
  });

  it('a file that is no JSON, and one whose name does not fit its content, are faults', () => {
    writeFileSync(join(folder, 'hong.json'), '{');
    put('ten-khac.json', smallStandard());
    expect(faults().map(({ file, code }) => [file, code])).toEqual([
      ['hong.json', 'json'],
      ['ten-khac.json', 'file_name'],
    ]);
  });
});
