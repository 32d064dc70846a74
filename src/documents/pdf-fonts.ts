import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Font, Glyph } from 'fontkit';
import { FACES, type Face, type Setter } from './pdf-type.ts';

const FONT_FILES: Readonly<Record<Face, string>> = {
  regular: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  italic: '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  boldItalic: '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
};

/** Printed where the font has no glyph for a character; PDF/A forbids text without one. */
const REPLACEMENT = '\u25a1';

export type Fonts = Readonly<Record<Face, Font>>;

/** The four faces of Tinos, read once and shared by all documents. */
export async function openFonts(): Promise<Fonts> {
  const { create } = await import('fontkit');
  const { resolve } = createRequire(import.meta.url);
  const faces = await Promise.all(
    FACES.map(async (face) => [face, quickly(create(await readFile(resolve(FONT_FILES[face]))))] as const),
  );
  return Object.fromEntries(faces) as Record<Face, Font>;
}

/**
 * The font with a layout of one glyph for each character. Vietnamese in NFC needs no more, Word does not kern Times
 * New Roman either, and it takes a tenth of the time of the full OpenType layout.
 */
function quickly(font: Font): Font {
  const known = new Map<number, Glyph>();
  // Several characters may share a glyph, and fontkit's glyph names the one asked for first, in whatever document:
  // a glyph of our own for each keeps the text that is read out of a file, and its bytes, independent of others.
  const glyphForCodePoint = (codePoint: number): Glyph => {
    let glyph = known.get(codePoint);
    if (glyph === undefined) {
      const { id, advanceWidth } = font.glyphForCodePoint(codePoint);
      glyph = { id, advanceWidth, codePoints: [codePoint] };
      known.set(codePoint, glyph);
    }
    return glyph;
  };
  const layout = (text: string) => {
    const glyphs = Array.from(text, (sign) => glyphForCodePoint(sign.codePointAt(0)!));
    // The caller scales the advances in place and reads the width of the run after that.
    const positions = glyphs.map(({ advanceWidth }) => ({
      xAdvance: advanceWidth,
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
    }));
    return {
      glyphs,
      positions,
      get advanceWidth() {
        return positions.reduce((sum, position) => sum + position.xAdvance, 0);
      },
    };
  };
  return Object.create(font, {
    layout: { value: layout },
    glyphForCodePoint: { value: glyphForCodePoint },
  }) as Font;
}

/** Measures in these fonts. */
export function setterOf(fonts: Fonts): Setter {
  const every = FACES.map((face) => fonts[face]);
  const shown = new Map<string, string>();
  const printableSign = (sign: string): string => {
    let as = shown.get(sign);
    if (as === undefined) {
      const known = every.every((font) => font.hasGlyphForCodePoint(sign.codePointAt(0)!));
      as = known ? sign : REPLACEMENT;
      shown.set(sign, as);
    }
    return as;
  };
  return {
    widthOf: (text, face, size) => {
      const font = fonts[face];
      let width = 0;
      for (const sign of text) width += font.glyphForCodePoint(sign.codePointAt(0)!).advanceWidth;
      return (width * size) / font.unitsPerEm;
    },
    printable: (text) => Array.from(text, printableSign).join(''),
  };
}
