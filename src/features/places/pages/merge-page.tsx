import type { VNode } from 'preact';
import { type ListedKind, placeName, typesOf } from '../../../domain/place/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Checkbox } from '../../../ui/components/Checkbox.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import type { PlaceInForce } from '../in-force.ts';
import { messages } from '../messages.ts';
import { mergePlacesPath, placesPath } from '../paths.ts';
import type { Faults, Fields } from '../schema.ts';

export interface MergePageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly kind: ListedKind;
  readonly places: readonly PlaceInForce[];
  /** As typed, or the place that the merging began from. */
  readonly typed: Fields;
  readonly faults?: Faults;
}

/** Two or more places become one: one of them that stays, or a new one. */
export function MergePage({ frame, unit, kind, places, typed, faults = {} }: MergePageProps): VNode {
  const words = messages[frame.language];
  const title = words.mergeTitle[kind];
  const errorAt = (field: string) => (faults[field] === undefined ? undefined : words.faults[faults[field]]);
  // The summary leads to the first box of the places.
  const idAt = (field: string) => (field === 'noi' ? `noi.${places[0]?.id}` : field);
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={title}
      crumbs={[{ label: words.title, href: placesPath(unit.code, kind) }, { label: title }]}
      errors={Object.entries(faults).map(([field, fault]) => ({
        field: idAt(field),
        message: words.faults[fault],
      }))}
    >
      <div class="narrow">
        <Card>
          <h1>{title}</h1>
          <p>{words.mergeHint}</p>
          <form method="post" action={mergePlacesPath(unit.code, kind)}>
            <fieldset>
              <legend>{words.mergePlaces}</legend>
              {places.map((place, index) => (
                <Checkbox
                  key={place.id}
                  id={`noi.${place.id}`}
                  label={placeName(place)}
                  checked={typed[`noi.${place.id}`] !== undefined}
                  error={index === 0 ? errorAt('noi') : undefined}
                />
              ))}
            </fieldset>
            <Select
              id="thanh"
              label={words.mergeInto}
              value={typed.thanh ?? 'moi'}
              options={[
                { value: 'moi', label: words.mergeNew },
                ...places.map((place) => ({ value: place.id, label: words.mergeStays(placeName(place)) })),
              ]}
              error={errorAt('thanh')}
            />
            <Select
              id="loai_hinh"
              label={words.type}
              value={typed.loai_hinh}
              options={typesOf(kind).map((type) => ({ value: type, label: type }))}
              error={errorAt('loai_hinh')}
            />
            <Field
              id="ten"
              label={words.newName}
              hint={words.mergeNameHint}
              value={typed.ten}
              error={errorAt('ten')}
            />
            <Field
              id="ngay"
              kind="date"
              label={words.dayOfDeed}
              hint={words.dayOfDeedHint}
              value={typed.ngay}
              error={errorAt('ngay')}
            />
            <Field
              id="can_cu"
              label={words.basis}
              hint={words.basisHint}
              value={typed.can_cu}
              error={errorAt('can_cu')}
            />
            <ButtonRow>
              <Button>{words.mergeDo}</Button>
            </ButtonRow>
          </form>
        </Card>
      </div>
    </UnitWorkPage>
  );
}
