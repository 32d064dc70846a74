import type { VNode } from 'preact';
import type { Standard } from '../../../domain/scoring/index.ts';
import type { Language } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import type { CollectedFigure } from '../collected.ts';
import { messages } from '../messages.ts';
import type { Cycle } from '../queries.ts';
import { figureToken } from '../schema.ts';
import { figureText, inputLabel } from '../wording.ts';

/** The button by which one asks for what was collected, with the input as its value. */
export const FILL_IN = 'dien_tong_hop';

export interface CollectedNoteProps {
  readonly language: Language;
  readonly cycle: Cycle;
  readonly standard: Standard;
  readonly collected: ReadonlyMap<string, CollectedFigure>;
  readonly input: string;
  readonly mayFillIn?: boolean;
}

/** What the villages come to for a figure, with the way to each of them, and to take it over. */
export function CollectedNote(props: CollectedNoteProps): VNode | null {
  const { language, cycle, input } = props;
  const words = messages[language].page;
  const collected = props.collected.get(input);
  if (collected === undefined) return null;
  const value = figureText(collected.figure, language);
  const stands = figureToken(collected.figure) === figureToken(cycle.figures[input] ?? { state: 'no_data' });
  const canBeTaken = collected.figure.state === 'given' || collected.figure.state === 'not_applicable';
  return (
    <p class="small">
      {words.collected(collected.source[language], value)}{' '}
      {collected.href !== null && <a href={collected.href}>{words.eachPlace}</a>}{' '}
      {props.mayFillIn === true && canBeTaken && !stands && (
        <Button kind="quiet" name={FILL_IN} value={input}>
          {words.fillIn(value)}
          <span class="visually-hidden">: {inputLabel(props.standard, input, language)}</span>
        </Button>
      )}
    </p>
  );
}
