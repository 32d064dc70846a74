import type { VNode } from 'preact';
import type { PlaceActor } from '../../../platform/database/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { words } from '../islands/words.ts';
import { VILLAGE, villageSheetsPath } from '../paths.ts';
import { type VillageFrame, VillagePage } from './village-page.tsx';

export interface EntryPageProps {
  readonly frame: VillageFrame;
  /** The village that this device is known as. */
  readonly place: PlaceActor | null;
  readonly code: string;
  readonly hasEnded: boolean;
  readonly refusal?: { readonly lockedForMinutes: number | null } | undefined;
}

/** Where a village types its one-time code. The code is taken by sending the form alone: looking at a link spends nothing. */
export function EntryPage({ frame, place, code, hasEnded, refusal }: EntryPageProps): VNode {
  const said = words[frame.language].entry;
  const error =
    refusal === undefined
      ? undefined
      : refusal.lockedForMinutes === null
        ? said.refused
        : said.locked(String(refusal.lockedForMinutes));
  const form = (
    <div class="narrow">
      {hasEnded && (
        <Note kind="stop" title={said.ended}>
          <p>{said.endedHint}</p>
        </Note>
      )}
      {place !== null && (
        <Note kind="go" title={said.here(place.placeName)}>
          <p>
            <a href={villageSheetsPath}>{said.toSheets}</a>
          </p>
        </Note>
      )}
      <Card>
        <h1>{said.title}</h1>
        <p>{said.intro}</p>
        <form method="post" action={VILLAGE}>
          <Field
            id="ma"
            label={said.code}
            hint={said.codeHint}
            value={code}
            autocomplete="one-time-code"
            error={error}
          />
          <ButtonRow>
            <Button>{said.enter}</Button>
          </ButtonRow>
        </form>
      </Card>
    </div>
  );
  return (
    <VillagePage
      frame={frame}
      title={said.title}
      figures={null}
      errors={error === undefined ? undefined : [{ field: 'ma', message: error }]}
      outside={form}
    >
      {null}
    </VillagePage>
  );
}
