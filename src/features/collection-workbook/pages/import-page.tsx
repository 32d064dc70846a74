import type { VNode } from 'preact';
import { formatNumber } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Page } from '../../../ui/page.tsx';
import { roundPath, roundsPath } from '../../collection/index.ts';
import { bannerFor } from '../../people/index.ts';
import type { UnitAtWork, WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import type { WorkbookImport } from '../model.ts';
import { importsPath, resumeImportPath, withdrawImportPath } from '../paths.ts';
import { MatchingForm, type MatchingFormProps } from './matching-form.tsx';
import { Preview, type PreviewProps } from './preview.tsx';
import { StateTag } from './state-tag.tsx';

const REFRESH_SECONDS = 2;

export interface ImportPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly year: number;
  readonly found: WorkbookImport;
  readonly standsStill: boolean;
  readonly matching: Omit<MatchingFormProps, 'language' | 'unitCode' | 'found'> | null;
  readonly preview: Omit<PreviewProps, 'language' | 'unitCode' | 'found'> | null;
}

/** One workbook that was brought in: its progress, what it would change, what became of it. */
export function ImportPage(props: ImportPageProps): VNode {
  const { frame, unit, year, found } = props;
  const { language } = frame;
  const words = messages[language].import;
  const title = words.title(found.fileName);
  const isAtWork = found.state === 'reading' || found.state === 'storing';
  const faults = props.matching?.faults ?? {};
  return (
    <Page
      {...frame}
      title={title}
      breadcrumbs={[
        { label: unit.provinceName },
        { label: unit.fullName },
        { label: messages[language].collection, href: roundsPath(unit.code, year) },
        { label: messages[language].upload.title, href: importsPath(unit.code) },
        { label: found.fileName },
      ]}
      banner={bannerFor(unit, language)}
      errorSummary={Object.entries(faults).map(([field, fault]) => ({
        field,
        message: messages[language].matching[fault],
      }))}
      reloadAfterSeconds={isAtWork && !props.standsStill ? REFRESH_SECONDS : undefined}
    >
      <Card>
        <h1>{title}</h1>
        <p>
          <StateTag state={found.state} language={language} />
        </p>
        {isAtWork && <Progress {...props} />}
        {found.state === 'stored' && <Stored {...props} />}
        {found.state === 'failed' && found.failure !== null && (
          <Note kind="stop" title={words.failed}>
            <p>{messages[language].files[found.failure]}</p>
          </Note>
        )}
        {found.state === 'withdrawn' && <p>{words.withdrawn}</p>}
        {!isAtWork && found.state !== 'seen' && found.state !== 'matching' && (
          <ButtonRow>
            <Button kind="plain" href={importsPath(unit.code)}>
              {words.again}
            </Button>
          </ButtonRow>
        )}
      </Card>
      {props.matching !== null && (
        <MatchingForm {...props.matching} language={language} unitCode={unit.code} found={found} />
      )}
      {props.preview !== null && (
        <Preview {...props.preview} language={language} unitCode={unit.code} found={found} />
      )}
      {(found.state === 'matching' || found.state === 'reading') && (
        <form method="post" action={withdrawImportPath(unit.code, found.id)}>
          <ButtonRow>
            <Button kind="quiet">{words.withdraw}</Button>
          </ButtonRow>
        </form>
      )}
    </Page>
  );
}

function Progress({ frame: { language }, unit, found, standsStill }: ImportPageProps): VNode {
  const words = messages[language].import;
  const [done, total] = [formatNumber(found.done, language), formatNumber(found.total, language)];
  if (standsStill)
    return (
      <form method="post" action={resumeImportPath(unit.code, found.id)}>
        <Note kind="wait" title={words.standsStill} />
        <ButtonRow>
          <Button>{words.goOn}</Button>
        </ButtonRow>
      </form>
    );
  return (
    <>
      {found.state === 'storing' ? (
        <>
          <p role="status">{words.storing(done, total)}</p>
          <progress
            max={Math.max(found.total, 1)}
            value={found.done}
            aria-label={words.storing(done, total)}
          />
        </>
      ) : (
        <p role="status">{words.reading(done)}</p>
      )}
      <p class="hint">{words.refreshes}</p>
    </>
  );
}

function Stored({ frame: { language }, unit, found }: ImportPageProps): VNode | null {
  const words = messages[language].import;
  const stored = found.summary?.stored;
  if (!stored) return null;
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <Note kind={stored.refused + stored.conflicts > 0 ? 'wait' : 'go'} title={words.stored}>
        <p>{words.storedCounts(number(stored.saved), number(stored.conflicts), number(stored.refused))}</p>
        {stored.refused > 0 && (
          <p>
            {words.refusedNote} {[...new Set(stored.firstRefused.map(({ place }) => place))].join(', ')}
          </p>
        )}
      </Note>
      <ul>
        {found.summary?.rounds.map(({ id, title }) => (
          <li key={id}>
            <a href={roundPath(unit.code, id)}>{words.toRound(title)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
