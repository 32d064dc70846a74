export { ContentLost, type FileStore, openFileStore, type StoredContent } from './file-store.ts';
