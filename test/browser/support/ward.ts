import type { Browser, Page } from 'playwright-core';
import { openWindow, openWindowOf, signIn } from './chromium.ts';
import type { Program } from './program.ts';

/** The ward that is set up, with the pages of its work below this address. */
export const WARD = '/don-vi/05983';
const OWN_PASSWORD = 'mat khau cua rieng toi';

/** Somebody of the ward at a window of their own. */
export interface Colleague {
  readonly page: Page;
  /** Goes to a page; whoever has been away too long signs in before. */
  open(path: string): Promise<Page>;
}

function colleague(page: Page, username: string): Colleague {
  return {
    page,
    async open(path) {
      await page.goto(path);
      if (new URL(page.url()).pathname === '/dang-nhap') {
        await signIn(page, username, OWN_PASSWORD);
        await page.goto(path);
      }
      return page;
    },
  };
}

/** Sets an empty installation up for the ward, as its first administrator. */
export async function setUpWard(browser: Browser, program: Program): Promise<Colleague> {
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
  return colleague(page, 'quantri');
}

/** Gives somebody an account in an organisation of the ward; they choose a password of their own. */
export async function newColleague(
  { page }: Colleague,
  browser: Browser,
  program: Program,
  account: { readonly name: string; readonly username: string; readonly organisation: string },
): Promise<Colleague> {
  await page.goto('/nguoi-dung/moi');
  await page.fill('#ho_ten', account.name);
  await page.fill('#ten_dang_nhap', account.username);
  await page.selectOption('#to_chuc_1', { label: account.organisation });
  await page.click('main form button');
  const oneTimePassword = await page.locator('main code').innerText();
  const own = await openWindowOf(account.username, browser, program, { password: oneTimePassword });
  await own.fill('#mat_khau_hien_tai', oneTimePassword);
  await own.fill('#mat_khau_moi', OWN_PASSWORD);
  await own.fill('#nhap_lai', OWN_PASSWORD);
  await own.click('main form[action="/doi-mat-khau"] button');
  return colleague(own, account.username);
}
