import { Document, Packer, Paragraph } from 'docx';

/** A text as a Word file with one paragraph for each line, as an office would send it. */
export function wordFileOf(text: string): Promise<Buffer> {
  const children = text.split('\n').map((line) => new Paragraph(line));
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}
