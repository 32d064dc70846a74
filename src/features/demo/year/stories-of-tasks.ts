import type { Row } from '../rows.ts';
import { addEvent, type DemoTask } from './tasks.ts';
import type { YearWriter } from './year-writer.ts';

interface DifficultyStory {
  readonly kind: string;
  /** Of one of its tasks; otherwise of the work as a whole. */
  readonly ofTask: boolean;
  readonly text: string;
  readonly daysAgo: number;
  readonly answer?: string;
  readonly escalatedTo?: string;
}

const DIFFICULTIES: readonly DifficultyStory[] = [
  {
    kind: 'health_station',
    ofTask: true,
    text: 'Cân điện tử của trạm đang hỏng, phải mượn của trường mầm non nên chưa cân hết trẻ em.',
    daysAgo: 5,
  },
  {
    kind: 'villages',
    ofTask: false,
    text: 'Một số gia đình đi làm xa, chưa liên hệ được để lập danh sách trẻ em.',
    daysAgo: 9,
  },
  {
    kind: 'police',
    ofTask: true,
    text: 'Thiếu biển cảnh báo để cắm ở các ao mới phát hiện.',
    daysAgo: 40,
    answer: 'Văn phòng đã cấp 10 biển cảnh báo; đề nghị cắm xong trong tháng.',
  },
  {
    kind: 'public_service_centre',
    ofTask: true,
    text: 'Đồ chơi ngoài trời hết hạn bảo hành, phường không có kinh phí thay.',
    daysAgo: 33,
    answer: 'Vượt khả năng của phường, đã đề nghị cấp trên hỗ trợ.',
    escalatedTo: 'Sở Y tế (dữ liệu mẫu)',
  },
];

interface CheckStory {
  readonly kind: string;
  readonly form: Row<'work_check'>['kind'];
  readonly daysAgo: number;
  readonly finding: string;
  readonly outcome: Row<'work_check'>['outcome'];
  readonly followUpInDays?: number;
}

const CHECKS: readonly CheckStory[] = [
  {
    kind: 'police',
    form: 'inspection',
    daysAgo: 12,
    finding: 'Kiểm tra 6 ao, hồ: 4 nơi đã có rào chắn, 2 nơi rào đã hỏng.',
    outcome: 'to_be_mended',
    followUpInDays: 10,
  },
  {
    kind: 'schools',
    form: 'urging',
    daysAgo: 18,
    finding: 'Còn 3 trường chưa gửi bản cam kết trường học an toàn.',
    outcome: 'not_done',
    followUpInDays: 3,
  },
  {
    kind: 'health_station',
    form: 'inspection',
    daysAgo: 61,
    finding: 'Bếp ăn của 4 trường sạch sẽ, có lưu mẫu thức ăn.',
    outcome: 'satisfied',
  },
];

/** What happened around the tasks: progress, difficulties, checks, reminders. */
export function tellStories(writer: YearWriter, tasks: readonly DemoTask[]): void {
  const taskOf = (kind: string) => {
    const led = tasks.filter(({ leadId }) => leadId === writer.organisation(kind));
    return led.find(({ fate }) => fate === 'late') ?? led.find(({ fate }) => fate !== null) ?? led[0]!;
  };
  addProgress(
    writer,
    taskOf('fatherland_front'),
    'fatherland_front',
    'Đã giám sát xong 5 trên 12 khu dân cư.',
  );
  addProgress(writer, taskOf('health_station'), 'health_station', 'Đã cân, đo được hai phần ba số trẻ em.');
  for (const story of DIFFICULTIES) addDifficulty(writer, story, story.ofTask ? taskOf(story.kind) : null);
  for (const story of CHECKS) addCheck(writer, story, taskOf(story.kind));
  for (const task of tasks) addReminders(writer, task);
}

function addProgress(writer: YearWriter, task: DemoTask, kind: string, text: string): void {
  const on = writer.on(writer.ago(8), `${task.id}/progress`);
  addEvent(writer, task.id, { kind: 'progress', on, by: writer.officer(kind), text });
}

function addDifficulty(writer: YearWriter, story: DifficultyStory, task: DemoTask | null): void {
  const { kind, text, answer = null, escalatedTo = null } = story;
  const raised = writer.on(writer.ago(story.daysAgo), `difficulty/${kind}`);
  const settled = answer === null ? null : writer.on(writer.ago(story.daysAgo - 4), `answer/${kind}`);
  writer.add('difficulty', kind, raised, {
    task_id: task?.id ?? null,
    organisation_id: writer.organisation(kind),
    text,
    state: answer === null ? 'open' : escalatedTo === null ? 'answered' : 'escalated',
    answer,
    escalated_to: escalatedTo,
    raised_by: writer.officer(kind),
    raised_at: raised,
    settled_by: settled === null ? null : writer.planner,
    settled_at: settled,
    revision: settled === null ? 0 : 1,
  });
  if (task === null) return;
  addEvent(writer, task.id, { kind: 'difficulty', on: raised, by: writer.officer(kind), text });
  if (settled !== null)
    addEvent(writer, task.id, {
      kind: escalatedTo === null ? 'answered' : 'escalated',
      on: settled,
      by: writer.planner,
      text: answer,
    });
}

function addCheck(writer: YearWriter, story: CheckStory, task: DemoTask): void {
  const { kind, form, finding, outcome, followUpInDays } = story;
  const day = writer.ago(story.daysAgo);
  const at = writer.on(day, `check/${kind}`);
  writer.add('work_check', kind, at, {
    year: Number(day.slice(0, 4)),
    kind: form,
    organisation_id: writer.organisation(kind),
    task_id: task.id,
    held_on: day,
    finding,
    outcome,
    follow_up_by: followUpInDays === undefined ? null : writer.ago(-followUpInDays),
    person_id: writer.planner,
    recorded_at: at,
  });
  addEvent(writer, task.id, { kind: 'checked', on: at, by: writer.planner, text: finding });
}

/** Of what is late the officer was reminded yesterday; of what came back, by hand. */
function addReminders(writer: YearWriter, task: DemoTask): void {
  const kindOf = new Map([...writer.staff.organisations].map(([kind, id]) => [id, kind]));
  const officer = writer.officer(kindOf.get(task.leadId)!);
  for (const { id, state, dueDate } of task.occurrences) {
    const isLate = task.fate === 'late' && state === 'waiting' && dueDate !== null && dueDate < writer.day;
    if (!isLate && state !== 'returned') continue;
    const made = writer.on(writer.yesterday, `${id}/reminder`);
    writer.add('reminder', id, made, {
      person_id: officer,
      task_id: task.id,
      occurrence_id: id,
      kind: isLate ? 'after' : 'by_hand',
      day: writer.yesterday,
      made_by: isLate ? null : writer.planner,
      made_at: made,
      read_at: null,
    });
    if (!isLate)
      addEvent(writer, task.id, { kind: 'reminded', on: made, by: writer.planner, occurrenceId: id });
  }
}
