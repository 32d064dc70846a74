import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canReadPdf, textOfDocx, textOfPdf } from '../../src/documents/testing/extract.ts';
import { projectFolder } from '../../src/platform/project-folder.ts';
import { launchChromium, openWindow, openWindowOf, signIn } from './support/chromium.ts';
import { enterFigures, figuresOnPage, type WrittenFigure } from './support/criterion-form.ts';
import { type Program, startProgram } from './support/program.ts';

const CYCLES = '/don-vi/05983/tu-danh-gia';
const criterion = (number: number, year = 2026) => `${CYCLES}/${year}/tieu-chi/${number}`;
const OWN_PASSWORD = 'mat khau cua rieng toi';
const EVERY_CRITERION = Array.from({ length: 13 }, (_, index) => index + 1);
const OF_THE_POLICE = [3, 4];

interface WrittenFile {
  readonly figures: Record<string, WrittenFigure>;
  readonly previous: Record<string, WrittenFigure>;
  readonly survey: Record<
    'children' | 'residents',
    { readonly answered: number; readonly satisfied: number }
  >;
}

let browser: Browser;
let program: Program;
let folder: string;
/** What people have on their desks: the figures of a ward that fulfils the conditions. */
let desk: {
  readonly thisYear: Record<string, WrittenFigure>;
  readonly lastYear: Record<string, WrittenFigure>;
};
/** The windows of the people of the ward, and what their pages showed after saving. */
let administrator: Page;
let planner: Page;
let police: Page;
let leader: Page;
const shown: { thisYear: Record<string, WrittenFigure>; lastYear: Record<string, WrittenFigure> } = {
  thisYear: {},
  lastYear: {},
};

beforeAll(async () => {
  [browser, program] = await Promise.all([launchChromium(), startProgram('fresh')]);
  folder = await mkdtemp(join(tmpdir(), 'mang-non-journey-'));
  const file = JSON.parse(
    await readFile(join(projectFolder, 'test/fixtures/figures/recognisable.json'), 'utf8'),
  ) as WrittenFile;
  const { children, residents } = file.survey;
  desk = {
    thisYear: {
      ...file.figures,
      survey_children_answered: children.answered,
      survey_children_satisfied: children.satisfied,
      survey_residents_answered: residents.answered,
      survey_residents_satisfied: residents.satisfied,
    },
    lastYear: file.previous,
  };
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Makes an account as the administrator, and signs its owner in, who must choose a password of their own. */
async function newColleague(name: string, username: string, organisation: string): Promise<Page> {
  await administrator.goto('/nguoi-dung/moi');
  await administrator.fill('#ho_ten', name);
  await administrator.fill('#ten_dang_nhap', username);
  await administrator.selectOption('#to_chuc_1', { label: organisation });
  await administrator.click('main form button');
  const oneTimePassword = await administrator.locator('main code').innerText();

  const page = await openWindowOf(username, browser, program, { password: oneTimePassword });
  expect(new URL(page.url()).pathname).toBe('/doi-mat-khau');
  await page.goto(CYCLES);
  expect(new URL(page.url()).pathname, 'nothing else before the password is changed').toBe('/doi-mat-khau');
  await page.fill('#mat_khau_hien_tai', oneTimePassword);
  await page.fill('#mat_khau_moi', OWN_PASSWORD);
  await page.fill('#nhap_lai', OWN_PASSWORD);
  await page.click('main form[action="/doi-mat-khau"] button');
  expect(new URL(page.url()).pathname).toBe('/tai-khoan');
  return page;
}

/** The big number of the open page. */
async function pointsOn(page: Page): Promise<number> {
  const text = await page.locator('.big-number').evaluate((number) => number.firstChild?.textContent ?? '');
  return Number(text.replace('.', ''));
}

describe('a ward comes from nothing to its printed self-assessment', () => {
  it('is found by its name without tones, without a script', async () => {
    const page = await openWindow(browser, program, { javaScriptEnabled: false });
    await page.goto('/');
    expect(new URL(page.url()).pathname).toBe('/cai-dat');
    await page.fill('#q', 'luong van tri');
    await page.click('button[name="tim"]');
    await page.check('[name="don_vi"][value="05983"]');
    await page.click('main form button >> nth=0');
    expect(await page.locator('main').innerText()).toContain('Phường Lương Văn Tri, Tỉnh Lạng Sơn');
    await page.context().close();
  });

  it('is found while typing, and set up with its first administrator', async () => {
    const page = await openWindow(browser, program);
    await page.goto('/cai-dat');
    await page.locator('#q[role="combobox"]').pressSequentially('luong van tri');
    await page.getByRole('option', { name: /Phường Lương Văn Tri/ }).click();
    await page.click('main form button >> nth=0');
    await page.check('[name="loai_vung"][value="other"]');
    await page.fill('#can_cu', 'Quyết định phân loại đơn vị hành chính');
    await page.fill('#ho_ten', 'Người Quản Trị');
    await page.fill('#ten_dang_nhap', 'quantri');
    await page.fill('#mat_khau', OWN_PASSWORD);
    await page.fill('#nhap_lai', OWN_PASSWORD);
    await page.click('main form button');
    await signIn(page, 'quantri', OWN_PASSWORD);
    expect(new URL(page.url()).pathname, 'where the work of the year begins').toBe(`${CYCLES}/2026`);
    administrator = page;
  });

  it('gets its people, each by a one-time password that must be changed', async () => {
    planner = await newColleague('Người Thường Trực', 'thuongtruc', 'Phòng Văn hóa - Xã hội phường');
    police = await newColleague('Người Công An', 'congan', 'Công an phường');
    leader = await newColleague('Người Lãnh Đạo', 'lanhdao', 'Lãnh đạo UBND phường');
  });

  it('opens two years and gives the criteria to those who work on them', async () => {
    for (const year of [2025, 2026]) {
      await planner.goto(CYCLES);
      await planner.fill('#nam', String(year));
      await planner.click('#mo-ky button');
      expect(new URL(planner.url()).pathname).toBe(`${CYCLES}/${year}`);
      await planner.goto(`${CYCLES}/${year}/phan-cong`);
      for (const number of EVERY_CRITERION.filter((one) => !OF_THE_POLICE.includes(one)))
        await planner.selectOption(`[name="don_vi.${number}"]`, { label: 'Phòng Văn hóa - Xã hội phường' });
      await planner.click('main form button');
    }
    await police.goto(`${CYCLES}/2026`);
    expect(await police.locator('.tasks tbody tr').count()).toBe(OF_THE_POLICE.length);
  });

  it('enters the year before to compare with', async () => {
    for (const number of [3, 4, 5]) {
      const page = OF_THE_POLICE.includes(number) ? police : planner;
      await page.goto(criterion(number, 2025));
      await enterFigures(page, desk.lastYear);
      Object.assign(shown.lastYear, await figuresOnPage(page));
    }
    expect(shown.lastYear).toEqual(desk.lastYear);
  });

  it('enters the figures of all criteria from empty and sees the score rise', async () => {
    await planner.goto(`${CYCLES}/2026`);
    let points = await pointsOn(planner);
    expect(points).toBe(0);
    for (const number of EVERY_CRITERION) {
      const page = OF_THE_POLICE.includes(number) ? police : planner;
      await page.goto(criterion(number));
      await enterFigures(page, desk.thisYear);
      expect(await page.locator('.error-summary').count(), `criterion ${number}`).toBe(0);
      Object.assign(shown.thisYear, await figuresOnPage(page));
      await planner.goto(`${CYCLES}/2026`);
      const now = await pointsOn(planner);
      expect(now, `after criterion ${number}`).toBeGreaterThan(points);
      points = now;
    }
    expect(shown.thisYear).toEqual(desk.thisYear);
  }, 120_000);

  it('hands in, and the leader returns one criterion and accepts all', async () => {
    for (const number of EVERY_CRITERION) {
      const page = OF_THE_POLICE.includes(number) ? police : planner;
      await page.goto(criterion(number));
      await page.click('#bieu-so-lieu button[formaction]');
      expect(await page.locator('main [role="status"]').first().innerText()).toContain('Đã nộp tiêu chí');
    }
    await leader.goto(criterion(2));
    await leader.click('summary:has-text("Trả lại để bổ sung")');
    await leader.fill('#ly_do', 'Bổ sung sổ đăng ký khai sinh.');
    await leader.click('form[action$="/tra-lai"] button');
    await planner.goto(criterion(2));
    expect(await planner.locator('main').innerText()).toContain('Bổ sung sổ đăng ký khai sinh.');
    await planner.click('#bieu-so-lieu button[formaction]');
    for (const number of EVERY_CRITERION) {
      await leader.goto(criterion(number));
      await leader.click('form[action$="/chap-nhan"] button');
    }
    await leader.goto(`${CYCLES}/2026`);
    expect(await leader.locator('.tasks').getByText('Đã chấp nhận').count()).toBe(13);
    expect(await leader.locator('#diem').innerText()).toContain('Đủ điều kiện đề nghị công nhận');
  }, 120_000);

  it('has its result by the command line as on the page', async () => {
    const answer = await planner.request.get(`${CYCLES}/2026/ket-qua.json`);
    const onPage = (await answer.json()) as Record<string, unknown>;
    const file = join(folder, 'so-lieu.json');
    await writeFile(file, JSON.stringify(fileOf(shown)));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(projectFolder, 'dist/server/cli.js'), 'assess', file, '--json'],
      { cwd: folder },
    );
    expect(onPage.verdict).toBe('recognisable');
    await leader.goto(`${CYCLES}/2026`);
    expect(await pointsOn(leader)).toBe(onPage.total);
    // The page's answer also holds the figures that it rests on.
    expect(onPage).toMatchObject(JSON.parse(stdout) as object);
  });

  it.skipIf(!canReadPdf)('prints its self-assessment with the total in it', async () => {
    const total = String(
      ((await (await planner.request.get(`${CYCLES}/2026/ket-qua.json`)).json()) as { total: number }).total,
    );
    await planner.goto(`${CYCLES}/2026`);
    await planner.click('main a[href$="/bao-cao"]');
    expect(await planner.locator('main').innerText()).toContain(total);
    const docx = await download(planner, 'docx');
    const pdf = await download(planner, 'pdf');
    expect(textOfDocx(docx).join('\n')).toContain(total);
    expect(textOfPdf(pdf).join('\n')).toContain(total);
  });
});

/** The report as a file, from the open page of the report. */
async function download(page: Page, ending: 'docx' | 'pdf'): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.click(`main a[href$="/bao-cao.${ending}"]`),
  ]);
  expect(file.suggestedFilename()).toBe(`tu-danh-gia-05983-2026.${ending}`);
  return readFile(await file.path());
}

/** The file of figures that says what the pages showed. */
function fileOf({ thisYear, lastYear }: typeof shown): object {
  const ofSurvey = (name: string) => name.startsWith('survey_');
  const pick = (record: object, wanted: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => wanted(name)));
  const respondents = (who: string) => ({
    answered: thisYear[`survey_${who}_answered`],
    satisfied: thisYear[`survey_${who}_satisfied`],
  });
  return {
    standard: 'qd-06-2019',
    unit: '05983',
    year: 2026,
    class: 'other',
    figures: pick(thisYear, (name) => !ofSurvey(name)),
    previous: lastYear,
    survey: { children: respondents('children'), residents: respondents('residents') },
  };
}
