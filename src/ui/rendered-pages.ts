/**
 * Pages rendered before, by all that they were made of: a page is a function of its inputs alone, so that the same inputs
 * give the same text. Nothing has to be thrown away when something changes, for then the inputs differ.
 */
export class RenderedPages {
  readonly #pages = new Map<string, string>();
  readonly #most: number;

  /** @param most pages kept; those that were not asked for the longest go first. A page takes some 50 kB */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * The text of a page.
   * @param inputs everything that `render` looks at and that is not the same for the life of the program, as plain data:
   * objects, arrays, text, finite numbers, dates; no maps or sets, which JSON would leave out
   */
  of(inputs: readonly unknown[], render: () => string): string {
    const key = JSON.stringify(inputs);
    const text = this.#pages.get(key) ?? render();
    // Set anew, it stands at the end of the order in which a map gives its keys.
    this.#pages.delete(key);
    this.#pages.set(key, text);
    if (this.#pages.size > this.#most) this.#pages.delete(this.#pages.keys().next().value!);
    return text;
  }
}
