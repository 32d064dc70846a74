import { readPlan } from '../src/domain/plan/index.ts';
import { annotatedPlans } from '../test/support/plan-corpus.ts';
import { planLayouts } from '../test/support/plan-layouts.ts';
import { type Report, timeByTurns } from './support/report.ts';

/** Reading plans: one of everyday length, very long ones, and texts made to keep the reader busy. */
export function run(report: Report): void {
  const longest = everydayLength();
  const first = milliseconds(() => readPlan(longest));
  report({ name: 'first plan of everyday length', value: first, unit: 'ms', aim: { atMost: 60 } });
  const { again } = timeByTurns({ again: () => readPlan(longest) }, { rounds: 21, warmUp: 5 });
  report({ name: 'the same plan again', value: again / 1e6, unit: 'ms' });

  const [half, five] = [planOfLength(500_000), planOfLength(5_000_000)];
  const { halfTime, fiveTime } = timeByTurns(
    { halfTime: () => readPlan(half), fiveTime: () => readPlan(five) },
    { rounds: 5, warmUp: 1 },
  );
  report({ name: 'plan of half a million characters', value: halfTime / 1e6, unit: 'ms' });
  report({ name: 'plan of five million characters', value: fiveTime / 1e6, unit: 'ms' });
  report({
    name: 'five million : half a million',
    value: fiveTime / halfTime,
    unit: '×',
    aim: { atMost: 12 },
  });

  for (const [name, text] of Object.entries(hostileTexts()))
    report({ name, value: milliseconds(() => readPlan(text)), unit: 'ms', aim: { atMost: 2_000 } });
}

function milliseconds(work: () => void): number {
  const begin = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - begin) / 1e6;
}

const EVERYDAY_LENGTH = 27_000;

/** As long as the longest plan that was met, in the lines of a PDF. */
function everydayLength(): string {
  return planLayouts.pdf(planOfLength(EVERYDAY_LENGTH));
}

/** The longest plan of the corpus, its sections again and again between head and tail. */
function planOfLength(characters: number): string {
  const { text } = annotatedPlans().reduce((a, b) => (b.text.length > a.text.length ? b : a));
  const begin = text.indexOf('\nI. ');
  const end = text.indexOf('\nNơi nhận:');
  const sections = text.slice(begin, end);
  const times = Math.max(1, Math.round((characters - text.length) / sections.length) + 1);
  return text.slice(0, begin) + sections.repeat(times) + text.slice(end);
}

/** Texts of five million characters on which careless patterns and joins take for ever. */
function hostileTexts(): Record<string, string> {
  const fill = (piece: string, characters = 5_000_000) => piece.repeat(Math.ceil(characters / piece.length));
  /** The same among the objectives and among the tasks of a plan. */
  const inPlan = (piece: string) => {
    const body = fill(piece, 2_500_000);
    return `KẾ HOẠCH\nThử\n\nI. MỤC TIÊU\n- ${body}\nII. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- ${body}\n`;
  };
  const depths = Array.from({ length: 2_200 }, (_, depth) => depth + 1);
  return {
    'one line': fill('trẻ em được bảo vệ trước ngày 10/5/2026; '),
    'one word': fill('a'),
    'only bullets': fill('- \n'),
    'bullets in one line': fill('- '),
    'numbers deeper and deeper': depths.map((depth) => `${'1.'.repeat(depth)} Mục`).join('\n'),
    'only headings': fill('I. MỤC TIÊU\n1. Công an xã\na) Việc\n'),
    'a million criteria': `KẾ HOẠCH\nThử\n\nI. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- Đánh giá tiêu chí ${Array.from({ length: 1_000_000 }, (_, n) => n % 14).join(', ')}\n`,
    'the word criterion again and again': inPlan('tiêu chí '),
    'criteria again and again': inPlan('đánh giá tiêu chí 1, 2; '),
    'only spaces': fill(' '),
    'spaces between letters': inPlan(`${' '.repeat(1_000)}a`),
    'a line of tabs': inPlan('\t'),
    'only empty lines': fill('\n'),
    'only combining marks': fill('\u0301'),
    'a letter under combining marks': inPlan('\u0301\u0323'),
    'opening brackets': inPlan('('),
    'opening quotation marks': inPlan('“'),
    'digits and slashes': inPlan('1/'),
    'days without end': inPlan('ngày '),
    'dates without end': inPlan('trước ngày 10/5/2026, '),
    'numbers of documents': inPlan('số 06/QĐ-TTg '),
    'a basis without end': `KẾ HOẠCH\nThử\n\nCăn cứ ${fill('Quyết định số 06/QĐ-TTg ngày 03/01/2019; ')}`,
    'percent after percent': inPlan('Phấn đấu 80% '),
    'parts of wholes': inPlan('06/13 xã '),
    stars: inPlan('*'),
    hyphens: fill('-'),
    dots: inPlan('.'),
    'a unit in every sentence': inPlan('Công an xã: '),
    'a unit in every bullet': `KẾ HOẠCH\nThử\n\nI. TỔ CHỨC THỰC HIỆN\n${fill('- Đề nghị Đoàn xã phối hợp.\n')}`,
    tables: fill('| 1 | Tiêu chí 1 | Công an xã |\n'),
    'only recipients': `Nơi nhận:\n${fill('- Công an xã;\n')}`,
    'only capital letters': fill('ỦY BAN NHÂN DÂN '),
    'a title without end': `KẾ HOẠCH\n${fill('Triển khai công tác trẻ em\n')}`,
    'sentences broken over lines': fill('phối hợp với các\n\n'),
  };
}
