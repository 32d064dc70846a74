import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { paragraph } from './block-model.ts';
import { DocumentPreview } from './document-preview.tsx';
import { documentWith, wardWithDisqualifyingZero } from './testing/builders.ts';
import { plainText } from './text.ts';

const withoutSpaces = (text: string) => text.replace(/\s+/g, '');

it('shows on screen everything that is printed', () => {
  const document = wardWithDisqualifyingZero();
  const html = render(<DocumentPreview document={document} />);
  const shown = withoutSpaces(html.replace(/<[^>]+>/g, ''));
  const printed = plainText(document)
    .split(/\n| \| | \/ /)
    .map((line) => line.replace(/^- /, '').replace(/^\[(.*)\]$/, '$1'));
  for (const line of printed) expect(shown).toContain(withoutSpaces(line));
});

it('needs no style in its elements and escapes what was typed', () => {
  const html = render(<DocumentPreview document={documentWith([paragraph('<script>x</script>')])} />);
  expect(html).not.toContain('style=');
  expect(html).toContain('&lt;script>');
});
