import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOfReading, linesOfParts, planReadingJson, readingLinesUsed, readPlan } from './index.ts';
import { SMALL_PLAN } from './testing/small-plan.ts';

const PIECES = [
  ...SMALL_PLAN.split('\n').filter((line) => line.trim() !== ''),
  '',
  '  ',
  '**',
  '# ',
  '- ',
  '+ ',
  '| a | b |',
  '¹ Chú thích',
  '12',
  '1.1. ',
  'a) ',
  'Điều 1. ',
  'PHẦN I',
  'Nơi nhận: TM. ỦY BAN NHÂN DÂN',
];

/** Lines of a plan in any order, mixed with anything. */
const mixedText = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...PIECES) },
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    ),
    { maxLength: 40 },
  )
  .map((lines) => lines.join('\n'));

/** The plan with some of its lines taken out or said twice. */
const mutatedPlan = fc
  .array(fc.constantFrom(0, 1, 1, 1, 1, 2), { minLength: 80, maxLength: 80 })
  .map((times) =>
    SMALL_PLAN.split('\n')
      .flatMap((line, at) => Array.from({ length: times[at % times.length]! }, () => line))
      .join('\n'),
  );

const textsOf = (text: string) => {
  const reading = readPlan(text);
  return {
    title: reading.title,
    objectives: reading.objectives.map((read) => read.text),
    targets: reading.targets.map(({ operator, value }) => [operator, value]),
    assignments: reading.assignments.map(({ unit, tasks }) => [unit, tasks.map((task) => task.text)]),
    deadlines: reading.deadlines.map(({ date }) => date),
    recipients: reading.recipients.map((read) => read.text),
    signatory: [reading.signatory.capacity, reading.signatory.title, reading.signatory.name],
  };
};

/** Every line that says something is in a part or under unread. */
function lost(text: string): readonly string[] {
  const reading = readPlan(text);
  const known = new Set([...readingLinesUsed(reading), ...reading.unread.map(({ line }) => line)]);
  return text.split(/\r\n?|\n/u).filter((line, at) => /[\p{L}\p{N}]/u.test(line) && !known.has(at + 1));
}

describe('any text', () => {
  it('is read without an error, and no line is lost', () => {
    fc.assert(
      fc.property(fc.oneof(mixedText, mutatedPlan, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
        expect(lost(text)).toEqual([]);
        let id = 0;
        contentOfReading(readPlan(text), () => String(id++));
      }),
    );
  });

  it('gives lines that exist', () => {
    fc.assert(
      fc.property(fc.oneof(mixedText, mutatedPlan), (text) => {
        const count = text.split('\n').length;
        return [...linesOfParts(readPlan(text))].every(
          ({ from, to }) => from >= 1 && from <= to && to <= count,
        );
      }),
    );
  });

  it('reads the same with tone marks apart from their letters', () => {
    fc.assert(
      fc.property(fc.oneof(mixedText, mutatedPlan), (text) => {
        expect(readPlan(text.normalize('NFD'))).toEqual(readPlan(text.normalize('NFC')));
      }),
    );
  });

  it('reads the same with the line ends of Windows', () => {
    fc.assert(
      fc.property(mutatedPlan, (text) => {
        expect(readPlan(text.replaceAll('\n', '\r\n'))).toEqual(readPlan(text));
      }),
    );
  });
});

describe('a plan', () => {
  it('reads the same with a blank line after every line', () => {
    expect(textsOf(SMALL_PLAN.replaceAll('\n', '\n\n'))).toEqual(textsOf(SMALL_PLAN));
  });

  it('reads the same in Markdown', () => {
    const markdown = SMALL_PLAN.replace(/^([IVX]+)\. (.+)$/gmu, '## **$1\\. $2**')
      .replace(/^- /gmu, '* ')
      .replace(/^(KẾ HOẠCH|TM\..+|PHÓ CHỦ TỊCH)$/gmu, '**$1**');
    expect(textsOf(markdown)).toEqual(textsOf(SMALL_PLAN));
  });

  it('is printed as JSON with every part', () => {
    const json = JSON.parse(JSON.stringify(planReadingJson(readPlan(SMALL_PLAN)))) as Record<string, unknown>;
    expect(Object.keys(json)).toEqual(
      expect.arrayContaining([
        'documentType',
        'legalBases',
        'objectives',
        'targets',
        'criteriaOwners',
        'assignments',
        'deadlines',
        'recurringDuties',
        'funding',
        'recipients',
        'signatory',
        'unread',
      ]),
    );
  });
});

describe('a text made to take long', () => {
  const LENGTH = 150_000;
  const long = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length));
  const hostile = [
    'a',
    '1',
    '.',
    ' ',
    '\n',
    '- a\n',
    '1.1.1.1. a\n',
    '100% ',
    '*a ',
    '|',
    '| a |',
    '<b ',
    '# a\n',
    '¹ a\n',
    'Căn cứ Luật số 1/QĐ-TTg, ',
    'tiêu chí 1, ',
    'trước ngày 1/1/2026 ',
    'TM. ỦY BAN\n',
    'Nơi nhận:\n- a\nb\n',
    '(',
    '\u0301\u0316',
    '\u{1F600}',
  ];

  // How long it takes is measured by the bench; a pattern that goes back over the text again and again would not end here.
  it('is read to its end', () => {
    for (const piece of hostile) expect(readPlan(long(piece)), JSON.stringify(piece)).toBeDefined();
  }, 60_000);
});
