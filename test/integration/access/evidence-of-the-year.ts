import { contentRow, markOf } from '../../../src/features/evidence/commands/rows.ts';
import type { EvidenceContent } from '../../../src/features/evidence/schema.ts';
import { pdfFile } from '../../../src/features/plan-file/testing/files.ts';
import { MADE_AT as at, type YearWriter, YEAR_OF_RECORDS as year } from './year-writer.ts';

/** Evidence that the health station keeps, in each state that decides who sees it; and a file that waits. */
export async function addEvidence({ add, keep, mark, person, station }: YearWriter, mainTask: string) {
  const one = async (
    name: string,
    {
      withdrawnAt = null,
      ...over
    }: Partial<Pick<EvidenceContent, 'confidentiality' | 'showsChildren'>> & {
      withdrawnAt?: Date | null;
    } = {},
    redacted: string | null = null,
    pdf?: Uint8Array,
  ) => {
    const file = await keep(`minh-chung-${name}`, pdf);
    const content: EvidenceContent = {
      title: `Minh chứng ${name} ${mark}`,
      documentType: 'Báo cáo',
      number: '41',
      symbol: 'BC-TYT',
      issuedOn: '2026-10-02',
      issuer: null,
      extract: null,
      provesFrom: null,
      provesUntil: null,
      speaksOf: null,
      confidentiality: 'internal',
      expiresOn: null,
      showsChildren: false,
      ...over,
    };
    const id = add('evidence', {
      organisation_id: station,
      ...contentRow(content),
      withdrawn_at: withdrawnAt,
      published_at: null,
      added_by: person,
      added_at: at,
      changed_at: at,
    });
    add('evidence_file', {
      evidence_id: id,
      revision: 1,
      file_id: file,
      redacted_file_id: redacted,
      pages: pdf === undefined ? null : 1,
      reading: 'read',
      scanned_at: null,
      note: null,
      added_by: person,
      added_at: at,
    });
    add('evidence_event', {
      evidence_id: id,
      kind: 'added',
      detail: null,
      person_id: person,
      happened_at: at,
    });
    const use = add('evidence_use', {
      evidence_id: id,
      year,
      criterion: 5,
      indicator: '5.1',
      task_id: null,
      added_by: person,
      added_at: at,
    });
    return { id, use, /** As the form of its description carries it along. */ seen: markOf(content) };
  };
  const internal = await one('nội bộ');
  add('evidence_use', {
    evidence_id: internal.id,
    year,
    criterion: null,
    indicator: null,
    task_id: mainTask,
    added_by: person,
    added_at: at,
  });
  const redacted = await one(
    'đã che',
    { confidentiality: 'public', showsChildren: true },
    await keep('ban-che'),
  );
  const consent = add('evidence_consent', {
    evidence_id: redacted.id,
    revision: 1,
    child_mark: 'trẻ thứ nhất bên trái',
    seven_or_older: false,
    guardian_agreed_on: '2026-05-02',
    child_agreed_on: null,
    paper_file_id: await keep('giay-dong-y'),
    withdrawn_on: null,
    recorded_by: person,
    recorded_at: at,
  });
  const waiting = await keep('cho-ghi');
  const upload = add('upload', {
    name: 'cho-ghi.txt',
    size: 20,
    started_by: person,
    started_at: at,
    file_id: waiting,
    ended_at: at,
  });
  return {
    consent,
    evidence: {
      redacted,
      internal,
      restricted: await one('hạn chế', { confidentiality: 'restricted' }),
      children: await one('trẻ em', { showsChildren: true }),
      list: await one('danh sách', { showsChildren: true }, null, await pdfFile([() => {}])),
      withdrawn: await one('đã rút', { withdrawnAt: at }),
    },
    upload,
  };
}
