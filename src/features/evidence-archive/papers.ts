import {
  evidenceIndexDocument,
  type IssuingUnit,
  type ReportForm,
  renderPdf,
} from '../../documents/index.ts';
import type { ArchivePlan } from '../../domain/evidence/index.ts';
import type { StandardCatalogue } from '../standards/index.ts';
import { dateOf, indexOf } from './archive-index.ts';
import { indexWorkbook } from './index-workbook.ts';
import type { ArchiveChoice } from './paths.ts';
import type { OwnPaper } from './stream.ts';
import { INDEX_PAPER, INDEX_WORKBOOK } from './verify/index-columns.ts';

/** The index of an archive, to be read on paper and to be verified by. */
export async function indexPapers(
  plan: ArchivePlan,
  damaged: ReadonlySet<string>,
  standards: StandardCatalogue,
  {
    choice,
    unit,
    form,
    fictional,
  }: {
    readonly choice: ArchiveChoice;
    readonly unit: IssuingUnit;
    readonly form: ReportForm;
    readonly fictional: boolean;
  },
): Promise<readonly OwnPaper[]> {
  const { first, last } = choice;
  const index = indexOf(plan, damaged, standards);
  const time = first === last ? `năm ${last}` : `giai đoạn ${first} - ${last}`;
  const paper = await renderPdf(
    evidenceIndexDocument({
      unit,
      first,
      last,
      signature: { lines: form.signatureLines, name: form.signer },
      files: index.files,
      size: index.files.reduce((sum, { size }) => sum + size, 0),
      absent: index.absent,
      fictional,
    }),
  );
  const workbook = await indexWorkbook(
    index,
    paper,
    `Danh mục minh chứng ${time}, ${unit.unitName}`,
    dateOf(plan.included),
  );
  return [
    { name: INDEX_PAPER, bytes: paper },
    { name: INDEX_WORKBOOK, bytes: workbook },
  ];
}
