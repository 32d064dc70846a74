export type { Block, DocumentDate, OfficialDocument, Run, Signature, Table } from './block-model.ts';
export { renderDocx } from './docx.ts';
export { renderPdf } from './pdf.ts';
export { type PrintedPlan, planDocument } from './plan.ts';
export { type ReportForm, usualReportForm } from './report-form.ts';
export { type SelfAssessmentInput, selfAssessmentDocument } from './self-assessment.ts';
export { plainText } from './text.ts';
export { type IssuingUnit, placeOfUnit, provinceInSentence } from './unit-names.ts';
