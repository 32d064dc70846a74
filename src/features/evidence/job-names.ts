/** Scans a file for viruses, then has it read. */
export const SCAN_EVIDENCE = 'scan_evidence';
/** Reads the text of a file and counts its pages. */
export const READ_EVIDENCE = 'read_evidence';
/** Removes uploads that nobody went on with, and scans again what waits. */
export const TIDY_UPLOADS = 'tidy_uploads';
