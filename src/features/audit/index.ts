export { recordAudit } from './commands.ts';
export type { AuditDeed } from './entry.ts';
export { type AuditVerification, type BrokenEntry, verifyAudit } from './verify.ts';
