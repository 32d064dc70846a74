import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { paragraph } from '../documents/block-model.ts';
import { renderDocx, renderPdf } from '../documents/index.ts';
import { documentWith } from '../documents/testing/builders.ts';
import { runCommandLine } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'mang-non-plan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const terminal = {
    out: (text: string) => void out.push(text),
    error: (text: string) => void errors.push(text),
    colours: false,
  };
  const code = await runCommandLine(['plan', ...args], terminal);
  return { code, out: out.join('\n'), errors: errors.join('\n') };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const plan = `ỦY BAN NHÂN DÂN
XÃ CHÂU SƠN

Số:      /KH-UBND

Châu Sơn, ngày     tháng 4 năm 2026

KẾ HOẠCH
Triển khai công tác trẻ em năm 2026

I. MỤC TIÊU

- Phấn đấu 90% trẻ em dưới 1 tuổi được đăng ký khai sinh đúng hạn.

II. TỔ CHỨC THỰC HIỆN

1. Công an xã

- Rà soát trẻ em chưa có mã số định danh, báo cáo trước ngày 10/5/2026.

Nơi nhận:

- Sở Y tế;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
`;

describe('mang-non plan read', () => {
  it('prints what stands in a plan, with the lines where it was found', async () => {
    const { code, out, errors } = await run('read', file('ke-hoach.txt', plan));
    expect([code, errors]).toEqual([0, '']);
    expect(out).toContain('Loại văn bản: KẾ HOẠCH');
    expect(out).toContain('Số, ký hiệu: …/KH-UBND');
    expect(out).toContain('Nơi và ngày ban hành: Châu Sơn, …/04/2026');
    expect(out).toMatch(/Chỉ tiêu \(1\)\n {2}- \[≥ 90%\] Phấn đấu 90% trẻ em .*\n?.*\(dòng 13\)/);
    expect(out).toMatch(/Phân công \(1\)\n {2}- Công an xã: 1 nhiệm vụ \(dòng 17–19\)/);
    expect(out).toMatch(/Thời hạn \(1\)\n {2}- 10\/05\/2026 · /);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
  });

  it('prints the full reading as data, and speaks English when asked to', async () => {
    const path = file('ke-hoach-2.txt', plan);
    const reading = JSON.parse((await run('read', path, '--json')).out);
    expect(reading).toMatchObject({ documentType: 'KẾ HOẠCH', symbol: 'KH-UBND', place: 'Châu Sơn' });
    expect((await run('read', path, '--lang', 'en')).out).toContain('Kind of document: KẾ HOẠCH');
    expect((await run('--help', '--lang', 'en')).out).toContain('Usage');
  });

  it('reads Word and PDF like text', async () => {
    const document = documentWith([paragraph('Phấn đấu 90% trẻ em được khai sinh đúng hạn.')]);
    for (const [name, bytes] of [
      ['a.docx', await renderDocx(document)],
      ['a.pdf', await renderPdf(document)],
    ] as const) {
      const { code, out } = await run('read', file(name, bytes), '--json');
      expect([name, code]).toEqual([name, 0]);
      expect(JSON.parse(out)).toMatchObject({
        documentType: 'KẾ HOẠCH',
        date: { year: 2026, month: 4, day: null },
      });
    }
  }, 30_000);

  it.each([
    ['a file that is not there', () => 'khong-co.docx', 'khong-co.docx'],
    ['a folder', () => folder, 'EISDIR'],
    ['a file of another kind', () => file('anh.docx', Uint8Array.of(0, 1, 2)), 'anh.docx'],
    ['a file larger than any plan', () => file('to.txt', new Uint8Array(20_000_001)), '20 MB'],
  ])('%s ends with 2 and a sentence', async (_, path, word) => {
    const { code, out, errors } = await run('read', path());
    expect([code, out]).toEqual([2, '']);
    expect(errors).toContain(word);
  });

  it('with --json a fault comes as data, with a stable code', async () => {
    const { code, out } = await run('read', file('web.txt', '<!doctype html>'), '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out).faults).toMatchObject([{ code: 'web_page' }]);
  });

  it.each([[[]], [['read']], [['write', 'a']], [['read', 'a', 'b']], [['read', 'a', '--docx', 'b']]])(
    'plan %j is no command',
    async (args) => {
      const { code, errors } = await run(...args);
      expect(code).toBe(2);
      expect(errors).toContain('mang-non --help');
    },
  );
});
