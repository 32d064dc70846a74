import { type OrganisationCatalogue, organisationName } from '../domain/organisation/index.ts';
import type { Assessment, Standard } from '../domain/scoring/index.ts';
import type { Language } from '../domain/text/index.ts';
import type { FiguresFile } from '../features/figures-file/index.ts';
import { type AdministrativeUnit, loadTerritory, type Province } from '../features/territory/units/index.ts';
import { CommandFailure } from './command.ts';
import { EXIT } from './exit-code.ts';
import { messages } from './messages.ts';
import { writeOutput } from './output-file.ts';

/** What the official self-assessment is made from. */
export interface Report {
  readonly assessment: Assessment;
  readonly standard: Standard;
  readonly file: FiguresFile;
  readonly language: Language;
}

function ownerNames(
  standard: Standard,
  catalogue: OrganisationCatalogue,
  unit: AdministrativeUnit,
  year: number,
): Record<number, string> {
  return Object.fromEntries(
    standard.criteria.flatMap(({ number, defaultOwner }) => {
      const name = organisationName(catalogue, defaultOwner, unit.type, `${year}-12-31`);
      return name === null ? [] : [[number, name]];
    }),
  );
}

async function placeOf(
  report: Report,
): Promise<{ unit: AdministrativeUnit; province: Province; year: number }> {
  const { file, language } = report;
  const say = messages[language];
  if (file.unit === null || file.year === null) throw new CommandFailure(say.unitMissing, EXIT.badInput);
  const { units, provinces } = await loadTerritory();
  const unit = units.find(({ code }) => code === file.unit);
  const province = provinces.find(({ code }) => code === unit?.provinceCode);
  if (unit === undefined || province === undefined)
    throw new CommandFailure(say.unitUnknown(file.unit), EXIT.badInput);
  return { unit, province, year: file.year };
}

/**
 * The official self-assessment of the unit in the file, with the owners of the criteria that the standard proposes,
 * unnumbered, undated and unsigned.
 * @throws CommandFailure when the file does not name the unit and the year.
 */
async function officialDocument(report: Report) {
  const { unit, province, year } = await placeOf(report);
  const { provinceInSentence, selfAssessmentDocument, usualReportForm } = await import(
    '../documents/index.ts'
  );
  const { organisationCatalogue } = await import('../features/people/index.ts');
  const issuer = {
    unitName: unit.fullName,
    unitType: unit.type,
    provinceName: provinceInSentence(province.fullName),
  };
  const form = usualReportForm(issuer);
  return selfAssessmentDocument({
    standard: report.standard,
    assessment: report.assessment,
    figures: report.file.figures,
    previous: report.file.previous,
    unit: { ...issuer, place: form.place },
    year,
    ownerNames: ownerNames(report.standard, organisationCatalogue(), unit, year),
    signature: { lines: form.signatureLines, name: form.signer },
    addressees: form.addressees,
    recipients: form.recipients,
    fictional: false,
  });
}

/**
 * Writes the official self-assessment as DOCX and PDF, each whole or not at all.
 * @throws CommandFailure when the file does not say whose report it is, or a file cannot be written.
 */
export async function writeSelfAssessment(
  report: Report,
  paths: { readonly docx?: string | undefined; readonly pdf?: string | undefined },
): Promise<void> {
  const { language } = report;
  const document = await officialDocument(report);
  const { renderDocx, renderPdf } = await import('../documents/index.ts');
  if (paths.docx !== undefined) await writeOutput(paths.docx, await renderDocx(document), language);
  if (paths.pdf !== undefined) await writeOutput(paths.pdf, await renderPdf(document), language);
}
