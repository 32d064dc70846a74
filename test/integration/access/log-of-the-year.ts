import { searchKey } from '../../../src/domain/text/index.ts';
import { MADE_AT as at, type YearWriter, YEAR_OF_RECORDS as year } from './year-writer.ts';

/** Activities of the health station, petitions to the police, what the fund got and gave. */
export async function addLog({ add, keep, mark, person, station, police }: YearWriter, mainTask: string) {
  const programme = await keep('chuong-trinh');
  const picture = await keep('anh');
  const forum = () =>
    add('activity', {
      year,
      kind: 'forum',
      title: `Diễn đàn ${mark}`,
      held_from: '2026-06-01',
      held_until: null,
      place: `Nhà văn hóa ${mark}`,
      organisation_id: station,
      channel: null,
      children: 40,
      adults: 5,
      summary: `Tóm tắt ${mark}`,
      outcome: null,
      search_key: searchKey(`Diễn đàn ${mark}`),
      recorded_by: person,
      recorded_at: at,
    });
  const activity = forum();
  const lonelyActivity = forum();
  const link = add('activity_link', {
    activity_id: activity,
    task_id: mainTask,
    target_id: null,
    criterion: null,
  });
  const attach = (file: string, shows_children: boolean) =>
    add('activity_file', {
      activity_id: activity,
      file_id: file,
      shows_children,
      added_by: person,
      added_at: at,
    });
  const activityFiles = { plain: attach(programme, false), children: attach(picture, true) };
  add('attendance', { activity_id: activity, name: `Người dự ${mark}`, capacity: null });
  const [petition] = ['Kiến nghị', 'Kiến nghị sau'].map((words) =>
    add('petition', {
      year,
      activity_id: activity,
      text: `${words} ${mark}`,
      asked_by: null,
      addressee: 'Công an phường',
      addressee_id: police,
      sent_on: '2026-06-05',
      due_date: '2026-12-05',
      answer: null,
      answered_on: null,
      reviewed_at: null,
      recorded_by: person,
      recorded_at: at,
    }),
  );
  // Two, so that one can be taken out without the fund having paid what it never had.
  const [contribution] = [1_000_000, 5_000_000].map((amount, index) =>
    add('contribution', {
      year,
      received_on: `2026-03-0${index + 1}`,
      donor: `Nhà hảo tâm ${mark}`,
      donor_kind: 'person',
      amount,
      goods: null,
      to_fund: true,
      purpose: null,
      receipt_number: `PT${index + 1}`,
      recorded_by: person,
      recorded_at: at,
    }),
  );
  const use = add('fund_use', {
    year,
    used_on: '2026-06-01',
    amount: 300_000,
    purpose: `Học bổng ${mark}`,
    children: 3,
    voucher_number: null,
    activity_id: activity,
    recorded_by: person,
    recorded_at: at,
  });
  return {
    activity,
    /** Without a petition or a use of the fund that refers to it. */
    lonelyActivity,
    programme,
    activityFiles,
    link,
    petition: petition!,
    contribution: contribution!,
    use,
  };
}
