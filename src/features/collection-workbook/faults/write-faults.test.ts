import { expect, test } from 'vitest';
import { openFile } from '../reading/open-file.ts';
import { writeFaults } from './write-faults.ts';

test('a table with a hundred thousand empty rows below comes back with its one fault', async () => {
  const bytes = Buffer.from(`Thôn,Trẻ em\r\nThôn 1,không rõ\r\n${',\r\n'.repeat(150_000)}`);
  const fault = {
    fault: 'not_a_number',
    page: '',
    row: 2,
    column: 1,
    place: 'Thôn 1',
    item: 'children_total',
    shown: 'không rõ',
  } as const;
  const written = await writeFaults(bytes, await openFile(bytes), {
    faults: [fault],
    headingRows: new Map([['', 1]]),
    labelOf: () => 'Trẻ em',
  });
  const [heading, row] = Buffer.from(written!).toString('utf8').split('\r\n');
  expect(heading).toContain('Thôn,Trẻ em,Lỗi');
  expect(row).toMatch(/^Thôn 1,không rõ,.+/);
});
