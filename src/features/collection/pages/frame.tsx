import type { ComponentChildren, VNode } from 'preact';
import type { Crumb } from '../../../ui/components/Breadcrumbs.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { roundPath, roundsPath } from '../paths.ts';

/** What every page of the collection gets. */
export interface CollectionFrame {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly year: number;
}

/** A page of the collection of a unit: the way back to the rounds of the year, and to the round where it is about one. */
export function CollectionPage(
  props: CollectionFrame & {
    readonly title: string;
    /** The round that the page lies below. */
    readonly round?: { readonly id: string; readonly title: string } | undefined;
    readonly errors?: readonly FieldError[] | undefined;
    /** What was done. */
    readonly done?: string | undefined;
    /** What should be known of it. */
    readonly warnings?: readonly string[] | undefined;
    readonly children: ComponentChildren;
  },
): VNode {
  const { frame, unit, year, round, warnings = [] } = props;
  const words = messages[frame.language];
  const crumbs: Crumb[] = [
    { label: words.title, href: roundsPath(unit.code, year) },
    ...(round === undefined ? [] : [{ label: round.title, href: roundPath(unit.code, round.id) }]),
    { label: props.title },
  ];
  return (
    <UnitWorkPage frame={frame} unit={unit} title={props.title} crumbs={crumbs} errors={props.errors}>
      {props.done !== undefined && (
        <Note kind="go" announced>
          <p>{props.done}</p>
        </Note>
      )}
      {warnings.length > 0 && (
        <Note kind="wait" announced>
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Note>
      )}
      {props.children}
    </UnitWorkPage>
  );
}
