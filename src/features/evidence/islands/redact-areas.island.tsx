import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { mount } from '../../../ui/islands/mount.ts';

interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface RedactAreasProps {
  readonly src: string;
  readonly alt: string;
  readonly areas: readonly Area[];
  readonly most: number;
  readonly words: {
    readonly hint: string;
    readonly add: string;
    readonly remove: string;
    readonly area: readonly string[];
  };
}

interface Drag {
  readonly kind: 'draw' | 'move';
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly before: Area;
}

const SMALLEST = 0.01;
const STEP = 0.01;
const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
const percent = (fraction: number): string => String(Math.round(fraction * 100_000) / 1000);

/** Areas marked on the picture by mouse, finger or keys; what is sent are the same boxes as those of the form. */
function RedactAreas({ src, alt, most, words, ...props }: RedactAreasProps): VNode {
  const [areas, setAreas] = useState<readonly Area[]>(props.areas);
  const [chosen, setChosen] = useState<number | null>(null);
  const drag = useRef<Drag | null>(null);
  const drawing = useRef<SVGSVGElement>(null);

  const change = (index: number, area: Area) =>
    setAreas((all) => all.map((one, at) => (at === index ? area : one)));
  const remove = (index: number) => {
    setAreas((all) => all.filter((_, at) => at !== index));
    setChosen(null);
  };
  const add = (area: Area) => {
    if (areas.length >= most) return null;
    setAreas([...areas, area]);
    setChosen(areas.length);
    return areas.length;
  };
  const pointOf = (event: PointerEvent) => {
    const box = drawing.current!.getBoundingClientRect();
    return {
      x: within((event.clientX - box.left) / box.width, 1),
      y: within((event.clientY - box.top) / box.height, 1),
    };
  };
  const begin = (event: PointerEvent, index: number | null) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    const { x, y } = pointOf(event);
    drawing.current!.setPointerCapture(event.pointerId);
    const before = index === null ? { left: x, top: y, width: 0, height: 0 } : areas[index]!;
    const at = index ?? add(before);
    if (at === null) return;
    setChosen(at);
    drag.current = { kind: index === null ? 'draw' : 'move', index: at, x, y, before };
  };
  const goOn = (event: PointerEvent) => {
    const now = drag.current;
    if (now === null) return;
    const { x, y } = pointOf(event);
    const { before } = now;
    change(
      now.index,
      now.kind === 'draw'
        ? {
            left: Math.min(x, now.x),
            top: Math.min(y, now.y),
            width: Math.abs(x - now.x),
            height: Math.abs(y - now.y),
          }
        : {
            ...before,
            left: within(before.left + x - now.x, 1 - before.width),
            top: within(before.top + y - now.y, 1 - before.height),
          },
    );
  };
  const end = () => {
    const now = drag.current;
    drag.current = null;
    const area = now === null ? undefined : areas[now.index];
    // A mere touch marks nothing.
    if (area !== undefined && (area.width < SMALLEST || area.height < SMALLEST)) remove(now!.index);
  };
  const press = (event: KeyboardEvent, index: number) => {
    const area = areas[index]!;
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      return remove(index);
    }
    const [across, down] =
      { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [];
    if (across === undefined || down === undefined) return;
    event.preventDefault();
    const size = (value: number, by: number, most: number) =>
      Math.max(SMALLEST, within(value + by * STEP, most));
    change(
      index,
      event.shiftKey
        ? {
            ...area,
            width: size(area.width, across, 1 - area.left),
            height: size(area.height, down, 1 - area.top),
          }
        : {
            ...area,
            left: within(area.left + across * STEP, 1 - area.width),
            top: within(area.top + down * STEP, 1 - area.height),
          },
    );
  };

  return (
    <div class="redact">
      <p class="hint">{words.hint}</p>
      <div class="redact-picture">
        <img src={src} alt={alt} draggable={false} />
        <svg
          ref={drawing}
          viewBox="0 0 1 1"
          preserveAspectRatio="none"
          onPointerDown={(event) => begin(event, null)}
          onPointerMove={goOn}
          onPointerUp={end}
          onPointerCancel={end}
        >
          <title>{alt}</title>
          {areas.map((area, index) => (
            // biome-ignore lint/a11y/useSemanticElements: a shape on a picture has no element of HTML.
            <rect
              key={index}
              x={area.left}
              y={area.top}
              width={area.width}
              height={area.height}
              class={index === chosen ? 'chosen' : undefined}
              role="button"
              tabIndex={0}
              aria-label={words.area[index]}
              onFocus={() => setChosen(index)}
              onPointerDown={(event) => begin(event, index)}
              onKeyDown={(event) => press(event, index)}
            />
          ))}
        </svg>
      </div>
      <div class="button-row">
        <button
          type="button"
          class="button plain"
          onClick={() => add({ left: 0.4, top: 0.4, width: 0.2, height: 0.2 })}
        >
          {words.add}
        </button>
        {chosen !== null && areas[chosen] !== undefined && (
          <button type="button" class="button quiet" onClick={() => remove(chosen)}>
            {words.remove}
          </button>
        )}
      </div>
      {areas.map((area, index) => (
        <span key={index}>
          <input type="hidden" name={`trai_${index + 1}`} value={percent(area.left)} />
          <input type="hidden" name={`tren_${index + 1}`} value={percent(area.top)} />
          <input type="hidden" name={`rong_${index + 1}`} value={percent(area.width)} />
          <input type="hidden" name={`cao_${index + 1}`} value={percent(area.height)} />
        </span>
      ))}
    </div>
  );
}

mount('redact-areas', RedactAreas);
