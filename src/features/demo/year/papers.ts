import { renderDocx, renderPdf } from '../../../documents/index.ts';
import type { FileStore } from '../../../platform/file-store/index.ts';
import { printedPlan } from '../../plans/index.ts';
import { demoId } from '../demo-id.ts';
import type { DemoContent, Row } from '../rows.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const PLAIN_TEXT = 'text/plain; charset=utf-8';

/** What a made-up text file of the sample says. */
export const textOfFile = (name: string): string =>
  `${name}\n\nTệp này là dữ liệu mẫu: nội dung mô phỏng, không phải hồ sơ thật.\n`;

/**
 * Puts the files of the sample into the store and tells the rows where they lie: plans that were issued as DOCX and PDF,
 * the paper of the superior as it was read, and the texts that rows name already.
 */
export async function addPapers(content: DemoContent, files: FileStore): Promise<void> {
  for (const file of content.stored_file) await files.put(new TextEncoder().encode(textOfFile(file.name)));
  for (const plan of content.plan) {
    const keep = (name: string, mediaType: string, bytes: Uint8Array) =>
      keepPaper(content, files, plan, { name, mediaType, bytes });
    const name = `ke-hoach-${plan.year}-${plan.number}`;
    if (plan.source_text)
      plan.source_file_id = await keep(`${name}.txt`, PLAIN_TEXT, new TextEncoder().encode(plan.source_text));
    if (plan.standing !== 'own' || plan.state !== 'issued') continue;
    const document = printedPlan({
      content: plan.content,
      year: plan.year,
      number: plan.number ?? null,
      issuedOn: plan.issued_on ?? null,
      unit: { fictional: true },
    });
    plan.docx_file_id = await keep(`${name}.docx`, DOCX, await renderDocx(document));
    plan.pdf_file_id = await keep(`${name}.pdf`, 'application/pdf', await renderPdf(document));
  }
}

async function keepPaper(
  content: DemoContent,
  files: FileStore,
  plan: Row<'plan'>,
  { name, mediaType, bytes }: { name: string; mediaType: string; bytes: Uint8Array },
): Promise<string> {
  const { sha256, size } = await files.put(bytes);
  const at = new Date(plan.changed_at);
  const id = demoId<string>(at, 'stored_file', plan.id, name);
  content.stored_file.push({
    unit_id: plan.unit_id,
    id,
    sha256,
    size,
    media_type: mediaType,
    name,
    stored_by: plan.created_by,
    stored_at: at,
  });
  return id;
}
