import { describe, expect, it } from 'vitest';
import { Gallery } from './gallery.tsx';
import type { Language } from './language.ts';
import { renderPage } from './page.tsx';

const languages: readonly Language[] = ['vi', 'en'];

function attributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map((match) => match[1]!);
}

function tags(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`<${name}[ >][^>]*>?`, 'g'))].map((match) => match[0]);
}

describe.each(languages)('a page with every component, in %s', (language) => {
  const html = renderPage(<Gallery language={language} />);
  const ids = attributes(html, 'id');

  it('is a whole document that says its language', () => {
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}">`));
  });

  it('has one main heading, one main part, and a link that skips to it', () => {
    expect(tags(html, 'h1')).toHaveLength(1);
    expect(tags(html, 'main')).toHaveLength(1);
    expect(html.indexOf('href="#noi-dung"')).toBeLessThan(html.indexOf('<header'));
  });

  it('gives every id once', () => {
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('refers only to ids that are there', () => {
    const referred = ['for', 'aria-describedby', 'aria-labelledby'].flatMap((name) =>
      attributes(html, name).flatMap((value) => value.split(' ')),
    );
    const anchors = attributes(html, 'href')
      .filter((href) => href.startsWith('#'))
      .map((href) => href.slice(1));
    expect([...referred, ...anchors].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('labels every control that a person fills in', () => {
    const labelled = attributes(html, 'for');
    const controls = ['input', 'select', 'textarea'].flatMap((name) => tags(html, name));
    const unlabelled = controls
      .filter((control) => !control.includes('type="hidden"'))
      .filter((control) => !labelled.includes(attributes(control, 'id')[0] ?? ''));
    expect(controls.length).toBeGreaterThan(10);
    expect(unlabelled).toEqual([]);
  });

  it('marks and describes every field at fault', () => {
    const faulty = tags(html, 'input').filter((input) => input.includes('aria-invalid="true"'));
    expect(faulty.length).toBeGreaterThan(0);
    for (const input of faulty) expect(attributes(input, 'aria-describedby')[0]).toContain('-error');
  });

  it('obeys a content security policy without inline styles, scripts or handlers', () => {
    expect(html).not.toMatch(/ style=/);
    expect(html).not.toMatch(/ on[a-z]+="/i);
    expect(html).not.toContain('javascript:');
    for (const script of tags(html, 'script')) expect(script).toContain('src="/assets/');
  });

  it('hides drawings from screen readers and says scores as sentences', () => {
    for (const svg of tags(html, 'svg')) expect(svg).toContain('aria-hidden="true"');
    expect(tags(html, 'div').filter((div) => div.includes('role="img"'))).toSatisfy((bars: string[]) =>
      bars.every((bar) => /aria-label="[^"]{20,}"/.test(bar)),
    );
  });

  it('names every table and the scope of its headings', () => {
    expect(tags(html, 'caption')).toHaveLength(tags(html, 'table').length);
    for (const heading of tags(html, 'th')) expect(heading).toMatch(/scope="(col|row)"/);
  });

  it('lets people sign out and change the language without a script', () => {
    expect(html).toContain('<form method="post" action="/dang-xuat">');
    expect(html).toContain('<form method="post" action="/ngon-ngu">');
    expect(html).toContain('name="tro_ve" value="/bo-thanh-phan?trang=1"');
    expect(html).toContain(`name="ngon_ngu" value="${language === 'vi' ? 'en' : 'vi'}"`);
  });
});
