import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  bringPath,
  childrenPath,
  evidencePath,
  filePath,
  libraryPath,
  redactPath,
  takeOverPath,
} from './paths.ts';
import { openTestLibrary, type TestLibrary } from './testing/children.ts';

let library: TestLibrary;
let id: string;

beforeAll(async () => {
  library = await openTestLibrary('90804');
  id = await library.givenPublished();
  await library.givenPicture({ title: 'Ảnh khác' });
});
afterAll(() => library.drop());

test.each([
  ['the library', () => libraryPath(library.ward.code), 6],
  ['a search in it', () => `${libraryPath(library.ward.code)}?tim=sinh+hoat`, 6],
  ['an evidence', () => evidencePath(library.ward.code, id), 7],
  ['its file', () => filePath(library.ward.code, id, 1), 10],
  ['what waits to be described', () => bringPath(library.ward.code), 5],
  ['what can be taken over', () => takeOverPath(library.ward.code), 5],
  ['consents', () => childrenPath(library.ward.code, id), 7],
  ['blacking out', () => redactPath(library.ward.code, id), 7],
])(
  '%s takes few statements, the transaction and the note of who opened it with them',
  async (_name, path, most) => {
    const before = library.context.database.statements.count;
    expect((await library.as(library.station).get(path())).status).toBe(200);
    expect(library.context.database.statements.count - before).toBeLessThanOrEqual(most);
  },
);
