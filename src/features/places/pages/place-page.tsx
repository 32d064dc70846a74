import type { ComponentChildren, VNode } from 'preact';
import { type ListedKind, placeName, typesOf } from '../../../domain/place/index.ts';
import { formatDate, formatInstant } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import { TextArea } from '../../../ui/components/TextArea.tsx';
import { Timeline } from '../../../ui/components/Timeline.tsx';
import type { Organisation } from '../../people/index.ts';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { type DeedSlug, mergePlacesPath, placePath, placesPath } from '../paths.ts';
import type { KeptPlace, PlaceChange, PlaceOfLine } from '../queries.ts';
import type { Faults, Fields } from '../schema.ts';

export interface PlacePageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly place: KeptPlace;
  readonly line: { readonly places: readonly PlaceOfLine[]; readonly changes: readonly PlaceChange[] };
  readonly mayKeep: boolean;
  readonly organisations: readonly Organisation[];
  /** The deed that was refused, with what was typed. */
  readonly refused?: { readonly deed: DeedSlug; readonly typed: Fields; readonly faults: Faults };
  readonly done?: string | undefined;
}

/** One place: its data, what it came from and went into, and what may be done with it. */
export function PlacePage(props: PlacePageProps): VNode {
  const { frame, unit, place, refused } = props;
  const words = messages[frame.language];
  const kind = place.kind as ListedKind;
  const title = placeName(place);
  const writesForIt = props.organisations.find(({ id }) => id === place.organisationId)?.name;
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={title}
      crumbs={[{ label: words.title, href: placesPath(unit.code, kind) }, { label: title }]}
      errors={Object.entries(refused?.faults ?? {}).map(([field, fault]) => ({
        field: idOf(refused!.deed, field),
        message: words.faults[fault],
      }))}
    >
      {props.done && <Note kind="go" title={props.done} announced />}
      <div class="narrow">
        <Card>
          <h1>{title}</h1>
          <SummaryList
            rows={[
              { term: words.facts.from, value: formatDate(place.validFrom) },
              ...(place.validUntil === null
                ? [{ term: words.facts.state, value: words.states.inForce }]
                : [{ term: words.facts.until, value: formatDate(place.validUntil) }]),
              ...place.rests.map(({ from, until }) => ({
                term: words.facts.rests,
                value: words.facts.rest(formatDate(from), formatDate(until)),
              })),
              ...(kind === 'school'
                ? [
                    { term: words.code, value: place.nationalCode ?? '–' },
                    { term: words.organisation, value: writesForIt ?? '–' },
                  ]
                : []),
            ]}
          />
          {props.mayKeep && <Deeds {...props} kind={kind} />}
        </Card>
        <Card title={words.history} id="qua-trinh">
          <History {...props} />
        </Card>
      </div>
    </UnitWorkPage>
  );
}

/** The fields of the deeds are named alike: on the page each has the deed before it. */
const idOf = (deed: DeedSlug, field: string): string => `${deed}.${field}`;

function Deeds({
  frame,
  unit,
  place,
  kind,
  organisations,
  refused,
}: PlacePageProps & { readonly kind: ListedKind }): VNode {
  const words = messages[frame.language];
  const form = (deed: DeedSlug, label: string, children: (at: FieldsOf) => ComponentChildren) => {
    const mine = refused?.deed === deed ? refused : undefined;
    const at: FieldsOf = (field) => ({
      id: idOf(deed, field),
      name: field,
      value: mine?.typed[field],
      error: mine?.faults[field] === undefined ? undefined : words.faults[mine.faults[field]],
    });
    return (
      <Details summary={label} open={mine !== undefined}>
        <form method="post" action={placePath(unit.code, place.id, deed)}>
          {children(at)}
          {deed !== 'thong-tin' && (
            <>
              <Field {...at('ngay')} kind="date" label={words.dayOfDeed} hint={words.dayOfDeedHint} />
              <Field {...at('can_cu')} label={words.basis} hint={words.basisHint} />
            </>
          )}
          <ButtonRow>
            <Button kind="plain">{deed === 'thong-tin' ? words.save : label}</Button>
          </ButtonRow>
        </form>
      </Details>
    );
  };
  const type = (at: FieldsOf) => (
    <Select
      {...at('loai_hinh')}
      label={words.type}
      value={at('loai_hinh').value ?? place.type}
      options={typesOf(kind).map((one) => ({ value: one, label: one }))}
    />
  );
  if (place.validUntil !== null) return form('dung-lai', words.deeds.takeUp, () => undefined);
  return (
    <>
      {form('doi-ten', words.deeds.rename, (at) => (
        <>
          {type(at)}
          <Field {...at('ten')} label={words.newName} />
        </>
      ))}
      {form('tach', words.deeds.split, (at) => (
        <>
          {type(at)}
          <TextArea {...at('ten')} label={words.splitNames} hint={words.splitNamesHint} />
        </>
      ))}
      {form('thoi', words.deeds.end, () => (
        <p class="hint">{words.endHint}</p>
      ))}
      {kind === 'school' &&
        form('thong-tin', words.deeds.school, (at) => (
          <>
            <Field {...at('ma')} label={words.code} value={at('ma').value ?? place.nationalCode ?? ''} />
            <Select
              {...at('don_vi')}
              label={words.organisation}
              value={at('don_vi').value ?? place.organisationId ?? undefined}
              options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </>
        ))}
      <ButtonRow>
        <Button kind="quiet" href={mergePlacesPath(unit.code, kind, place.id)}>
          {words.deeds.merge}
        </Button>
      </ButtonRow>
    </>
  );
}

type FieldsOf = (field: string) => {
  readonly id: string;
  readonly name: string;
  readonly value: string | undefined;
  readonly error: string | undefined;
};

function History({ frame, unit, place, line }: PlacePageProps): VNode {
  const words = messages[frame.language];
  if (line.changes.length === 0) return <p>{words.noHistory}</p>;
  const named = (ids: readonly string[]): VNode[] =>
    ids.flatMap((id, index) => {
      const one = line.places.find((candidate) => candidate.id === id);
      const name = one === undefined ? '…' : placeName(one);
      const shown = id === place.id ? <strong>{name}</strong> : <a href={placePath(unit.code, id)}>{name}</a>;
      return index === 0 ? [shown] : [<>, </>, shown];
    });
  /** The sentence with its places as links. */
  const sentence = (change: PlaceChange): VNode => {
    if (change.kind === 'renamed') {
      const [from, to] = [change.fromName, change.toName].map((name) =>
        placeName({ type: '', name: name ?? '' }),
      );
      return <>{words.changes.renamed(from!, to!)}</>;
    }
    const [before, between = '', after = ''] = words.changes[change.kind]('\u0000', '\u0000').split('\u0000');
    return (
      <>
        {before}
        {named(change.fromPlaces)}
        {between}
        {(change.kind === 'merged' || change.kind === 'split') && named(change.toPlaces)}
        {after}
      </>
    );
  };
  return (
    <Timeline
      happenings={line.changes.map((change) => ({
        when: formatInstant(change.recordedAt),
        instant: change.recordedAt.toISOString(),
        who: words.effective(formatDate(change.happenedOn), change.personName),
        what: sentence(change),
        why: change.basis ?? undefined,
      }))}
    />
  );
}
