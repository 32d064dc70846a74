export { type FolderFault, type FolderVerification, verifyFolder } from './verify-folder.ts';
