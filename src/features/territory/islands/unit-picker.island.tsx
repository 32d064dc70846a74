import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { mount } from '../../../ui/islands/mount.ts';

export interface UnitPickerProps {
  readonly query: string;
  readonly language: 'vi' | 'en';
  readonly label: string;
  readonly hint: string;
  readonly next: string;
  readonly none: string;
  readonly unavailable: string;
  readonly results: string;
}

/** One unit as `GET /cai-dat/don-vi` answers with it. */
interface FoundUnit {
  readonly code: string;
  readonly name: string;
  readonly province: string;
}

/** Long enough that a person who types fast asks once, not at every key. */
const PAUSE_MS = 150;

/**
 * Search while typing, after the combobox pattern of the ARIA Authoring Practices: the focus stays in the text box,
 * arrows move through the list, Enter takes, Escape closes. Sends the chosen code as `don_vi`, and without a choice
 * what was typed as `q`, which the page without scripts understands as well.
 */
function UnitPicker(props: UnitPickerProps & { typed: Readonly<Record<string, string>> }): VNode {
  const [text, setText] = useState(props.typed.q ?? props.query);
  const [units, setUnits] = useState<readonly FoundUnit[]>([]);
  const [active, setActive] = useState(-1);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<FoundUnit | null>(null);
  const [message, setMessage] = useState('');
  const box = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (chosen !== null || text.trim() === '') {
      setUnits([]);
      setOpen(false);
      setMessage('');
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(`/cai-dat/don-vi?q=${encodeURIComponent(text)}`, { signal: stop.signal });
        if (!answer.ok) throw new Error(String(answer.status));
        const found = (await answer.json()) as readonly FoundUnit[];
        setUnits(found);
        setActive(-1);
        setOpen(found.length > 0);
        setMessage(found.length === 0 ? props.none : `${props.results}: ${found.length}`);
      } catch {
        if (!stop.signal.aborted) setMessage(props.unavailable);
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, chosen]);

  const take = (unit: FoundUnit): void => {
    setChosen(unit);
    setText(`${unit.name}, ${unit.province}`);
    // At once, so that Enter pressed again sends the form.
    setOpen(false);
    setUnits([]);
    box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && open) setOpen(false);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (units.length === 0) return;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(open ? (active + step + units.length) % units.length : step === 1 ? 0 : units.length - 1);
      setOpen(true);
    } else if (event.key === 'Enter' && open && units[active] !== undefined) take(units[active]);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div class="field picker">
        <label for="q">{props.label}</label>
        <p class="hint" id="q-hint">
          {props.hint}
        </p>
        <input
          ref={box}
          id="q"
          name="q"
          class="input"
          type="text"
          role="combobox"
          autocomplete="off"
          aria-autocomplete="list"
          aria-expanded={open ? 'true' : 'false'}
          aria-controls="q-results"
          aria-activedescendant={open && active >= 0 ? `q-result-${active}` : undefined}
          aria-describedby="q-hint"
          value={text}
          onInput={(event) => {
            setChosen(null);
            setText(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
        <div id="q-results" role="listbox" tabIndex={-1} aria-label={props.results} hidden={!open}>
          {units.map((unit, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text box, which keeps the focus.
            // biome-ignore lint/a11y/useFocusableInteractive: the text box keeps the focus.
            <div
              key={unit.code}
              id={`q-result-${place}`}
              role="option"
              aria-selected={place === active ? 'true' : 'false'}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(unit)}
            >
              <b>{unit.name}</b> <span class="muted">{unit.province}</span>
            </div>
          ))}
        </div>
        <p class="small muted" role="status">
          {message}
        </p>
        {chosen !== null && <input type="hidden" name="don_vi" value={chosen.code} />}
      </div>
      <div class="button-row">
        <button class="button" type="submit">
          {props.next}
        </button>
      </div>
    </>
  );
}

mount('unit-picker', UnitPicker);
