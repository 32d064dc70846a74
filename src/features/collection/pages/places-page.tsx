import type { VNode } from 'preact';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Checkbox } from '../../../ui/components/Checkbox.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { placeName } from '../../places/index.ts';
import { messages } from '../messages.ts';
import { placesOfRoundPath } from '../paths.ts';
import { PLACES_OF_A_PAGE, type PlaceToChoose } from '../queries/places-of-round.ts';
import type { Round } from '../queries/round.ts';
import { type CollectionFrame, CollectionPage } from './frame.tsx';

export interface PlacesPageProps extends CollectionFrame {
  readonly round: Round;
  readonly places: readonly PlaceToChoose[];
  readonly total: number;
  readonly current: number;
  readonly search: string;
  /** The places ticked, where the form was sent and not taken. */
  readonly ticked?: ReadonlySet<string> | undefined;
  /** Ids of places that would go although there are figures. */
  readonly filled?: readonly string[];
  /** Places to be added are not in force at the cut-off. */
  readonly notInForce?: boolean;
  readonly done?: string | undefined;
}

/** Which places a round asks: a page of the list at a time, and what is not shown is not touched. */
export function PlacesPage(props: PlacesPageProps): VNode {
  const { frame, unit, round, places, current, search, ticked, filled = [] } = props;
  const { language } = frame;
  const words = messages[language].places;
  const title = words.title(round.title);
  const refusal = words.refused(
    places
      .filter(({ id }) => filled.includes(id))
      .map(placeName)
      .join('; '),
  );
  const path = placesOfRoundPath(unit.code, round.id, current, search);
  return (
    <CollectionPage
      {...props}
      title={title}
      errors={[
        ...(filled.length > 0 ? [{ field: 'dong_y', message: refusal }] : []),
        ...(props.notInForce ? [{ message: words.notInForce }] : []),
      ]}
    >
      <Card>
        <h1>{title}</h1>
        <p>{words.hint}</p>
        <search>
          <form method="get" action={placesOfRoundPath(unit.code, round.id)}>
            <Field id="tim" kind="search" label={messages[language].round.search} value={search} />
            <ButtonRow>
              <Button kind="plain">{messages[language].round.searchButton}</Button>
            </ButtonRow>
          </form>
        </search>
        {places.length === 0 ? (
          <EmptyState title={words.empty}>{messages[language].round.noneHint}</EmptyState>
        ) : (
          <form method="post" action={path}>
            {places.map((place) => (
              <div key={place.id}>
                <input type="hidden" name={`hien.${place.id}`} value={place.isAsked ? 'co' : 'khong'} />
                <Checkbox
                  id={`noi.${place.id}`}
                  label={placeName(place)}
                  hint={place.hasFigures ? words.hasFigures : place.isAsked ? words.asked : words.notAsked}
                  checked={ticked?.has(place.id) ?? place.isAsked}
                />
              </div>
            ))}
            {filled.length > 0 && (
              <Note kind="stop">
                <p>{refusal}</p>
                <Checkbox id="dong_y" label={words.agree} />
              </Note>
            )}
            <ButtonRow>
              <Button>{words.save}</Button>
            </ButtonRow>
          </form>
        )}
        <Pagination
          language={language}
          current={current}
          pages={Math.max(1, Math.ceil(props.total / PLACES_OF_A_PAGE))}
          hrefOf={(page) => placesOfRoundPath(unit.code, round.id, page, search)}
        />
      </Card>
    </CollectionPage>
  );
}
