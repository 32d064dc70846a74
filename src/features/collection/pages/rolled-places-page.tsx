import type { VNode } from 'preact';
import { periodName } from '../../../domain/calendar/index.ts';
import { type Standing, sentenceOfRollUp } from '../../../domain/collection/index.ts';
import { placeName } from '../../../domain/place/index.ts';
import { type Figure, given, type Standard } from '../../../domain/scoring/index.ts';
import { formatDate, type Language } from '../../../domain/text/index.ts';
import { Card } from '../../../ui/components/Card.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { figureText, inputLabel } from '../../assessment/index.ts';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { rolledPlacesPath, rollUpPath, roundsPath, sheetPath } from '../paths.ts';
import { PLACES_PER_PAGE, type PlaceOfInput, type SaidOfInput } from '../queries/places-of-input.ts';
import type { RolledInputByPlace } from '../queries/roll-up.ts';
import { offeredOf } from '../roll-up-figures.ts';
import { rollUpMessages } from '../roll-up-messages.ts';

export interface RolledPlacesPageProps extends RolledInputByPlace {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly year: number;
  readonly standard: Standard;
  readonly input: string;
  readonly places: readonly PlaceOfInput[];
  /** From 1. */
  readonly page: number;
}

/** What each place said of one figure, period by period: what the rolled-up figure is made of. */
export function RolledPlacesPage(props: RolledPlacesPageProps): VNode {
  const { frame, unit, year, standard, input, rolled, places, page } = props;
  const { language } = frame;
  const words = rollUpMessages[language];
  const label = inputLabel(standard, input, language);
  const title = words.places.title(label);
  const periods = [...new Set(places.flatMap(({ said }) => said.map(([period]) => period)))].sort();
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={title}
      crumbs={[
        { label: words.collection, href: roundsPath(unit.code, year) },
        { label: words.title(String(year)), href: rollUpPath(unit.code, year) },
        { label },
      ]}
    >
      <Card>
        <h1>{title}</h1>
        {rolled !== null && (
          <p>{sentenceOfRollUp(offeredOf(rolled), { places: rolled.places[language], language })}</p>
        )}
        {places.length === 0 ? (
          <EmptyState title={words.places.empty}>{words.places.emptyHint}</EmptyState>
        ) : (
          <Table
            caption={words.places.caption(label, String(year))}
            captionHidden
            columns={[
              { heading: words.places.place },
              ...periods.map((period) => ({ heading: periodName(period, language), numeric: true })),
            ]}
            rows={places.map((place) => [
              <>
                {placeName(place)}
                {place.ended !== null && (
                  <div class="small muted">{words.places.ended(formatDate(place.ended))}</div>
                )}
              </>,
              ...periods.map((period) => (
                <Said
                  key={period}
                  {...props}
                  place={place.id}
                  said={place.said.filter(([ofPeriod]) => ofPeriod === period)}
                  language={language}
                />
              )),
            ])}
          />
        )}
        <Pagination
          language={language}
          current={page}
          pages={Math.ceil((places[0]?.all ?? 0) / PLACES_PER_PAGE)}
          hrefOf={(other) => `${rolledPlacesPath(unit.code, year, input)}&trang=${other}`}
        />
        <p>
          <a href={rollUpPath(unit.code, year)}>{words.places.back}</a>
        </p>
      </Card>
    </UnitWorkPage>
  );
}

function Said({
  unit,
  place,
  said,
  standard,
  input,
  standingOf,
  called,
  language,
}: RolledPlacesPageProps & {
  readonly place: string;
  readonly said: readonly SaidOfInput[];
  readonly language: Language;
}): VNode {
  const words = rollUpMessages[language].places;
  if (said.length === 0) return <>{words.notAsked}</>;
  const isYesNo = standard.inputs[input]!.collection?.asked === 'yes_no';
  return (
    <>
      {said.map(([, round, sheet, sheetState, state, value, remark]) => (
        <div key={sheet}>
          <a href={sheetPath(unit.code, round, sheet)}>
            {figureText(figureOf(state, value, isYesNo), language)}
          </a>
          <div class="small muted">
            {words.sheetStates[sheetState]}
            {remark !== null && remark !== '' && <> · {remark}</>}
          </div>
          <StandingNote standing={standingOf(round, place)} called={called} language={language} />
        </div>
      ))}
    </>
  );
}

/** Whether a figure counts where places became others, and for whom; nothing where it is the place's own. */
function StandingNote({
  standing,
  called,
  language,
}: Pick<RolledPlacesPageProps, 'called'> & {
  readonly standing: Standing;
  readonly language: Language;
}): VNode | null {
  if (standing.is === 'own') return null;
  const words = rollUpMessages[language].places.standings;
  if (standing.is === 'ended') return <div class="small">{words.ended}</div>;
  const names = standing.places.map((place) => placeName(called.get(place)!)).join(', ');
  return <div class="small">{words[standing.is](names)}</div>;
}

function figureOf(state: SaidOfInput[4], value: number | null, isYesNo: boolean): Figure {
  if (state === 'given') return given(isYesNo ? value === 1 : value!);
  return state === 'not_applicable' ? { state, reason: '' } : { state: state ?? 'no_data' };
}
