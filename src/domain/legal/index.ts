export {
  checkLegalDocuments,
  type LegalDocumentFault,
  type LegalDocumentFaultCode,
  type LegalDocumentsCheck,
} from './check-legal-documents.ts';
export { citationText } from './citation-text.ts';
export { type Citation, findCitations } from './find-citations.ts';
export { type ForceState, forceOn } from './force.ts';
export { ISSUER_PATTERN, issuerKey, sameIssuer } from './issuer.ts';
export {
  type DocumentStanding,
  documentKey,
  type LegalDocuments,
  type LegalRegistry,
  legalRegistry,
  numberKey,
  type RegisteredDocument,
} from './registered-document.ts';
export {
  type CitationWarning,
  type CitationWarningCode,
  type DoubtfulCitation,
  doubtfulCitations,
  warningsOf,
} from './warnings.ts';
export { sentenceOfWarning } from './wording.ts';
