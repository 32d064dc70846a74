import type { VNode } from 'preact';
import type { Publication } from '../../../domain/evidence/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Island } from '../../../ui/islands/Island.tsx';
import type { Fields } from '../../activities/index.ts';
import type { UnitAtWork, WorkFrame } from '../../territory/index.ts';
import { LibraryFrame } from '../pages/frame.tsx';
import { evidencePath, filePath, pageToRedactPath, redactAnewPath, redactPath } from '../paths.ts';
import type { Evidence } from '../queries/evidence.ts';
import { messages } from './messages.ts';
import { PagesToRedact } from './pages-to-redact.tsx';
import { PublishingStopped } from './publication-notes.tsx';
import type { AreasOfPages, Ground } from './redact.ts';
import { AREA_BOXES, MOST_AREAS } from './schema.ts';

export interface RedactPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly evidence: Evidence;
  /** Why this file cannot be redacted; null where it can. */
  readonly cannot: 'notMarked' | 'onlyPictures' | 'noCopy' | 'pagesUnknown' | 'tooManyPages' | null;
  readonly isPdf: boolean;
  /** What the areas are marked on. */
  readonly ground: Ground;
  /** The page that is shown; 1 of a picture. */
  readonly shown: number;
  /** What stands in the boxes of the page that is shown. */
  readonly typed: Fields;
  readonly areas: AreasOfPages;
  readonly error?: { readonly field: string; readonly message: string } | undefined;
  /** A picture that is not saved yet, as an address of data. */
  readonly preview?: string | undefined;
  readonly saved: boolean;
  /** After beginning anew what was published: how it stands with publishing now. */
  readonly stopped?: Publication | undefined;
}

const EMPTY_ROWS = 4;

/** Areas of a picture, or of the pages of a PDF, are marked, looked at as they would be, and blacked out for good in a copy. */
export function RedactPage(props: RedactPageProps): VNode {
  const { frame, unit, evidence, error, preview, isPdf, shown, ground } = props;
  const words = messages[frame.language];
  const file = evidence.files[0]!;
  const path = redactPath(unit.code, evidence.id);
  const src = isPdf
    ? pageToRedactPath(unit.code, evidence.id, shown, ground)
    : ground.copyId === null
      ? filePath(unit.code, evidence.id, file.revision)
      : `${path}/ban-che?tep=${ground.copyId}`;
  const alt = isPdf ? words.originalPage(shown, file.pages ?? 1) : words.original;
  return (
    <LibraryFrame
      frame={frame}
      unit={unit}
      mayAdd
      title={words.redactTitle}
      crumbs={[
        { label: evidence.title, href: evidencePath(unit.code, evidence.id) },
        { label: words.redactTitle },
      ]}
      errors={error === undefined ? undefined : [error]}
    >
      {props.saved && <Note kind="go" title={words.redactedDone} announced />}
      {props.stopped !== undefined && (
        <PublishingStopped
          language={frame.language}
          unitCode={unit.code}
          evidence={evidence}
          publication={props.stopped}
        />
      )}
      <Card>
        <h1>{words.redactTitle}</h1>
        <p>{isPdf ? words.redactPdfHint : words.redactHint}</p>
        {props.cannot !== null ? (
          <Note kind="wait">
            <p>{words[props.cannot]}</p>
          </Note>
        ) : (
          <form method="post" action={path}>
            <input type="hidden" name="lan_sua" value={file.revision} />
            <GroundNote {...props} />
            {isPdf && <h2>{alt}</h2>}
            <Island
              name="redact-areas"
              props={{
                src,
                alt,
                areas: props.areas.get(shown) ?? [],
                most: MOST_AREAS,
                words: {
                  hint: words.islandHint,
                  add: words.addArea,
                  remove: words.removeArea,
                  area: Array.from({ length: MOST_AREAS }, (_, index) => words.area(index + 1)),
                },
              }}
            >
              <img class="redact-result" src={src} alt={alt} />
              <AreaRows {...props} />
            </Island>
            <ButtonRow>
              <Button kind="plain" name="xem" value="co">
                {words.see}
              </Button>
              <Button>
                {ground.anew && evidence.publishedAt !== null ? words.saveAnewPublished : words.save}
              </Button>
            </ButtonRow>
            {isPdf && <PagesToRedact {...props} />}
          </form>
        )}
      </Card>
      {preview !== undefined && (
        <Card title={words.preview} id="xem-truoc">
          <img class="redact-result" src={preview} alt={words.preview} />
        </Card>
      )}
      {preview === undefined && file.hasRedactedCopy && props.cannot !== 'noCopy' && (
        <Card title={words.saved}>
          {isPdf ? (
            <a href={`${path}/ban-che?tep=${file.redactedFileId}`}>{words.openSaved}</a>
          ) : (
            <img
              class="redact-result"
              src={`${path}/ban-che?tep=${file.redactedFileId}`}
              alt={words.saved}
              loading="lazy"
            />
          )}
        </Card>
      )}
    </LibraryFrame>
  );
}

/** Whether what is covered stays so, and the way from adding to beginning anew and back. */
function GroundNote({ frame, unit, evidence, ground }: RedactPageProps): VNode | null {
  const words = messages[frame.language];
  if (ground.anew)
    return (
      <Note kind="stop" title={words.anew}>
        <input type="hidden" name="tu" value="goc" />
        <p>{words.anewHint}</p>
        {evidence.publishedAt !== null && <p>{words.anewPublished}</p>}
        <p>
          <a href={redactPath(unit.code, evidence.id)}>{words.toAdd}</a>
        </p>
      </Note>
    );
  if (ground.copyId === null) return null;
  return (
    <Note title={words.onCopy}>
      <p>
        {words.onCopyHint} <a href={redactAnewPath(unit.code, evidence.id)}>{words.toAnew}</a>
      </p>
    </Note>
  );
}

/** Without a script: four numbers for each area. */
function AreaRows({ frame, typed, error }: RedactPageProps): VNode {
  const words = messages[frame.language];
  const labels = { trai: words.left, tren: words.top, rong: words.width, cao: words.height };
  const filled = Array.from({ length: MOST_AREAS }, (_, index) => index + 1).filter((row) =>
    AREA_BOXES.some((box) => (typed[`${box}_${row}`] ?? '') !== ''),
  );
  const rows = Math.min(MOST_AREAS, (filled.at(-1) ?? 0) + EMPTY_ROWS);
  return (
    <fieldset class="redact-rows">
      <legend>{words.areas}</legend>
      <p class="hint">{words.areasHint}</p>
      {Array.from({ length: rows }, (_, index) => index + 1).map((row) => (
        <details class="details" key={row} open={row === 1 || filled.includes(row)}>
          <summary>{words.area(row)}</summary>
          <div>
            {AREA_BOXES.map((box) => (
              <Field
                key={box}
                id={`${box}_${row}`}
                kind="decimal"
                unit="%"
                label={labels[box]}
                value={typed[`${box}_${row}`]}
                error={error?.field === `${box}_${row}` ? error.message : undefined}
              />
            ))}
          </div>
        </details>
      ))}
    </fieldset>
  );
}
