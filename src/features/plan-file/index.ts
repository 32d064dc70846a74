export { type PlanFileFault, planFileFault } from './fault.ts';
export type { PlanFileFaultCode } from './messages.ts';
export { LARGEST_PLAN_FILE, type TextOfDocument, textOfDocument } from './text-of-document.ts';
