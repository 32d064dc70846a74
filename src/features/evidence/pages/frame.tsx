import type { ComponentChildren, VNode } from 'preact';
import type { Crumb } from '../../../ui/components/Breadcrumbs.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { bringPath, evidenceCheckPath, libraryPath, takeOverPath } from '../paths.ts';

export type LibraryPart = 'list' | 'bring' | 'takeOver';

/** A page of the library, with the ways to its other parts and the answer to what was just done. */
export function LibraryFrame(props: {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly part?: LibraryPart;
  /** Whether the person adds to the library, and so sees the ways that lead there. */
  readonly mayAdd: boolean;
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  readonly errors?: readonly FieldError[] | undefined;
  /** A key of the words in `done`. */
  readonly done?: string | undefined;
  readonly children: ComponentChildren;
}): VNode {
  const { frame, unit, title } = props;
  const words = messages[frame.language];
  const done = Object.entries(words.done).find(([key]) => key === props.done)?.[1];
  const links: readonly (readonly [string, string, LibraryPart | null])[] = [
    [libraryPath(unit.code), words.parts.list, 'list'],
    ...(props.mayAdd
      ? ([
          [bringPath(unit.code), words.parts.bring, 'bring'],
          [takeOverPath(unit.code), words.parts.takeOver, 'takeOver'],
        ] as const)
      : []),
    [evidenceCheckPath(unit.code), words.parts.check, null],
  ];
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={title}
      crumbs={
        props.part === 'list'
          ? [{ label: words.library }]
          : [{ label: words.library, href: libraryPath(unit.code) }, ...(props.crumbs ?? [{ label: title }])]
      }
      errors={props.errors}
    >
      <nav class="pages no-print" aria-label={words.parts.label}>
        <ul>
          {links.map(([href, label, part]) => (
            <li key={href}>
              <a href={href} aria-current={part !== null && part === props.part ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {done !== undefined && <Note kind="go" title={done} announced />}
      {props.children}
    </UnitWorkPage>
  );
}
