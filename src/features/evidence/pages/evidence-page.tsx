import type { VNode } from 'preact';
import type { Publication } from '../../../domain/evidence/index.ts';
import type { Standard } from '../../../domain/scoring/index.ts';
import { formatDate, formatFileSize, formatInstant, type Language } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { Timeline } from '../../../ui/components/Timeline.tsx';
import type { Fields } from '../../activities/index.ts';
import type { UnitAtWork, WorkFrame } from '../../territory/index.ts';
import { PublishingStopped } from '../children/publication-notes.tsx';
import { PublishingCard } from '../children/publishing-card.tsx';
import { messages } from '../messages.ts';
import {
  type Choosing,
  checkedIndicatorPath,
  choosePath,
  describePath,
  evidencePath,
  usePath,
} from '../paths.ts';
import type { Evidence, UseOfEvidence } from '../queries/evidence.ts';
import type { WaitingFile } from '../queries/waiting.ts';
import type { EvidenceFaults } from '../schema.ts';
import { documentText, eventText, statementIn, tagsOf } from '../wording.ts';
import { UseFields } from './evidence-fields.tsx';
import { LibraryFrame } from './frame.tsx';
import { type CopyOfFile, Preview } from './preview.tsx';
import { ReviseForm } from './revise-form.tsx';

export interface EvidencePageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly evidence: Evidence;
  readonly standard: Standard;
  /** The indicator that the evidence was opened to be used for. */
  readonly choosing: Choosing | undefined;
  readonly today: string;
  /** Which copy of each revision this person gets. */
  readonly copies: ReadonlyMap<number, CopyOfFile>;
  readonly may: { readonly add: boolean; readonly change: boolean; readonly use: boolean };
  readonly takesBack: (use: UseOfEvidence) => boolean;
  readonly tasks: readonly { readonly id: string; readonly text: string }[];
  readonly waiting: readonly WaitingFile[];
  readonly refused?: { readonly fields: Fields; readonly faults: EvidenceFaults } | undefined;
  /** What is wrong with the newer file, and what else was typed beside it. */
  readonly fileRefused?: { readonly fault: string; readonly fields: Fields } | undefined;
  readonly done?: string | undefined;
  /** After a change that stopped publishing: how it stands with publishing now. */
  readonly stopped?: Publication | undefined;
}

/** One evidence: its file in place, what is said of it, what it is used for, its revisions and its history. */
export function EvidencePage(props: EvidencePageProps): VNode {
  const { frame, unit, evidence, refused, fileRefused } = props;
  const { language } = frame;
  const words = messages[language];
  const errors = [
    ...Object.entries(refused?.faults ?? {}).map(([field, fault]) => ({
      field,
      message: words.faults[fault],
    })),
    ...(fileRefused === undefined ? [] : [{ field: 'tep', message: fileRefused.fault }]),
  ];
  return (
    <LibraryFrame
      frame={frame}
      unit={unit}
      mayAdd={props.may.add}
      title={evidence.title}
      errors={errors.length === 0 ? undefined : errors}
      done={props.done}
    >
      {props.stopped !== undefined && (
        <PublishingStopped
          language={language}
          unitCode={unit.code}
          evidence={evidence}
          publication={props.stopped}
        />
      )}
      {props.choosing !== undefined && <Chosen {...props} choosing={props.choosing} />}
      <Columns layout="main-aside">
        <div>
          <Card>
            <h1>{evidence.title}</h1>
            <div class="tags">
              {tagsOf(
                {
                  ...evidence,
                  expired: evidence.expiresOn !== null && evidence.expiresOn < props.today,
                  reading: evidence.files[0]!.reading,
                  scan: evidence.files[0]!.scan,
                },
                language,
              ).map(({ kind, word }) => (
                <Tag key={word} kind={kind}>
                  {word}
                </Tag>
              ))}
            </div>
            <Preview
              language={language}
              unitCode={unit.code}
              evidenceId={evidence.id}
              file={evidence.files[0]!}
              copy={props.copies.get(evidence.revision) ?? null}
            />
          </Card>
          <Uses {...props} />
        </div>
        <div>
          <Card>
            <Description
              evidence={evidence}
              language={language}
              getsFile={props.copies.get(evidence.revision) === 'original'}
            />
            {props.may.change && (
              <ButtonRow>
                <Button kind="plain" href={describePath(unit.code, evidence.id)}>
                  {words.describe.change}
                </Button>
              </ButtonRow>
            )}
          </Card>
          {props.may.change && (evidence.showsChildren || evidence.confidentiality === 'public') && (
            <PublishingCard language={language} unitCode={unit.code} evidence={evidence} />
          )}
          <ReviseForm {...props} />
          <Card title={words.page.history} id="lich-su">
            <Timeline
              happenings={evidence.events.map((event) => ({
                when: formatInstant(new Date(event.happenedAt)),
                instant: event.happenedAt,
                who: event.person,
                what: eventText(event, language),
              }))}
            />
          </Card>
          {props.may.change && <Withdrawal {...props} />}
        </div>
      </Columns>
    </LibraryFrame>
  );
}

/** Opened from the library, or brought, to be used for an indicator: one tap does it, and another leads back to the check. */
function Chosen({ frame, unit, evidence, standard, choosing }: EvidencePageProps & { choosing: Choosing }) {
  const { language } = frame;
  const words = messages[language].choose;
  const { year, indicator } = choosing;
  const used = evidence.uses.some((use) => use.year === year && use.indicator === indicator);
  return (
    <Note title={used ? words.used(indicator, year) : words.title(indicator, year)}>
      <p>{statementIn(standard, indicator, language)}</p>
      <form method="post" action={usePath(unit.code, evidence.id, choosing)}>
        <input type="hidden" name="nam" value={year} />
        <input type="hidden" name={`chi_tieu.${indicator}`} value="co" />
        <ButtonRow>
          {!used && <Button>{words.use(indicator)}</Button>}
          <a href={choosePath(unit.code, choosing)}>{words.another}</a>
          <a href={checkedIndicatorPath(unit.code, choosing)}>{words.toCheck(year)}</a>
        </ButtonRow>
      </form>
    </Note>
  );
}

function Description(props: {
  readonly evidence: Evidence;
  readonly language: Language;
  /** The file itself and no redacted copy. */
  readonly getsFile: boolean;
}): VNode {
  const { evidence, language, getsFile } = props;
  const words = messages[language];
  const { page, describe } = words;
  const file = evidence.files[0]!;
  const day = (date: string | null) => (date === null ? page.none : formatDate(date));
  const { provesFrom, provesUntil } = evidence;
  const proves =
    provesFrom !== null && provesUntil !== null
      ? page.fromTo(formatDate(provesFrom), formatDate(provesUntil))
      : provesFrom !== null
        ? page.from(formatDate(provesFrom))
        : provesUntil !== null
          ? page.until(formatDate(provesUntil))
          : page.none;
  return (
    <SummaryList
      rows={[
        { term: page.document, value: documentText(evidence) || page.none },
        { term: describe.issuer, value: evidence.issuer ?? page.none },
        { term: describe.extract, value: evidence.extract ?? page.none },
        { term: page.proves, value: proves },
        { term: describe.speaksOf, value: day(evidence.speaksOf) },
        { term: describe.expiresOn, value: day(evidence.expiresOn) },
        { term: describe.confidentiality, value: words.confidentiality[evidence.confidentiality] },
        { term: page.keptBy, value: evidence.organisationName },
        ...(getsFile ? [{ term: page.size, value: formatFileSize(file.size, language) }] : []),
        { term: page.pages, value: file.pages === null ? page.none : String(file.pages) },
        { term: page.readingTerm, value: words.reading[file.reading] },
        ...(getsFile ? [{ term: page.sha256, value: <code class="hash">{file.sha256}</code> }] : []),
      ]}
    />
  );
}

function Uses(props: EvidencePageProps): VNode {
  const { frame, unit, evidence, standard, refused } = props;
  const { language } = frame;
  const { page } = messages[language];
  const path = evidencePath(unit.code, evidence.id);
  const years = [
    ...new Set(evidence.uses.filter(({ indicator }) => indicator !== null).map(({ year }) => year)),
  ];
  const thisYear = Number(props.today.slice(0, 4));
  return (
    <Card title={page.uses} id="dung-cho">
      {evidence.uses.length === 0 && <p>{page.notUsed}</p>}
      <ul class="plain-list">
        {evidence.uses.map((use) => (
          <li key={use.id}>
            <span>
              {use.indicator === null
                ? page.taskUse(use.year, use.taskText ?? '')
                : page.indicatorUse(use.year, use.indicator, statementIn(standard, use.indicator, language))}
            </span>{' '}
            {props.takesBack(use) && (
              <form method="post" action={`${path}/bo-gan/${use.id}`} class="beside-form">
                <Button kind="quiet">
                  {page.takeBack}
                  <span class="visually-hidden"> {use.indicator ?? use.taskText}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {props.may.use && years.length > 0 && (
        <form method="post" action={`${path}/nam-sau`}>
          <ButtonRow>
            {years.map((year) => (
              <Button key={year} kind="plain" name="nam" value={String(year)}>
                {page.useAgain(year + 1)}
              </Button>
            ))}
          </ButtonRow>
        </form>
      )}
      {props.may.use && (
        <Details summary={page.useMore} open={refused !== undefined}>
          <form method="post" action={usePath(unit.code, evidence.id, props.choosing)}>
            <UseFields
              language={language}
              standard={standard}
              years={[thisYear + 1, thisYear, thisYear - 1, thisYear - 2]}
              tasks={props.tasks}
              boxes={
                refused?.fields ?? {
                  nam: String(props.choosing?.year ?? thisYear),
                  ...(props.choosing === undefined ? {} : { [`chi_tieu.${props.choosing.indicator}`]: 'co' }),
                }
              }
              faults={refused?.faults ?? {}}
            />
            <ButtonRow>
              <Button>{page.use}</Button>
            </ButtonRow>
          </form>
        </Details>
      )}
    </Card>
  );
}

function Withdrawal({ frame, unit, evidence }: EvidencePageProps): VNode {
  const { page } = messages[frame.language];
  const path = evidencePath(unit.code, evidence.id);
  return (
    <Details summary={page.more}>
      {evidence.withdrawn ? (
        <form method="post" action={`${path}/khoi-phuc`}>
          <ButtonRow>
            <Button kind="plain">{page.restore}</Button>
          </ButtonRow>
        </form>
      ) : (
        <form method="post" action={`${path}/rut`}>
          <p class="hint">{page.withdrawHint}</p>
          <ButtonRow>
            <Button kind="danger">{page.withdraw}</Button>
          </ButtonRow>
        </form>
      )}
    </Details>
  );
}
