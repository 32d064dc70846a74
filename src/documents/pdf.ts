import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { OfficialDocument } from './block-model.ts';
import { coverageOf } from './font-coverage.ts';
import { archivalPdf } from './pdf-archive.ts';
import { PDF_TEMPLATE } from './pdf-template.ts';
import { pdfView } from './pdf-view.ts';

const FONT_FILES = [
  '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
];

/** Shown where the font has no glyph for a character. */
const REPLACEMENT = '\u25a1';

interface PdfPress {
  print(view: string): Uint8Array;
  readonly glyphs: (text: string) => string;
}

let press: Promise<PdfPress> | undefined;

/**
 * The document as PDF/A-2a: tagged, in Vietnamese, with Tinos embedded (the same widths as Times New Roman). The same
 * document always gives the same bytes. Characters that Tinos lacks are printed as □.
 */
export async function renderPdf(document: OfficialDocument): Promise<Uint8Array> {
  press ??= openPress();
  const { print, glyphs } = await press;
  return archivalPdf(print(JSON.stringify(pdfView(document, glyphs))));
}

/** Typst as WebAssembly: one build for every platform, started once, on the first document. */
async function openPress(): Promise<PdfPress> {
  const resolve = createRequire(import.meta.url).resolve;
  const [typst, wasm, ...fonts] = await Promise.all([
    import('@myriaddreamin/typst-ts-web-compiler'),
    readFile(resolve('@myriaddreamin/typst-ts-web-compiler/wasm')),
    ...FONT_FILES.map((name) => readFile(resolve(name))),
  ]);
  await typst.default({ module_or_path: wasm });
  const builder = new typst.TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(font);
  const compiler = await builder.build();
  compiler.add_source('/document.typ', PDF_TEMPLATE);

  const covered = fonts.map(coverageOf).reduce((all, next) => new Set([...all].filter((code) => next.has(code))));
  return {
    print: (view) => {
      const { result, diagnostics } = compiler.compile('/document.typ', [['view', view]], 'pdf', 3);
      if (result === undefined) throw new Error(`PDF: ${JSON.stringify(diagnostics)}`);
      compiler.reset();
      return result;
    },
    glyphs: (text) => Array.from(text, (sign) => (covered.has(sign.codePointAt(0)!) ? sign : REPLACEMENT)).join(''),
  };
}
