import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/platform/project-folder.ts';

const read = (path: string): string => readFileSync(join(projectFolder, path), 'utf8').normalize('NFC');

/** Paths from the project's folder, with forward slashes. */
function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(join(projectFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(projectFolder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

const pages = [
  ...readdirSync(projectFolder).filter((name) => name.endsWith('.md')),
  ...filesBelow('docs', '.md'),
];

const withoutCode = (text: string): string => text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');

/** The anchor of a heading as the usual viewers of Markdown make it. */
const anchorOf = (heading: string): string =>
  heading
    .toLocaleLowerCase('vi')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsOf = (page: string): string[] =>
  [...withoutCode(read(page)).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!));

const linksOf = (page: string): string[] =>
  [...withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target));

/** Why a link leads nowhere; null when it leads somewhere. */
function deadEnd(page: string, link: string): string | null {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path).split(sep).join('/');
  if (!existsSync(join(projectFolder, target))) return `${page} → ${link}: no such file`;
  if (anchor !== undefined && !anchorsOf(target).includes(anchor))
    return `${page} → ${link}: no such heading`;
  return null;
}

describe('the documentation', () => {
  it('links to files and headings that are there', () => {
    expect(pages).toContain('README.md');
    expect(pages.flatMap((page) => linksOf(page).flatMap((link) => deadEnd(page, link) ?? []))).toEqual([]);
  });

  it('names only commands that package.json has', () => {
    const { scripts, bin } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/\bnpm (?:run ([a-z]+)|(start|test)\b)/g)].map(
        ([, script, short]) => script ?? short!,
      ),
    );
    expect(named).toEqual(expect.arrayContaining(['start', 'test']));
    expect(named.filter((name) => scripts?.[name] === undefined)).toEqual([]);
    const programs = pages.flatMap((page) =>
      [...read(page).matchAll(/\bnpx (mang-\w+)/g)].map(([, name]) => name!),
    );
    expect(new Set(programs)).toEqual(new Set(Object.keys(bin ?? {})));
  });

  it('lists every decision in the index, numbered without a gap', () => {
    const decisions = filesBelow('docs/decisions', '.md').filter((page) => !page.endsWith('README.md'));
    expect(linksOf('docs/decisions/README.md')).toEqual(decisions.map((page) => page.split('/').at(-1)));
    decisions.forEach((page, place) => {
      expect(page).toContain(`/${String(place + 1).padStart(4, '0')}-`);
      expect(read(page)).toMatch(new RegExp(`^# ${place + 1}\\. `));
    });
  });

  it('tells operators of every setting that the program reads', () => {
    const sources = filesBelow('src', '.ts').filter((file) => !file.endsWith('.test.ts'));
    const settings = new Set(
      sources.flatMap((file) =>
        [
          ...read(file).matchAll(/'(MANG_NON_[A-Z_]+|PORT|HOST|DATABASE_URL)'|\benv\.(MANG_NON_[A-Z_]+)/g),
        ].map(([, quoted, property]) => quoted ?? property!),
      ),
    );
    expect(settings.size).toBeGreaterThan(5);
    const operations = read('docs/operations.md');
    expect([...settings].filter((name) => !operations.includes(`| \`${name}\` |`))).toEqual([]);
  });
});

/** Where the words of the screen, of the command line and of the workbook stand. */
const words = [
  ...filesBelow('src', 'messages.ts'),
  'src/domain/organisation/roles.ts',
  'src/domain/scoring/validate-figures.ts',
  'src/features/figures-file/state-words.ts',
  'src/features/figures-file/template/form.ts',
  'src/features/collection-workbook/template/words.ts',
  'src/features/village-entry/islands/words.ts',
  'src/server/serve.ts',
]
  .map(read)
  .join('\n');

describe('the guides', () => {
  const guides = filesBelow('docs/huong-dan', '.md');

  it.each(guides)('%s prints in bold only words that stand on a screen', (guide) => {
    const bold = [...withoutCode(read(guide)).matchAll(/\*\*([^*]+)\*\*/g)].map(([, text]) =>
      text!.replace(/\s+/g, ' ').replace(/[.:,]$/, ''),
    );
    // "…" stands for what differs: a number, a name.
    const onScreen = (text: string) =>
      text
        .split('…')
        .map((part) => part.trim())
        .every((part) => words.includes(part));
    expect(bold.filter((text) => !onScreen(text))).toEqual([]);
  });
});
