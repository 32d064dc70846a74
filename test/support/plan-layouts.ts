/**
 * The shapes in which one and the same plan reaches the reader: as text, as markdown, as the text layer of a PDF, and
 * with every tone mark standing apart from its letter. Each is a function from the clean text, without chance.
 */
export const planLayouts = {
  clean: (text: string) => text,
  markdown: asMarkdown,
  pdf: asPdfLines,
  nfd: (text: string) => text.normalize('NFD'),
} as const;

export type PlanLayout = keyof typeof planLayouts;

const DOCUMENT_TYPE = /^(KẾ HOẠCH|QUYẾT ĐỊNH|BÁO CÁO|BIÊN BẢN)$/;
const NUMBERED = /^(?:Phần )?(?:[IVX]+|\d+(?:\.\d+)*|[a-zđ])(?:[.)/]|$)/;
const BULLET = /^-\s*/;
const SIGNATURE = /^(?:TM|KT|TL|TUQ|Q)\.|^(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC)$|^(?:CHÁNH|TRƯỞNG) \p{Lu}/u;

const isBlank = (line: string) => line.trim() === '';
const isHeading = (line: string) => NUMBERED.test(line) && line.length <= 90 && !/[.;,]$/.test(line);

/** Puts `line` in bold. */
const bold = (line: string) => `**${line}**`;

function asMarkdown(text: string): string {
  const lines = text.split('\n');
  const type = lines.findIndex((line) => DOCUMENT_TYPE.test(line));
  const titleEnd = lines.findIndex((line, index) => index > type && isBlank(line));
  let headings = 0;
  return lines
    .flatMap((line, index) => {
      if (isBlank(line)) return [line];
      if (index === type) return [bold(line), ''];
      // One bold run over all lines of the title.
      if (type >= 0 && index > type && index < titleEnd)
        return [`${index === type + 1 ? '**' : ''}${line}${index === titleEnd - 1 ? '**' : ''}`];
      // One list has one kind of bullet, the next list the other.
      if (BULLET.test(line)) return [line.replace(BULLET, headings % 2 === 0 ? '- ' : '* ')];
      if (line.includes('\t')) return markdownRow(line);
      if (isHeading(line)) headings++;
      return [isHeading(line) || SIGNATURE.test(line) || line === 'Nơi nhận:' ? bold(line) : line];
    })
    .join('\n');
}

function markdownRow(line: string): string[] {
  const cells = line.split('\t');
  const row = `| ${cells.join(' | ')} |`;
  return cells[0] === 'STT' ? [row, `|${' --- |'.repeat(cells.length)}`] : [row];
}

const LINE_WIDTH = 80;
const LINES_OF_A_PAGE = 45;
const COLUMN_GAP = ' '.repeat(12);

/** Two columns side by side on the same lines, as text layers give them. */
function besideEachOther(left: readonly string[], right: readonly string[]): string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) =>
    [left[index] ?? '', right[index] ?? ''].filter((cell) => cell !== '').join(COLUMN_GAP),
  );
}

function headLines(head: readonly string[]): string[] {
  const said = head.filter((line) => !isBlank(line));
  const isRight = (line: string) => /^(?:CỘNG H|Độc lập|.*, ngày )/.test(line);
  return besideEachOther(
    said.filter((line) => !isRight(line)),
    said.filter(isRight),
  );
}

/** Recipients on the left, the signature on the right; its first line stands beside "Nơi nhận:". */
function tailLines(tail: readonly string[]): string[] {
  const said = tail.filter((line) => !isBlank(line));
  const recipientsEnd = said.findLastIndex((line) => BULLET.test(line)) + 1;
  const [onBehalf = '', ...signature] = said.slice(recipientsEnd);
  return [
    `${said[0]} ${onBehalf}`,
    ...said.slice(1, recipientsEnd),
    ...signature.map((line) => line.replaceAll('\t', '   ')),
  ];
}

/** Breaks a paragraph between words, and inside a document's number after its hyphen. */
function wrapped(paragraph: string): string[] {
  if (/\t| {4}/.test(paragraph)) return [paragraph.replaceAll('\t', '    ')];
  const pieces = paragraph
    .split(/\s+/)
    .flatMap((word) =>
      /\d\S*\/\S*-/.test(word)
        ? word.split(/(?<=-)/).map((piece, index) => ({ piece, glued: index > 0 }))
        : [{ piece: word, glued: false }],
    );
  const lines: string[] = [];
  let line = '';
  for (const { piece, glued } of pieces) {
    const longer = line === '' || glued ? line + piece : `${line} ${piece}`;
    if (line !== '' && longer.length > LINE_WIDTH) {
      lines.push(line);
      line = piece;
    } else line = longer;
  }
  return [...lines, line];
}

function asPdfLines(text: string): string {
  const lines = text.split('\n');
  const type = Math.max(
    0,
    lines.findIndex((line) => DOCUMENT_TYPE.test(line)),
  );
  const recipients = lines.indexOf('Nơi nhận:');
  const tail = recipients < 0 ? lines.length : recipients;
  const printed = [
    ...headLines(lines.slice(0, type)),
    ...lines
      .slice(type, tail)
      .filter((line) => !isBlank(line))
      .flatMap(wrapped),
    ...(recipients < 0 ? [] : tailLines(lines.slice(tail))),
  ];
  return printed
    .flatMap((line, index) => {
      const place = index % LINES_OF_A_PAGE;
      const number = place === 0 && index > 0 ? [`${index / LINES_OF_A_PAGE + 1} `] : [];
      const indent = number.length > 0 ? ' ' : '';
      const gap = place === LINES_OF_A_PAGE - 1 ? [] : [' '];
      return [...number, `${indent}${line} `, ...gap];
    })
    .join('\n');
}
