/**
 * Beside a reading: what has the focus or the pointer marks the lines of the original that it was read from, and brings
 * them into sight where the original scrolls by itself. Without this, the link at each item leads to its lines.
 */
const pane = document.querySelector<HTMLElement>('.source-pane');
let marked: readonly Element[] = [];

function linesOf(target: EventTarget | null): readonly HTMLElement[] {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-lines]') : null;
  const [from, to] = (place?.dataset.lines ?? '').split('-').map(Number);
  const lines: HTMLElement[] = [];
  for (let line = from ?? 1; line <= (to ?? 0); line++) {
    const found = document.getElementById(`dong-${line}`);
    if (found) lines.push(found);
  }
  return lines;
}

function show({ target }: Event): void {
  const lines = linesOf(target);
  if (pane === null || lines.length === 0 || lines[0] === marked[0]) return;
  for (const line of marked) line.classList.remove('marked');
  for (const line of lines) line.classList.add('marked');
  marked = lines;
  // Below one another, as on a phone, the page itself would jump away from what is being read.
  if (pane.scrollHeight <= pane.clientHeight) return;
  pane.scrollTop +=
    lines[0]!.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
}

document.addEventListener('focusin', show);
document.addEventListener('mouseover', show);
