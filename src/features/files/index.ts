export { type IncomingFile, keepFile, plainName, recordFile } from './commands.ts';
export { fileAnswer, type UploadForm, uploadForm } from './http.ts';
export { findFile, type StoredFile } from './queries.ts';
