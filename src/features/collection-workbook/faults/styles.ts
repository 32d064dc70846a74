/** Pale red, as Excel's own “bad”. */
const FAULT_FILL =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill>';

const SECTION = (name: string) => new RegExp(`<((?:\\w+:)?)${name}\\b[^>]*?>([\\s\\S]*?)</\\1${name}>`);
const XF = /<(?:\w+:)?xf\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?xf>)/g;
const FILL = /<(?:\w+:)?fill\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?fill>)/g;

/** The styles of a workbook, to which red twins of its cell styles are added: all but the colour stays as it is. */
export class FaultStyles {
  readonly #xml: string;
  readonly #styles: readonly string[];
  readonly #fills: number;
  readonly #added: string[] = [];
  readonly #twins = new Map<number, number>();

  constructor(xml: string) {
    this.#xml = xml;
    this.#styles = SECTION('cellXfs').exec(xml)?.[2]?.match(XF) ?? [];
    this.#fills = SECTION('fills').exec(xml)?.[2]?.match(FILL)?.length ?? 0;
  }

  /** The number of the red twin of a style. */
  twinOf(style: number): number {
    const known = this.#twins.get(style);
    if (known !== undefined) return known;
    const number = this.#styles.length + this.#added.length;
    const original = this.#styles[style] ?? this.#styles[0] ?? '<xf numFmtId="0" fontId="0" borderId="0"/>';
    this.#added.push(
      original
        .replace(/\s(?:fillId|applyFill)="[^"]*"/g, '')
        .replace(/^<((?:\w+:)?)xf\b/, `<$1xf fillId="${this.#fills}" applyFill="1"`),
    );
    this.#twins.set(style, number);
    return number;
  }

  /** The part with what was added. */
  xml(): string {
    const withMore = (xml: string, name: string, more: string, count: number) =>
      xml.replace(SECTION(name), (section, prefix: string) => {
        const opened = section.replace(/^(<[^>]*?\scount=")\d+"/, `$1${count}"`);
        const end = `</${prefix}${name}>`;
        return `${opened.slice(0, -end.length)}${prefixed(more, prefix)}${end}`;
      });
    const filled = withMore(this.#xml, 'fills', FAULT_FILL, this.#fills + 1);
    return withMore(filled, 'cellXfs', this.#added.join(''), this.#styles.length + this.#added.length);
  }
}

/** Tags without a prefix get that of the part. */
const prefixed = (xml: string, prefix: string): string =>
  prefix === '' ? xml : xml.replace(/<(\/?)(?!\w+:)/g, `<$1${prefix}`);
