import type { Browser } from 'playwright-core';
import { type TestClock, testClock } from '../../support/test-clock.ts';
import { launchChromium } from './chromium.ts';
import { type Program, startProgram } from './program.ts';
import { type Colleague, newColleague, setUpWard } from './ward.ts';

/** Who works in the ward, by what they do, with the organisation that they do it in. */
const PEOPLE = {
  planner: ['Người Thường Trực', 'thuongtruc', 'Phòng Văn hóa - Xã hội phường'],
  police: ['Người Công An', 'congan', 'Công an phường'],
  health: ['Người Trạm Y Tế', 'tramyte', 'Trạm Y tế phường'],
  youth: ['Người Đoàn Thanh Niên', 'doan', 'Đoàn Thanh niên phường'],
  leader: ['Người Lãnh Đạo', 'lanhdao', 'Lãnh đạo UBND phường'],
  villages: ['Người Tổ Trưởng', 'totruong', 'Các tổ dân phố trên địa bàn phường'],
} as const;
type Post = keyof typeof PEOPLE;

export interface WardAtWork extends Readonly<Record<Post, Colleague>> {
  readonly browser: Browser;
  readonly program: Program;
  /** Lets the days go by to nine o'clock of a day. */
  passTo(day: string): void;
  close(): Promise<void>;
}

/**
 * A ward that has just been set up, with the people of these posts, each at a window of their own.
 * @param day on which the story begins, YYYY-MM-DD
 */
export async function wardAtWork(day: string, posts: readonly Post[]): Promise<WardAtWork> {
  const clock: TestClock = testClock(`${day}T02:00:00.000Z`);
  const [browser, program] = await Promise.all([launchChromium(), startProgram('fresh', clock)]);
  const administrator = await setUpWard(browser, program);
  const people: Partial<Record<Post, Colleague>> = {};
  for (const post of posts) {
    const [name, username, organisation] = PEOPLE[post];
    people[post] = await newColleague(administrator, browser, program, { name, username, organisation });
  }
  return {
    ...(people as Record<Post, Colleague>),
    browser,
    program,
    passTo: (until) =>
      clock.pass({ minutes: (Date.parse(`${until}T02:00:00.000Z`) - clock.now().getTime()) / 60_000 }),
    async close() {
      await browser.close();
      await program.stop();
    },
  };
}
