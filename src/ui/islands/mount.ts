import { type ComponentType, createElement, render } from 'preact';

/** What an island gets beside its own props. */
export interface Mounted {
  /**
   * What the person had already typed into the fallback's fields, by name, before the script arrived: those alone that no
   * longer hold what the page gave them.
   */
  readonly typed: Readonly<Record<string, string>>;
}

/**
 * Puts an island in the place of each of its fallbacks on the page. The last line of every `*.island.tsx`.
 * Nothing typed meanwhile is lost: it is handed over as `typed`, and the focus returns to the field of the same name.
 */
export function mount<Props extends object>(name: string, Island: ComponentType<Props & Mounted>): void {
  for (const place of document.querySelectorAll<HTMLElement>(`[data-island="${name}"]`)) {
    const props = JSON.parse(place.dataset.props ?? '{}') as Props;
    const typed = valuesTypedIn(place);
    const focused = place.contains(document.activeElement)
      ? document.activeElement?.getAttribute('name')
      : null;
    place.replaceChildren();
    render(createElement(Island, { ...props, typed }), place);
    if (focused) place.querySelector<HTMLElement>(`[name="${CSS.escape(focused)}"]`)?.focus();
  }
}

type NamedField = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function valuesTypedIn(place: HTMLElement): Record<string, string> {
  const fields = place.querySelectorAll<NamedField>('input[name], select[name], textarea[name]');
  return Object.fromEntries([...fields].filter(isTyped).map(({ name, value }) => [name, value]));
}

function isTyped(field: NamedField): boolean {
  if (field instanceof HTMLSelectElement) {
    const given = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
    return field.value !== given?.value;
  }
  if (field.type === 'radio' || field.type === 'checkbox')
    return field instanceof HTMLInputElement && field.checked && !field.defaultChecked;
  return field.value !== field.defaultValue;
}
