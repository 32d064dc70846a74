export { ContentLost, type FileStore, hashOfFile, openFileStore, type StoredContent } from './file-store.ts';
