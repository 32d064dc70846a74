import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/platform/database/index.ts';
import { type GivenPlace, type GivenRound, givenRound } from '../support/collection.ts';
import type { Ward } from '../support/ward.ts';
import { accessibilityFaults } from './support/axe.ts';
import { type BadLine, openLine } from './support/bad-line.ts';
import { launchChromium, openPhone, openWindow, openWindowOf, type Phone } from './support/chromium.ts';
import { complaintsOf, widthFaults } from './support/page-faults.ts';
import { type Program, startProgram } from './support/program.ts';
import { WARD } from './support/ward.ts';

/** Villages at phones with a bad line, against the program and its database. Nothing is lost, nothing is done twice. */

const ITEMS = ['children_total', 'under1_total', 'children_injured', 'villages_with_play_area'];

let browser: Browser;
let program: Program;
let planner: Page;
let owner: pg.Client;
let villages: GivenPlace[];
let round: GivenRound;

beforeAll(async () => {
  [browser, program] = await Promise.all([launchChromium(), startProgram('sample')]);
  planner = await openWindowOf('thuongtruc.luongvantri', browser, program);
  owner = new pg.Client({ connectionString: program.connectionString });
  await owner.connect();
  await owner.query(`set mang_non.everywhere = 'on'`);
  const { rows } = await owner.query<{
    unit_id: string;
    person: string;
    id: string;
    type: string;
    name: string;
  }>(
    `select u.unit_id, (select id from person where unit_id = u.unit_id limit 1) as person, p.id, p.type, p.name
       from unit u join place p on p.unit_id = u.unit_id and p.kind = 'village' and p.valid_until is null
      where u.code = '05983' order by p.id limit 6`,
  );
  villages = rows;
  const ward = {
    unitId: rows[0]!.unit_id,
    people: { culture_society: { personId: rows[0]!.person } },
  } as unknown as Ward;
  const database = openDatabase(program.connectionString);
  round = await givenRound(database, ward, villages, { items: ITEMS });
  await database.close();
});
afterAll(async () => {
  await owner.end();
  await browser.close();
  await program.stop();
});

/** The planning officer makes a code and reads it off the slip. */
async function codeOf(village: GivenPlace): Promise<string> {
  await planner.goto(`${WARD}/so-lieu/duong-dan`);
  await planner.check(`[name="thon.${village.id}"]`);
  await planner.getByRole('button', { name: 'Cấp mã mới' }).click();
  return planner.locator('.slip .code').innerText();
}

interface VillagePhone {
  readonly line: BadLine;
  readonly page: Page;
  readonly sheet: string;
  open(): Promise<Page>;
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** A phone with the link of a village, closed and put away after its first sight of the sheets. */
async function phoneOf(place: number): Promise<VillagePhone> {
  const line = await openLine(program.url);
  const folder = await mkdtemp(join(tmpdir(), 'mang-non-phone-'));
  let phone: Phone = await openPhone(folder);
  onTestFinished(async () => {
    await phone.kill();
    await line.cut();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const sheet = round.sheets[place]!;
  const { page } = phone;
  await page.goto(`${line.url}/thon#${await codeOf(villages[place]!)}`);
  await page.getByRole('button', { name: 'Vào' }).click();
  await page.locator(`a[href="/thon/phieu/${sheet}"]`).click();
  await figure(page, 'children_total').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  return {
    line,
    get page() {
      return phone.page;
    },
    sheet,
    async open() {
      phone = await openPhone(folder);
      await phone.page.goto(`${line.url}/thon/phieu/${sheet}`);
      return phone.page;
    },
    kill: () => phone.kill(),
    close: () => phone.close(),
  };
}

const figure = (page: Page, item: string) => page.locator(`input[name="so.${item}"]`);
const queue = (page: Page) => page.locator('section.queue [role="status"]');

async function type(page: Page, item: string, text: string): Promise<void> {
  await figure(page, item).fill(text);
  await figure(page, item).blur();
}

const changesOf = async (sheet: string) =>
  (
    await owner.query<{ item: string; value: string }>(
      'select item, to_value as value from collected_figure_change where sheet_id = $1 order by item, revision',
      [sheet],
    )
  ).rows.map(({ item, value }) => `${item} ${value}`);

describe('a village at its phone', { timeout: 180_000 }, () => {
  it('types without a line, also after the browser was killed, and all of it is sent once when the line is back', async () => {
    const phone = await phoneOf(0);
    await phone.close();
    await phone.line.cut();

    let page = await phone.open();
    const complaints = complaintsOf(page);
    await type(page, 'children_total', '41');
    await type(page, 'under1_total', '3');
    await page.check('input[name="so.villages_with_play_area"][value="co"]');
    // In the middle of typing: no change yet, and yet it is not lost.
    await figure(page, 'children_injured').pressSequentially('2');
    await expect.poll(() => queue(page).innerText()).toMatch(/3 số liệu chờ gửi.*Chưa có mạng/s);
    expect(await widthFaults(page)).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints.filter((one) => !one.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
    await expect.poll(() => draftsOf(page)).toBe(1);
    await phone.kill();

    page = await phone.open();
    await expect.poll(() => queue(page).innerText()).toContain('4 số liệu chờ gửi');
    expect(await figure(page, 'children_total').inputValue()).toBe('41');
    expect(await figure(page, 'children_injured').inputValue()).toBe('2');
    await page.getByText('Số liệu trong máy này').click();
    for (const waits of ['Tổng số trẻ em: 41', 'Tổng số trẻ em dưới 1 tuổi: 3'])
      expect(await page.locator('.waiting').innerText()).toContain(waits);
    expect(await changesOf(phone.sheet), 'nothing has arrived').toEqual([]);
    // A legal act is not done without a line.
    await page.getByRole('button', { name: 'Nộp phiếu' }).click();
    await page.getByText('Còn 4 số liệu chưa gửi').waitFor();

    await phone.line.mend();
    // Looked for and pressed in one go: the phone tries by itself as well, and then there is nothing left to press.
    await page.locator('section.queue').evaluate((section) => {
      const send = [...section.querySelectorAll('button')].find((one) => one.innerText === 'Gửi ngay');
      send?.click();
    });
    await expect.poll(() => queue(page).innerText()).toContain('Mọi số liệu đã gửi');
    expect(await changesOf(phone.sheet)).toEqual([
      'children_injured 2',
      'children_total 41',
      'under1_total 3',
      'villages_with_play_area 1',
    ]);
    await page.getByRole('button', { name: 'Nộp phiếu' }).click();
    await page.getByText('Đã nộp phiếu cho xã.').waitFor();
  });

  it('with a line that doubles, delays and loses, and a clock that is years wrong: every change once and in order', async () => {
    const phone = await phoneOf(1);
    phone.line.manner = 'chaos';
    const { page } = phone;
    for (const [year, number] of [
      ['2036', '41'],
      ['2016', '42'],
      ['2027', '43'],
    ] as const) {
      await page.clock.setFixedTime(`${year}-10-21T02:00:00Z`);
      const before = phone.line.sent;
      await type(page, 'children_total', number);
      // Typed on while the answer to the one before is not there.
      await expect.poll(() => phone.line.sent).toBeGreaterThan(before);
    }
    await type(page, 'under1_total', '3');
    await expect.poll(() => queue(page).innerText(), { timeout: 60_000 }).toContain('Mọi số liệu đã gửi');
    expect(phone.line.sent, 'the line did its worst').toBeGreaterThan(8);
    // What was typed over before it was ever sent has never been; all else is there once and in its order.
    const typed = ['children_total 41', 'children_total 42', 'children_total 43', 'under1_total 3'];
    const changes = await changesOf(phone.sheet);
    expect(changes).toEqual(typed.filter((change) => changes.includes(change)));
    expect(changes.slice(-2)).toEqual(['children_total 43', 'under1_total 3']);
  });

  it('learns that the commune changed a figure meanwhile, and a person decides', async () => {
    const phone = await phoneOf(2);
    const { page } = phone;
    await phone.line.cut();
    await type(page, 'children_total', '41');
    await type(page, 'under1_total', '3');
    await expect.poll(() => queue(page).innerText()).toContain('2 số liệu chờ gửi');
    await communeSaves(phone.sheet, { children_total: '43', under1_total: '5' });

    await phone.line.mend();
    await page.getByText('Máy của bà/ông: 41 · Xã đang lưu: 43').waitFor({ timeout: 40_000 });
    await page.getByText('Máy của bà/ông: 3 · Xã đang lưu: 5').waitFor();
    const block = (item: string) => page.locator('section.figure-block', { has: figure(page, item) });
    await block('children_total').getByRole('button', { name: 'Giữ số của tôi' }).click();
    await block('under1_total').getByRole('button', { name: 'Lấy số đã lưu' }).click();
    await expect.poll(() => queue(page).innerText()).toContain('Mọi số liệu đã gửi');
    expect(await changesOf(phone.sheet)).toEqual([
      'children_total 43',
      'children_total 41',
      'under1_total 5',
    ]);
    expect(await figure(page, 'under1_total').inputValue()).toBe('5');
    expect(await undecided(phone.sheet), 'nobody else has to decide it').toEqual([]);
  });

  it('keeps what waits when the link is revoked, and sends it by a new code of the same village alone', async () => {
    const phone = await phoneOf(3);
    const { page } = phone;
    await phone.line.cut();
    await type(page, 'children_total', '41');
    await expect.poll(() => queue(page).innerText()).toContain('1 số liệu chờ gửi');
    await planner.goto(`${WARD}/so-lieu/duong-dan`);
    await planner.check(`[name="thon.${villages[3]!.id}"]`);
    await planner.getByRole('button', { name: 'Thu hồi ngay' }).click();
    await planner.getByText('Đã thu hồi 1 đường dẫn.').waitFor();

    await phone.line.mend();
    await page.getByText('đã hết hạn hoặc bị thu hồi', { exact: false }).first().waitFor({ timeout: 40_000 });
    const enter = async (village: GivenPlace) => {
      await page.goto(`${phone.line.url}/thon#${await codeOf(village)}`);
      await page.getByText('Trong máy còn số liệu chưa gửi').waitFor();
      await page.getByRole('button', { name: 'Vào' }).click();
      await page.getByRole('heading', { level: 1, name: /Phiếu số liệu của/ }).waitFor();
    };
    await enter(villages[2]!);
    await page.getByText('Trong máy còn số liệu chưa gửi').waitFor();
    expect(await changesOf(phone.sheet), 'not by another village').toEqual([]);
    await enter(villages[3]!);
    await expect.poll(() => queue(page).innerText()).toContain('Mọi số liệu đã gửi');
    expect(await changesOf(phone.sheet)).toEqual(['children_total 41']);
  });

  it('goes back to a sheet that was empty when it was opened, and what was saved since stays', async () => {
    const phone = await phoneOf(4);
    const { page } = phone;
    await type(page, 'children_total', '41');
    await page.check('input[name="so.villages_with_play_area"][value="co"]');
    await expect.poll(() => changesOf(phone.sheet)).toHaveLength(2);
    await page.getByRole('link', { name: 'Các phiếu của thôn' }).click();
    await page.getByRole('heading', { level: 1, name: /Phiếu số liệu của/ }).waitFor();
    await page.goBack();
    await expect.poll(() => queue(page).innerText()).toContain('Mọi số liệu đã gửi');
    expect(await figure(page, 'children_total').inputValue()).toBe('41');
    // What else had been sent would have arrived before it.
    await type(page, 'under1_total', '3');
    await expect.poll(() => changesOf(phone.sheet)).toContain('under1_total 3');
    expect(await changesOf(phone.sheet)).toEqual([
      'children_total 41',
      'under1_total 3',
      'villages_with_play_area 1',
    ]);
  });

  it('that sent the form without the script decides a conflict when the script is there', async () => {
    const line = await openLine(program.url);
    onTestFinished(() => line.cut());
    line.manner = 'without_scripts';
    const page = await openWindow(browser, program, { baseURL: line.url, serviceWorkers: 'block' });
    const sheet = round.sheets[5]!;
    await page.goto('/thon');
    await page.fill('#ma', await codeOf(villages[5]!));
    await page.getByRole('button', { name: 'Vào' }).click();
    await page.locator(`a[href="/thon/phieu/${sheet}"]`).click();
    await figure(page, 'children_total').fill('41');
    await figure(page, 'under1_total').fill('3');
    await communeSaves(sheet, { children_total: '43' });
    line.manner = 'good';
    await page.getByRole('button', { name: 'Lưu số liệu' }).click();

    await page.getByRole('button', { name: 'Lấy số đã lưu' }).waitFor();
    await page.getByText('Máy của bà/ông: 41 · Xã đang lưu: 43').waitFor();
    await expect.poll(() => queue(page).innerText()).toMatch(/^1 số liệu cần bà\/ông xem lại.*Lần thử/s);
    expect(await changesOf(sheet)).toEqual(['children_total 43', 'under1_total 3']);
    await page.getByRole('button', { name: 'Lấy số đã lưu' }).click();
    await expect.poll(() => queue(page).innerText()).toContain('Mọi số liệu đã gửi');
    expect(await figure(page, 'children_total').inputValue()).toBe('43');
    await expect.poll(() => undecided(sheet)).toEqual([]);
    expect(await changesOf(sheet)).toEqual(['children_total 43', 'under1_total 3']);
  });
});

async function communeSaves(sheet: string, figures: Readonly<Record<string, string>>): Promise<void> {
  await planner.goto(`${WARD}/so-lieu/${round.id}/phieu/${sheet}`);
  for (const [item, number] of Object.entries(figures))
    await planner.locator(`[name="${item}"]`).fill(number);
  await planner.getByRole('button', { name: 'Lưu', exact: false }).first().click();
  await expect
    .poll(() => changesOf(sheet))
    .toEqual(Object.entries(figures).map(([item, number]) => `${item} ${number}`));
}

/** Conflicts of a sheet that somebody has yet to decide. */
const undecided = async (sheet: string) =>
  (
    await owner.query(
      `select id from cell_operation where sheet_id = $1 and outcome = 'conflict' and decided_at is null`,
      [sheet],
    )
  ).rows;

/** How many figures the phone keeps of which the typing has not ended. */
const draftsOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('mang-non-thon');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('record').objectStore('record').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(Object.keys((reading.result[0] as { drafts: object }).drafts).length);
          };
        };
      }),
  );
