import type { StoredCell } from '../../../../domain/collection/index.ts';
import { given } from '../../../../domain/scoring/index.ts';
import { EMPTY_CELL, type VillageFigures, type VillageItem, type VillageSheet } from '../village-figures.ts';

/** What a village's device gets, with one figure to type unless the test says otherwise. */
export const givenFigures = (...sheets: VillageSheet[]): VillageFigures => ({
  place: { id: 'thon', name: 'Thôn Thử' },
  unitName: 'Phường Thử',
  usableUntil: '31/12/2026',
  sheets,
});

export const givenSheet = (over: Partial<VillageSheet> = {}): VillageSheet => ({
  id: 'phieu',
  title: 'Số liệu thử',
  period: '6 tháng đầu năm 2026',
  cutOff: '14/06/2026',
  dueDate: '20/06/2026',
  state: 'open',
  returnedReason: null,
  maySave: true,
  maySubmit: true,
  mayTakeBack: false,
  revision: 0,
  items: [givenItem()],
  ...over,
});

export const givenItem = (over: Partial<VillageItem> = {}): VillageItem => ({
  key: 'children_total',
  label: 'Tổng số trẻ em',
  definition: '',
  source: '',
  unit: 'trẻ em',
  asked: 'count',
  cell: EMPTY_CELL,
  previous: null,
  ...over,
});

export const givenCell = (value: number, revision: number): StoredCell => ({
  figure: given(value),
  comment: null,
  revision,
});
