import { MADE_AT as at, type YearWriter, YEAR_OF_RECORDS as year } from './year-writer.ts';

/** The items that the rounds ask: one each, so that a sheet is soon complete. */
export const ASKED = { village: 'children_total', organisation: 'children_born' } as const;

/**
 * A round of villages and two of organisations in which the health station has a sheet, open and handed in; a conflict in
 * both kinds; and a closed round in which nothing was entered.
 */
export function addCollection({ add, mark, person, station }: YearWriter, village: string) {
  const round = (level: 'village' | 'organisation', state: 'open' | 'closed', title: string) =>
    add('collection_round', {
      year,
      title: `${title} ${mark}`,
      level,
      period: '2026-H1',
      cut_off: '2026-06-14',
      due_date: '2026-06-20',
      standard_id: 'qd-06-2019',
      standard_version: 1,
      items: [ASKED[level]],
      task_id: null,
      state,
      created_by: person,
      created_at: at,
    });
  const sheet = (round_id: string, place_id: string, state: 'open' | 'submitted') =>
    add('collection_sheet', {
      round_id,
      place_id,
      asked: null,
      state,
      returned_reason: null,
      submitted_at: state === 'submitted' ? at : null,
      decided_at: null,
      decided_by: null,
      changed_at: null,
    });
  const place = (kind: 'village' | 'organisation', name: string) =>
    add('place', {
      kind,
      type: kind === 'village' ? 'thôn' : '',
      name: `${name} ${mark}`,
      search_key: `thon ${name}`,
      organisation_id: kind === 'organisation' ? station : null,
      national_code: null,
      valid_from: '2025-07-01',
      valid_until: null,
    });
  const conflict = (sheet_id: string, item: string) =>
    add('cell_operation', {
      sheet_id,
      item,
      outcome: 'conflict',
      revision: 0,
      figure: JSON.stringify({ state: 'given', value: 7 }),
      comment: `Số liệu ${mark}`,
      decided_at: null,
      sent_by: person,
      received_at: at,
    });
  const other = place('village', 'Xóm Dưới');
  const free = place('village', 'Xóm Ngoài');
  const clinic = place('organisation', 'Trạm Y tế');
  const rounds = {
    village: round('village', 'open', 'Đợt của thôn'),
    station: round('organisation', 'open', 'Đợt của cơ quan'),
    stationIn: round('organisation', 'open', 'Đợt đã nộp của cơ quan'),
    closed: round('village', 'closed', 'Đợt đã đóng'),
  };
  const sheets = {
    village: sheet(rounds.village, village, 'open'),
    villageIn: sheet(rounds.village, other, 'submitted'),
    station: sheet(rounds.station, clinic, 'open'),
    stationIn: sheet(rounds.stationIn, clinic, 'submitted'),
    closed: sheet(rounds.closed, village, 'open'),
  };
  const conflicts = {
    village: conflict(sheets.village, ASKED.village),
    station: conflict(sheets.station, ASKED.organisation),
  };
  /** What a variant of the oracle is about. */
  const about = {
    village: { round: rounds.village, sheet: sheets.village, operation: conflicts.village },
    village_in: { round: rounds.village, sheet: sheets.villageIn, operation: conflicts.village },
    station: { round: rounds.station, sheet: sheets.station, operation: conflicts.station },
    station_in: { round: rounds.stationIn, sheet: sheets.stationIn, operation: conflicts.station },
    closed: { round: rounds.closed, sheet: sheets.closed, operation: conflicts.village },
  };
  return { collection: { about, free } };
}
