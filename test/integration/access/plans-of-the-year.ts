import { contentOfReading, readPlan } from '../../../src/domain/plan/index.ts';
import { frameMark, markOf } from '../../../src/features/plans/commands/edit-content.ts';
import type { Plan, Reading } from '../../../src/features/plans/queries.ts';
import { newId } from '../../../src/platform/database/index.ts';
import { MADE_AT as at, type YearWriter, YEAR_OF_RECORDS as year } from './year-writer.ts';

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

/** A reading, a draft, an issued plan and one of the province. */
export async function addPlans({ add, keep, mark, person }: YearWriter) {
  const source = await keep('ban-goc');
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
  return {
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
  };
}
