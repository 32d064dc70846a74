import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { organisationKindsInForce, organisationName } from '../organisation/index.ts';
import { type BlankPlanInput, blankPlan } from './blank-plan.ts';
import { faultsOfPlan } from './check-plan.ts';
import { citationOfSuperior, offersOfSuperior, planFromSuperior } from './from-superior.ts';
import { assignment, planItem, planPart, planSection, planWith } from './testing/builders.ts';
import { programRegistry } from './testing/registry.ts';

const standardsFile = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../standards/${name}`, import.meta.url), 'utf8'));
const catalogue = standardsFile('organisations.json');
const criteria = standardsFile('qd-06-2019.json').criteria.map(
  ({ number, defaultOwner }: { number: number; defaultOwner: string }) => ({ number, owner: defaultOwner }),
);

function inputOf(year: number, subject: BlankPlanInput['subject']): BlankPlanInput {
  let last = 0;
  const day = `${year}-05-01`;
  return {
    unit: { name: 'Xã Châu Sơn', inSentence: 'xã Châu Sơn', noun: 'xã', place: 'Châu Sơn' },
    year,
    subject,
    organisations: organisationKindsInForce(catalogue, 'commune', day).flatMap(({ code }) => {
      const name = organisationName(catalogue, code, 'commune', day);
      return name === null ? [] : [{ kind: code, name }];
    }),
    criteria,
    registry: programRegistry,
    superiorBody: year < 2025 ? 'UBND huyện Cao Lộc' : 'Sở Y tế tỉnh Lạng Sơn',
    newId: () => `n${++last}`,
  };
}
const allCriteria = criteria.map(({ number }: { number: number }) => number);

describe('a draft from a blank', () => {
  it.each([2024, 2026] as const)('is complete: a plan of %i has no fault', (year) => {
    for (const subject of ['child_friendly', 'children_work'] as const) {
      const plan = blankPlan(inputOf(year, subject));
      expect(
        faultsOfPlan(plan, { registry: programRegistry, criteria: allCriteria, onDate: `${year}-05-01` }),
      ).toEqual([]);
      expect(plan.title).toContain(String(year));
    }
  });

  it('names the organisations of its year: officers and the district in 2024, divisions and no district in 2026', () => {
    const texts = (year: number) => JSON.stringify(blankPlan(inputOf(year, 'child_friendly')));
    expect(texts(2024)).toContain('Công chức Tư pháp - Hộ tịch xã');
    expect(texts(2024)).toContain('UBND huyện Cao Lộc (b/c)');
    expect(texts(2024)).not.toMatch(/Phòng Văn hóa|Sở Y tế/);
    expect(texts(2026)).toContain('Phòng Văn hóa - Xã hội xã');
    expect(texts(2026)).not.toMatch(/huyện|Lao động|Công chức Văn hóa/);
  });

  it('requests the Front and the organisations, and gives a criterion whose owner is missing to the standing body', () => {
    const input = inputOf(2026, 'child_friendly');
    const plan = blankPlan({
      ...input,
      organisations: input.organisations.filter(({ kind }) => kind !== 'police'),
    });
    const assignees = plan.sections.flatMap(({ parts }) => parts.flatMap(({ assignee }) => assignee ?? []));
    expect(
      assignees
        .filter(({ request }) => request)
        .map(({ unitKind }) => unitKind)
        .sort(),
    ).toEqual(['fatherland_front', 'womens_union', 'youth_union']);
    const owned = plan.sections.flatMap(({ parts }) =>
      parts
        .filter(({ assignee }) => assignee?.unitKind === 'culture_society_dept')
        .flatMap(({ items }) => items.flatMap((item) => item.criteria)),
    );
    expect(owned).toEqual([1, 3, 4, 6, 12, 13]);
  });
});

describe('a superior’s plan', () => {
  const superior = {
    content: planWith({
      issuingBody: ['Ủy ban nhân dân', 'Tỉnh Lạng Sơn'],
      title: 'Triển khai thực hiện công tác trẻ em năm 2026 trên địa bàn tỉnh Lạng Sơn',
      sections: [
        planSection('s1', 'objectives', 'Mục tiêu', [
          planPart('p1', [
            planItem('t1', 'Phấn đấu 90% trẻ em được khám sức khỏe.', {
              targets: [
                {
                  text: 'Phấn đấu 90% trẻ em được khám sức khỏe',
                  operator: '>=',
                  value: 90,
                  unit: '%',
                  of: null,
                },
              ],
            }),
            planItem('t2', 'Nâng cao nhận thức.'),
          ]),
        ]),
        planSection('s2', 'assignments', 'Tổ chức thực hiện', [
          assignment('p2', { unit: 'Sở Y tế', unitKind: 'provincial_health_dept', request: false }, [
            planItem('d0', 'Hướng dẫn UBND các xã, phường trước ngày 01/3/2026.', {
              deadlines: [{ date: '2026-03-01', bound: 'before' }],
            }),
          ]),
          assignment('p3', { unit: 'UBND các xã, phường', unitKind: 'commune_committees', request: false }, [
            planItem('d1', 'Xây dựng kế hoạch của địa phương trước ngày 15/5/2026.', {
              deadlines: [{ date: '2026-05-15', bound: 'before' }],
            }),
          ]),
        ]),
        planSection('s3', 'reporting', 'Báo cáo', [
          planPart('p4', [
            planItem('d2', 'UBND các xã, phường báo cáo trước ngày 20/11/2026.', {
              deadlines: [{ date: '2026-11-20', bound: 'before' }],
            }),
          ]),
        ]),
      ],
    }),
    number: '138',
    issuedOn: '2026-04-15',
  };

  it('offers its targets, and the duties and due dates that it gives to communes', () => {
    expect(offersOfSuperior(superior.content).map(({ itemId, reasons }) => [itemId, reasons])).toEqual([
      ['t1', ['target']],
      ['d1', ['deadline', 'duty']],
      ['d2', ['deadline']],
    ]);
  });

  it('is carried out by a draft that rests on it and holds what was taken over', () => {
    const offers = offersOfSuperior(superior.content);
    const { superiors: _, ...input } = { superiors: [], ...inputOf(2026, 'children_work') };
    const plan = planFromSuperior(input, superior, offers);
    expect(citationOfSuperior(superior)).toBe(
      'Kế hoạch số 138/KH-UBND ngày 15/4/2026 của Ủy ban nhân dân tỉnh Lạng Sơn về triển khai thực hiện công tác trẻ em năm 2026 trên địa bàn tỉnh Lạng Sơn',
    );
    expect(plan.legalBases.at(-1)!.text).toBe(`Thực hiện ${citationOfSuperior(superior)}`);
    expect(plan.sections[1]).toMatchObject({
      role: 'objectives',
      parts: [{ items: [{ text: offers[0]!.text }] }],
    });
    const standing = plan.sections.find(({ role }) => role === 'assignments')!.parts[0]!;
    expect(standing.items.slice(-2).map(({ deadlines }) => deadlines[0]!.date)).toEqual([
      '2026-05-15',
      '2026-11-20',
    ]);
    expect(planFromSuperior(input, { ...superior, number: null, issuedOn: null }, []).sections).toHaveLength(
      5,
    );
  });
});
