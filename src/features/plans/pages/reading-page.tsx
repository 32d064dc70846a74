import type { VNode } from 'preact';
import { formatDate, formatInstant } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import type { CitationDoubt } from '../citations.ts';
import { messages } from '../messages.ts';
import { framePath, plansPath, readingPath, readPlanPath, sectionPath } from '../paths.ts';
import type { Reading } from '../queries.ts';
import { sourceLinesOf } from '../source-lines.ts';
import { CitationsCard } from './citations-card.tsx';
import { ContentView, Doubts, LinesLink } from './content-view.tsx';
import { NewSectionForm } from './new-section-form.tsx';
import { Done, FileFacts, RemoveForm } from './notice.tsx';
import { SourcePane } from './source-pane.tsx';
import { UnreadCard } from './unread-card.tsx';

export interface ReadingPageProps {
  readonly frame: WorkFrame;
  readonly reading: Reading;
  readonly doubts: readonly CitationDoubt[];
  readonly errors?: readonly FieldError[];
  /** Number and date as typed into the form that registers a superior's plan. */
  readonly typed?: { readonly so: string; readonly ngay: string };
  readonly done?: string | undefined;
}

/** A paper beside what was read of it, to be looked through and confirmed. */
export function ReadingPage(props: ReadingPageProps): VNode {
  const { frame, reading, errors = [] } = props;
  const { language } = frame;
  const { unit, content, origins } = reading;
  const words = messages[language];
  const draft = { kind: 'reading', id: reading.id } as const;
  const path = readingPath(unit.code, reading.id);
  const doubtful = Object.entries(origins).filter(([, { doubts }]) => doubts.length > 0).length;
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={words.reading.title}
      errors={errors}
      crumbs={[
        { label: words.plans, href: plansPath(unit.code, reading.year) },
        { label: words.readPage.title, href: readPlanPath(unit.code) },
        { label: words.reading.title },
      ]}
    >
      <h1>{words.reading.title}</h1>
      <Done>{props.done}</Done>
      <p>{words.reading.intro}</p>
      <p>
        <Tag kind="info">{words.standings[reading.standing]}</Tag>{' '}
        <Tag kind={doubtful > 0 ? 'wait' : 'go'}>
          {doubtful > 0 ? words.reading.doubts(doubtful) : words.reading.noDoubts}
        </Tag>{' '}
        <span class="small muted">{words.reading.by(reading.readBy, formatInstant(reading.readAt))}</span>
      </p>
      <div class="beside-source">
        <div>
          <Card title={words.reading.frame} id="dau-cuoi">
            <FrameSummary {...props} />
            <p>
              <a href={framePath(unit.code, draft)}>{words.plan.edit}</a>
            </p>
          </Card>
          <Card title={words.reading.read} id="da-doc">
            <ContentView
              language={language}
              content={content}
              origins={origins}
              sectionHref={(section) => sectionPath(unit.code, draft, section)}
            />
            <NewSectionForm language={language} action={`${path}/muc`} errors={errors} />
          </Card>
        </div>
        <div>
          <Card title={words.reading.source} id="goc">
            {reading.sourceFile ? (
              <FileFacts file={reading.sourceFile} href={`${path}/tep`} language={language} />
            ) : (
              <p class="small muted">{words.file.pasted}</p>
            )}
            <p class="small muted">{words.reading.sourceHint}</p>
            <SourcePane language={language} lines={sourceLinesOf(reading.sourceText, reading.reading)} />
          </Card>
        </div>
      </div>
      <Columns layout="two">
        <UnreadCard language={language} reading={reading} />
        <CitationsCard language={language} doubts={props.doubts} showsItems />
      </Columns>
      <Card title={words.reading.confirmTitle} id="xac-nhan">
        {reading.standing === 'own' ? (
          <form method="post" action={`${path}/xac-nhan`}>
            <input type="hidden" name="lan_sua" value={reading.revision} />
            <p>{words.reading.confirmHint}</p>
            <ButtonRow>
              <Button>{words.reading.confirm}</Button>
            </ButtonRow>
          </form>
        ) : (
          <RegisterForm {...props} />
        )}
        <RemoveForm action={`${path}/bo`} label={words.reading.remove} hint={words.reading.removeHint} />
      </Card>
    </UnitWorkPage>
  );
}

/** Number and date of a superior's plan, as read unless typed otherwise. */
function RegisterForm({ frame, reading, typed, errors = [] }: ReadingPageProps): VNode {
  const words = messages[frame.language];
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <form method="post" action={`${readingPath(reading.unit.code, reading.id)}/xac-nhan`}>
      <input type="hidden" name="lan_sua" value={reading.revision} />
      <p>{words.reading.registerHint}</p>
      <Field
        id="so"
        kind="text"
        width="short"
        label={words.issue.number}
        unit={`/${reading.content.symbol}`}
        value={typed?.so ?? reading.number ?? ''}
        error={errorOf('so')}
      />
      <Field
        id="ngay"
        kind="date"
        label={words.frame.date}
        hint={words.issue.dateHint}
        value={typed?.ngay ?? (reading.issuedOn === null ? '' : formatDate(reading.issuedOn))}
        error={errorOf('ngay')}
      />
      <ButtonRow>
        <Button>{words.reading.register}</Button>
      </ButtonRow>
    </form>
  );
}

/** Head, bases, recipients and signature as they were read. */
function FrameSummary({ frame, reading }: ReadingPageProps): VNode {
  const { language } = frame;
  const { content, origins } = reading;
  const words = messages[language];
  const text = (value: string) =>
    value === '' ? <span class="muted">–</span> : <span lang="vi">{value}</span>;
  return (
    <>
      <SummaryList
        rows={[
          { term: words.frame.issuingBody, value: text(content.issuingBody.join(' ')) },
          {
            term: words.plan.number,
            value: text(
              `${reading.number ?? '…'}/${content.symbol}, ${reading.issuedOn === null ? '…' : formatDate(reading.issuedOn)}`,
            ),
          },
          { term: words.frame.year, value: String(content.year) },
          { term: words.frame.planTitle, value: text(`${content.documentType}: ${content.title}`) },
          { term: words.frame.recipients, value: text(content.recipients.join('; ')) },
          {
            term: words.frame.signTitle,
            value: text(
              [...content.signature.capacity, content.signature.title, content.signature.name ?? '']
                .filter((line) => line !== '')
                .join(', '),
            ),
          },
        ]}
      />
      <h3>{words.frame.bases}</h3>
      {content.legalBases.length === 0 && <p class="muted">–</p>}
      <ul class="plan-items">
        {content.legalBases.map(({ id, text: basis }) => (
          <li key={id} data-lines={origins[id] && `${origins[id].from}-${origins[id].to}`}>
            <span lang="vi">{basis}</span>
            <LinesLink language={language} origins={origins} id={id} />
            <Doubts language={language} origins={origins} id={id} />
          </li>
        ))}
      </ul>
    </>
  );
}
