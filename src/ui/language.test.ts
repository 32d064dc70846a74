import { describe, expect, expectTypeOf, it } from 'vitest';
import { defineMessages, languageOf } from './language.ts';

describe('the language of the screen', () => {
  it('is Vietnamese unless English was chosen', () => {
    expect(languageOf(undefined)).toBe('vi');
    expect(languageOf('en')).toBe('en');
    expect(languageOf('fr')).toBe('vi');
  });
});

describe('the words of a feature', () => {
  it('have the same shape in both languages', () => {
    const messages = defineMessages({
      vi: { heading: 'Tự đánh giá', due: (day: string) => `hạn ${day}` },
      en: { heading: 'Self-assessment', due: (day) => `due ${day}` },
    });
    expect(messages.en.due('05/11')).toBe('due 05/11');
    expectTypeOf(messages.en).toEqualTypeOf(messages.vi);
  });

  it('do not pass the type checker when English lacks a sentence or has one too many', () => {
    // @ts-expect-error English lacks `due`
    defineMessages({ vi: { heading: 'Tự đánh giá', due: 'hạn' }, en: { heading: 'Self-assessment' } });
    // @ts-expect-error Vietnamese, the source, lacks `due`
    defineMessages({ vi: { heading: 'Tự đánh giá' }, en: { heading: 'Self-assessment', due: 'due' } });
  });
});
