import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { paragraph } from './block-model.ts';
import { DocumentPreview } from './document-preview.tsx';
import { documentWith, wardWithDisqualifyingZero } from './testing/builders.ts';
import { plainText } from './text.ts';

const words = (text: string) => text.replace(/\s+/g, ' ');

it('shows on screen everything that is printed', () => {
  const document = wardWithDisqualifyingZero();
  const html = render(<DocumentPreview document={document} />);
  const shown = words(
    html
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );
  const printed = plainText(document)
    .split(/\n| \| | \/ /)
    .map((line) => line.replace(/^- /, '').replace(/^\[(.*)\]$/, '$1'))
    .filter((line) => line !== '');
  for (const line of printed) {
    for (const part of line.split(/(?<=: )|(?<=khoảng )/)) expect(shown).toContain(words(part).trim());
  }
});

it('needs no style in its elements and escapes what was typed', () => {
  const html = render(<DocumentPreview document={documentWith([paragraph('<script>x</script>')])} />);
  expect(html).not.toContain('style=');
  expect(html).toContain('&lt;script>');
});
