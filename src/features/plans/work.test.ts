import { describe, expect, it } from 'vitest';
import type { PlanContent, PlanPart, PlanSection, UnitKind } from '../../domain/plan/index.ts';
import type { OrganisationId } from '../../platform/database/index.ts';
import { NO_CHOICES, workOf } from './work.ts';

const organisations = ['culture_society', 'police', 'health_station'].map((kind) => ({
  id: `id-${kind}` as OrganisationId,
  kind,
  name: kind,
}));

const part = (
  id: string,
  unitKind: UnitKind | null,
  texts: readonly string[],
  over: object = {},
): PlanPart => ({
  id,
  heading: id,
  objectiveKind: null,
  assignee: unitKind === null ? null : { unit: id, unitKind, request: unitKind === 'fatherland_front' },
  form: 'bullets',
  items: texts.map((text, place) => ({
    id: `${id}-${place}`,
    text,
    targets: [],
    criteria: [],
    deadlines: [],
    recurrence: null,
    ...over,
  })),
});
const section = (role: PlanSection['role'], ...parts: PlanPart[]): PlanSection => ({
  id: role,
  role,
  heading: role,
  parts,
});
const plan = (...sections: PlanSection[]) => ({ sections }) as unknown as PlanContent;
const assignments = section(
  'assignments',
  part('cong-an', 'police', ['Tuần tra', 'Xử lý'], { criteria: [3] }),
  part('mat-tran', 'fatherland_front', ['Giám sát']),
  part('moi-noi', 'all_units', ['Gửi báo cáo']),
);

describe('the work of a plan', () => {
  it('is one task for each item of the assignments whose unit is clear', () => {
    const work = workOf(plan(assignments), NO_CHOICES, organisations);
    expect(work.tasks.map(({ itemId, leadId, form }) => [itemId, leadId, form])).toEqual([
      ['cong-an-0', 'id-police', 'order'],
      ['cong-an-1', 'id-police', 'order'],
    ]);
    expect([...work.owners]).toEqual([[3, 'id-police']]);
    expect(work.ownerOfItem('cong-an-1')).toBe('id-police');
  });

  it('requests the Front and the unions, also where a person chose them for what the paper orders', () => {
    const front = { id: 'id-front' as OrganisationId, kind: 'fatherland_front', name: 'Mặt trận' };
    const leads = { 'cong-an': front.id };
    const work = workOf(plan(assignments), { ...NO_CHOICES, leads }, [...organisations, front]);
    expect(work.tasks.map(({ leadId, form }) => [leadId, form])).toEqual([
      [front.id, 'request'],
      [front.id, 'request'],
      [front.id, 'request'],
    ]);
  });

  it('asks who leads where the unit has no such organisation, or all are named; then the others take part', () => {
    const { open } = workOf(plan(assignments), NO_CHOICES, organisations);
    expect(open.map(({ id, leadId, together }) => [id, leadId, together])).toEqual([
      ['mat-tran', null, false],
      ['moi-noi', null, true],
    ]);
  });

  it('follows what a person chose, and asks again where the organisation is gone', () => {
    const leads = {
      'mat-tran': 'id-culture_society' as OrganisationId,
      'moi-noi': 'id-khac' as OrganisationId,
    };
    const work = workOf(plan(assignments), { ...NO_CHOICES, leads, together: ['mat-tran'] }, organisations);
    expect(work.tasks.find(({ itemId }) => itemId === 'mat-tran-0')).toMatchObject({
      leadId: 'id-culture_society',
      form: 'request',
      partnerIds: ['id-police', 'id-health_station'],
    });
    expect(work.open.find(({ id }) => id === 'moi-noi')?.leadId).toBeNull();
  });

  it('takes reports by their deadline with the standing body in the lead, and leaves other sentences out', () => {
    const dated = part('bao-cao', null, ['Báo cáo năm trước ngày 10/11/2026'], {
      deadlines: [{ date: '2026-11-10', bound: 'before' }],
    });
    const work = workOf(
      plan(section('reporting', dated, part('khac', null, ['Nghiêm túc thực hiện']))),
      NO_CHOICES,
      organisations,
    );
    expect(work.tasks.map(({ itemId, leadId }) => [itemId, leadId])).toEqual([
      ['bao-cao-0', 'id-culture_society'],
    ]);
  });

  it('makes a task of a general measure only when it is ticked', () => {
    const measures = plan(section('measures', part('chung', null, ['Tuyên truyền', 'Tập huấn'])));
    expect(workOf(measures, NO_CHOICES, organisations).tasks).toEqual([]);
    const work = workOf(measures, { ...NO_CHOICES, taken: ['chung-1'] }, organisations);
    expect(work.tasks).toMatchObject([{ itemId: 'chung-1', leadId: 'id-culture_society' }]);
  });
});
