import { createHash } from 'node:crypto';
import type { Insertable } from 'kysely';
import { contentOfReading, readPlan } from '../../../src/domain/plan/index.ts';
import { searchKey } from '../../../src/domain/text/index.ts';
import { frameMark, markOf } from '../../../src/features/plans/commands/edit-content.ts';
import type { Plan, Reading } from '../../../src/features/plans/queries.ts';
import {
  newId,
  sqlBuilder,
  type Tables,
  type UnitId,
  withScope,
} from '../../../src/platform/database/index.ts';
import type { FileStore } from '../../../src/platform/file-store/index.ts';
import type { TestDatabase } from '../../support/test-database.ts';
import type { PlaceOfTests } from './world.ts';

type Row<Table extends keyof Tables> = Insertable<Tables[Table]>;

/** A paper with a target and the work of two organisations; the mark stands in every part of it. */
const paper = (mark: string) => `ỦY BAN NHÂN DÂN
PHƯỜNG ${mark.toUpperCase()}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/KH-UBND

${mark}, ngày 05 tháng 02 năm 2026

KẾ HOẠCH
Công tác trẻ em năm 2026 trên địa bàn phường ${mark}

Căn cứ Luật Trẻ em ngày 05/4/2016;

Ủy ban nhân dân phường ${mark} ban hành Kế hoạch như sau:

I. CHỈ TIÊU

- Phấn đấu 92% trẻ em dưới 1 tuổi của ${mark} được tiêm chủng đầy đủ.

II. TỔ CHỨC THỰC HIỆN

1. Trạm Y tế

- Hằng quý kiểm tra bếp ăn của các trường tại ${mark}.

2. Công an phường

- Rà soát các ao, hồ chưa có rào chắn tại ${mark} trước ngày 05/11/2026.

Trên đây là Kế hoạch công tác trẻ em năm 2026 của phường ${mark}./.

Nơi nhận:
- Sở Y tế (b/c);
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Thị Mẫu
`;

/** A line of which the reader made nothing. */
export const UNREAD = { line: 3, text: 'Dòng chưa đọc', why: 'Không thuộc phần nào.' };

const at = new Date('2026-02-05T02:00:00Z');

/** Parents before children, as the rows are inserted. */
const ORDER = [
  'stored_file',
  'legal_document',
  'plan_reading',
  'plan',
  'plan_version',
  'target',
  'target_value',
  'task',
  'task_partner',
  'task_target',
  'task_occurrence',
  'task_event',
  'task_file',
  'difficulty',
  'work_check',
  'reminder',
  'holiday_change',
  'calendar_feed',
  'neighbourhood',
  'activity',
  'activity_link',
  'activity_file',
  'attendance',
  'petition',
  'contribution',
  'fund_use',
  'commitment',
] as const satisfies readonly (keyof Tables)[];
type YearTable = (typeof ORDER)[number];

/** Rows of one unit, gathered and inserted in as few statements as there are tables. */
function gather(unitId: UnitId) {
  const rows = new Map<YearTable, object[]>(ORDER.map((table) => [table, []]));
  return {
    add<Table extends YearTable>(table: Table, row: Omit<Row<Table>, 'unit_id' | 'id'>): string {
      const id = newId<string>();
      rows.get(table)!.push({ unit_id: unitId, id, ...row });
      return id;
    },
    insertInto: (database: TestDatabase['database']) =>
      withScope(database, { kind: 'system', purpose: 'test' }, async (scope) => {
        for (const [table, some] of rows)
          if (some.length > 0) await scope.rows(sqlBuilder.insertInto(table).values(some as never));
      }),
  };
}

/** The secret of the colleague's calendar: known to the test, and to the database as a hash only. */
export const feedSecret = (unitCode: string): string => unitCode.padEnd(43, '_');

/** Everything that the year of a unit can hold, once in every state that a route asks for. */
export async function givenRecordsOfTheYear(
  database: TestDatabase['database'],
  files: FileStore,
  { unit, mark, organisations, colleague }: PlaceOfTests,
) {
  const { add, insertInto } = gather(unit.id);
  const organisation = (kind: string) => organisations.get(kind)!;
  const [station, police, front] = ['health_station', 'police', 'fatherland_front'].map(organisation);
  const person = colleague.personId;
  const year = 2026;

  const keep = async (name: string): Promise<string> => {
    const stored = await files.put(new TextEncoder().encode(`${name} ${mark}`));
    return add('stored_file', {
      ...stored,
      media_type: 'text/plain; charset=utf-8',
      name: `${name}.txt`,
      stored_by: person,
      stored_at: at,
    });
  };
  const source = await keep('ban-goc');
  const programme = await keep('chuong-trinh');
  const picture = await keep('anh');
  const evidence = await keep('minh-chung');
  const signed = await keep('cam-ket');

  const text = paper(mark);
  const draftOf = () => {
    const reading = readPlan(text);
    const content = { ...contentOfReading(reading, newId), year };
    const target = content.sections.find(({ role }) => role === 'objectives')!;
    const printed = { number: '12', issuedOn: '2026-02-05' };
    return {
      reading,
      content,
      section: target.id,
      part: target.parts[0]!.id,
      // As the forms of plan and reading send them along.
      sectionMark: markOf(target),
      frameMarks: {
        plan: frameMark({ kind: 'plan', content } as Plan),
        reading: frameMark({ kind: 'reading', content, ...printed } as Reading),
      },
    };
  };
  const read = draftOf();
  const reading = add('plan_reading', {
    year,
    standing: 'own',
    source: 'txt',
    file_id: source,
    source_text: text,
    reading: { ...read.reading, unread: [UNREAD] },
    content: read.content,
    number: '12',
    issued_on: '2026-02-05',
    read_by: person,
    read_at: at,
  });
  const plan = (state: 'draft' | 'issued', standing: 'own' | 'superior' = 'own') => {
    const { content, section, sectionMark, frameMarks } = draftOf();
    const isIssued = state === 'issued';
    const id = add('plan', {
      year,
      standing,
      origin: 'read',
      state,
      title: content.title,
      content,
      based_on: null,
      number: isIssued ? '12' : null,
      issued_on: isIssued ? '2026-02-05' : null,
      source_file_id: source,
      source_text: text,
      docx_file_id: isIssued ? source : null,
      pdf_file_id: isIssued ? source : null,
      put_to_work_at: null,
      work: null,
      created_by: person,
      created_at: at,
      changed_at: at,
    });
    add('plan_version', {
      plan_id: id,
      revision: 0,
      deed: 'confirmPlan',
      content,
      person_id: person,
      changed_at: at,
    });
    return { id, section, sectionMark, frameMark: frameMarks.plan };
  };

  const target = add('target', {
    year,
    plan_id: null,
    plan_item: null,
    text: `Chỉ tiêu ${mark}`,
    operator: '>=',
    value: 92,
    part_of: null,
    measure_unit: '%',
    baseline: null,
    owner_id: station!,
    measured_by: 'own',
    measure: null,
    closed_reason: null,
    created_by: person,
    created_at: at,
  });
  add('target_value', {
    target_id: target,
    period: '2026-Q1',
    value: 80,
    whole: null,
    note: `Số liệu ${mark}`,
    person_id: person,
    recorded_at: at,
  });

  /** A task of an organisation in which, unless it is the station, nobody else takes part. */
  function task(
    lead: typeof station,
    recurrence: Row<'task'>['recurrence'],
    state: 'open' | 'closed' = 'open',
  ) {
    const words = `Nhiệm vụ ${mark}`;
    const id = add('task', {
      year,
      plan_id: null,
      plan_item: null,
      parent_id: null,
      text: words,
      form: lead === front ? 'request' : 'order',
      lead_id: lead!,
      recurrence,
      due_bound: 'before',
      state,
      closed_reason: state === 'closed' ? `Thôi làm ${mark}` : null,
      search_key: searchKey(words),
      created_by: person,
      created_at: at,
    });
    if (lead === station) add('task_partner', { task_id: id, organisation_id: police! });
    add('task_event', {
      task_id: id,
      occurrence_id: null,
      kind: 'progress',
      text: `Tiến độ ${mark}`,
      person_id: person,
      happened_at: at,
    });
    const occurrence = (
      period: string,
      due: string,
      standing: 'waiting' | 'reported' | 'skipped' = 'waiting',
    ) =>
      add('task_occurrence', {
        task_id: id,
        period,
        due_date: due,
        state: standing,
        reason: standing === 'skipped' ? `Bỏ qua ${mark}` : null,
        reported_at: standing === 'reported' ? at : null,
        state_changed_at: standing === 'waiting' ? null : at,
      });
    const occurrences =
      recurrence === 'on_event'
        ? null
        : {
            skipped: occurrence('2026-Q1', '2026-03-31', 'skipped'),
            reported: occurrence('2026-Q2', '2026-06-30', 'reported'),
            late: occurrence('2026-Q3', '2026-09-30'),
            waiting: occurrence('2026-Q4', '2026-12-31'),
          };
    return { id, occurrences: occurrences! };
  }
  const tasks = {
    station: task(station, 'quarterly'),
    front: task(front, 'quarterly'),
    onEvent: { station: task(station, 'on_event').id, front: task(front, 'on_event').id },
    closed: task(station, 'quarterly', 'closed').id,
  };
  const mainTask = tasks.station.id;
  add('task_target', { task_id: mainTask, target_id: target });
  add('task_file', {
    task_id: mainTask,
    occurrence_id: null,
    file_id: evidence,
    added_by: person,
    added_at: at,
  });
  const difficulty = add('difficulty', {
    task_id: mainTask,
    organisation_id: station!,
    text: `Khó khăn ${mark}`,
    answer: null,
    escalated_to: null,
    raised_by: person,
    raised_at: at,
    settled_by: null,
    settled_at: null,
  });
  add('work_check', {
    year,
    kind: 'inspection',
    organisation_id: station!,
    task_id: mainTask,
    held_on: '2026-05-05',
    finding: `Kết quả kiểm tra ${mark}`,
    outcome: 'satisfied',
    follow_up_by: null,
    person_id: person,
    recorded_at: at,
  });
  add('reminder', {
    person_id: person,
    task_id: mainTask,
    occurrence_id: tasks.station.occurrences.late,
    kind: 'after',
    day: '2026-10-01',
    made_by: null,
    made_at: at,
    read_at: null,
  });

  const dayOff = '2026-08-20';
  add('holiday_change', {
    day: dayOff,
    kind: 'off',
    name: `Ngày hội ${mark}`,
    changed_by: person,
    changed_at: at,
  });
  add('calendar_feed', {
    person_id: person,
    token_hash: createHash('sha256').update(feedSecret(unit.code)).digest(),
    created_at: at,
    revoked_at: null,
  });

  const forum = () =>
    add('activity', {
      year,
      kind: 'forum',
      title: `Diễn đàn ${mark}`,
      held_from: '2026-06-01',
      held_until: null,
      place: `Nhà văn hóa ${mark}`,
      organisation_id: station!,
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
      addressee_id: police!,
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
  const village = add('neighbourhood', {
    type: 'thôn',
    name: `Làng ${mark}`,
    search_key: searchKey(`Làng ${mark}`),
    valid_from: '2025-07-01',
    valid_until: null,
  });
  add('commitment', {
    year,
    neighbourhood_id: village,
    signed_on: '2026-02-10',
    signed_by: `Trưởng thôn ${mark}`,
    criteria: [1, 2],
    file_id: signed,
    recorded_by: person,
    recorded_at: at,
  });
  const document = add('legal_document', {
    document_type: 'Quyết định',
    number: '77/QĐ-UBND',
    issued_on: '2026-01-15',
    issuer: `Ủy ban nhân dân phường ${mark}`,
    title: `Văn bản ${mark}`,
    in_force_from: null,
    in_force_until: null,
    replaced_by: null,
    search_key: searchKey(`77/QĐ-UBND Văn bản ${mark}`),
    added_by: person,
    added_at: at,
  });

  const records = {
    reading: {
      id: reading,
      section: read.section,
      part: read.part,
      sectionMark: read.sectionMark,
      frameMark: read.frameMarks.reading,
    },
    draft: plan('draft'),
    issued: plan('issued'),
    superior: plan('issued', 'superior'),
    tasks,
    taskFile: evidence,
    difficulty,
    target,
    dayOff,
    activity,
    /** Without a petition or a use of the fund that refers to it. */
    lonelyActivity,
    activityFiles,
    link,
    petition: petition!,
    contribution: contribution!,
    use,
    village,
    document,
  };
  await insertInto(database);
  return records;
}

export type RecordsOfTheYear = Awaited<ReturnType<typeof givenRecordsOfTheYear>>;
