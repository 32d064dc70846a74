import type { VNode } from 'preact';
import { LISTED_KINDS, type ListedKind, placeName, typesOf } from '../../../domain/place/index.ts';
import { formatDate, formatNumber } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { TextArea } from '../../../ui/components/TextArea.tsx';
import type { Organisation } from '../../people/index.ts';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { addPlacesPath, KIND_SLUGS, mergePlacesPath, placePath, placesPath } from '../paths.ts';
import type { ListedPlace, PlaceFilter, PlacePage } from '../queries.ts';
import type { Faults, Fields } from '../schema.ts';

export interface PlacesPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly filter: PlaceFilter;
  readonly today: string;
  readonly counts: Readonly<Record<ListedKind, number>>;
  readonly list: PlacePage;
  readonly mayKeep: boolean;
  /** Who can enter the figures of schools. */
  readonly organisations: readonly Organisation[];
  readonly typed?: Fields;
  readonly faults?: Faults;
  readonly done?: string | undefined;
}

/** The villages or schools of a unit, those of a day, searched and turned over page by page. */
export function PlacesPage(props: PlacesPageProps): VNode {
  const { frame, unit, filter, counts, list, faults = {} } = props;
  const { language } = frame;
  const words = messages[language];
  const narrowed = filter.text !== '' || filter.state === 'ended' || filter.day !== props.today;
  const empty = counts[filter.kind] === 0 && !narrowed;
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={words.title}
      crumbs={[{ label: words.title }]}
      errors={Object.entries(faults).map(([field, fault]) => ({ field, message: words.faults[fault] }))}
    >
      {props.done && <Note kind="go" title={props.done} announced />}
      <Card>
        <h1>{words.title}</h1>
        <nav aria-label={words.kindsLabel}>
          <ul>
            {LISTED_KINDS.map((kind) => (
              <li key={kind}>
                <a
                  href={placesPath(unit.code, kind)}
                  aria-current={kind === filter.kind ? 'page' : undefined}
                >
                  {words.kindCount(words.kinds[kind], formatNumber(counts[kind], language))}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {empty ? (
          <EmptyState title={words.empty[filter.kind]}>{words.emptyHint}</EmptyState>
        ) : (
          <PlaceList {...props} />
        )}
        <ButtonRow>
          {filter.after !== null && (
            <Button kind="quiet" href={placesPath(unit.code, filter.kind, queryOf(props))}>
              {words.first}
            </Button>
          )}
          {list.next !== null && (
            <Button
              kind="plain"
              href={placesPath(unit.code, filter.kind, { ...queryOf(props), sau: list.next })}
            >
              {words.next}
            </Button>
          )}
          {props.mayKeep && counts[filter.kind] > 1 && (
            <Button kind="plain" href={mergePlacesPath(unit.code, filter.kind)}>
              {words.merge}
            </Button>
          )}
        </ButtonRow>
      </Card>
      {props.mayKeep && <AddForm {...props} empty={empty} />}
    </UnitWorkPage>
  );
}

/** What narrows the list, for the address of its other pages. */
function queryOf({ filter, today }: PlacesPageProps): Record<string, string> {
  return {
    ...(filter.text === '' ? {} : { q: filter.text }),
    ...(filter.day === today ? {} : { ngay: filter.day }),
    ...(filter.state === 'ended' ? { tinh_trang: 'thoi' } : {}),
  };
}

function PlaceList({ frame, unit, filter, today, list }: PlacesPageProps): VNode {
  const words = messages[frame.language];
  const { columns } = words;
  const isSchools = filter.kind === 'school';
  const nameOf = (place: ListedPlace) => (
    <>
      <a href={placePath(unit.code, place.id)}>
        {place.calledThen === null ? placeName(place) : placeName({ type: '', name: place.calledThen })}
      </a>
      {place.calledThen !== null && <div class="small muted">{words.calledNow(placeName(place))}</div>}
    </>
  );
  return (
    <>
      <form method="get" action={placesPath(unit.code)}>
        {isSchools && <input type="hidden" name="loai" value={KIND_SLUGS.school} />}
        <Field id="q" kind="search" label={words.search} value={filter.text} />
        <Field id="ngay" kind="date" label={words.day} hint={words.dayHint} value={formatDate(filter.day)} />
        <Select
          id="tinh_trang"
          label={words.stateLabel}
          value={filter.state === 'ended' ? 'thoi' : ''}
          options={[
            { value: '', label: words.states.inForce },
            { value: 'thoi', label: words.states.ended },
          ]}
        />
        <ButtonRow>
          <Button kind="plain">{words.show}</Button>
        </ButtonRow>
      </form>
      {filter.day !== today && <p>{words.onDay(formatDate(filter.day))}</p>}
      {list.places.length === 0 ? (
        <p>{words.nothingFound}</p>
      ) : (
        <Table
          caption={words.kinds[filter.kind]}
          captionHidden
          columns={[
            { heading: columns.name },
            ...(isSchools ? [{ heading: columns.code }, { heading: columns.organisation }] : []),
            { heading: columns.from },
            ...(filter.state === 'ended' ? [{ heading: columns.until }] : []),
          ]}
          rows={list.places.map((place) => [
            nameOf(place),
            ...(isSchools ? [place.nationalCode ?? '–', place.organisationName ?? '–'] : []),
            formatDate(place.validFrom),
            ...(filter.state === 'ended'
              ? [place.validUntil === null ? '–' : formatDate(place.validUntil)]
              : []),
          ])}
        />
      )}
    </>
  );
}

function AddForm(props: PlacesPageProps & { readonly empty: boolean }): VNode {
  const { frame, unit, filter, typed = {}, faults = {} } = props;
  const { kind } = filter;
  const words = messages[frame.language];
  const errorAt = (field: string) => (faults[field] === undefined ? undefined : words.faults[faults[field]]);
  const schools = props.organisations.find((organisation) => organisation.kind === 'schools');
  const lastYear = Number(props.today.slice(0, 4)) - 1;
  return (
    <Card title={words.addTitle[kind]} id="them">
      <form method="post" action={addPlacesPath(unit.code, kind)}>
        <Select
          id="loai_hinh"
          label={words.type}
          value={typed.loai_hinh}
          options={typesOf(kind).map((type) => ({ value: type, label: type }))}
          error={errorAt('loai_hinh')}
        />
        <TextArea
          id="ten"
          label={words.names}
          hint={words.namesHint[kind]}
          value={typed.ten}
          error={errorAt('ten')}
        />
        <Field
          id="tu_ngay"
          kind="date"
          label={words.from}
          hint={words.fromHint}
          // The figures of last year are still collected from them.
          value={typed.tu_ngay ?? formatDate(`${lastYear}-01-01`)}
          error={errorAt('tu_ngay')}
        />
        {kind === 'school' && (
          <Select
            id="don_vi"
            label={words.organisation}
            value={typed.don_vi ?? schools?.id}
            options={props.organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <ButtonRow>
          <Button kind={props.empty ? 'primary' : 'plain'}>{words.add}</Button>
        </ButtonRow>
      </form>
    </Card>
  );
}
