import type { VNode } from 'preact';
import { periodName } from '../../../domain/calendar/index.ts';
import {
  type Completeness,
  type Item,
  itemLabel,
  type SheetDeed,
  type SheetFinding,
  sentenceOfFinding,
} from '../../../domain/collection/index.ts';
import { formatDate, formatInstant, formatNumber, type Language } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { Timeline } from '../../../ui/components/Timeline.tsx';
import type { TypedFigure } from '../../assessment/index.ts';
import { messages } from '../messages.ts';
import { cellHistoryPath, sheetPath } from '../paths.ts';
import type { Conflict } from '../queries/conflicts.ts';
import type { Round } from '../queries/round.ts';
import type { Sheet } from '../queries/sheet.ts';
import type { RoundFaults } from '../schema.ts';
import type { CellFaults } from '../sheet-form.ts';
import { sheetMessages } from '../sheet-messages.ts';
import { errorsOf, nameOfPlace, sheetTag } from '../wording.ts';
import { beforeText, CellBoxes, LastChange } from './cell-boxes.tsx';
import { ConflictList, wholeFigureText } from './conflict-list.tsx';
import { type CollectionFrame, CollectionPage } from './frame.tsx';
import { SheetDeeds } from './sheet-deeds.tsx';

export interface SheetPageProps extends CollectionFrame {
  readonly round: Round;
  readonly sheet: Sheet;
  readonly items: readonly Item[];
  readonly completeness: Completeness;
  readonly daysLate: number;
  readonly findings: readonly SheetFinding[];
  readonly conflicts: readonly Conflict[];
  readonly deeds: ReadonlySet<SheetDeed>;
  /** An id for the operation of each item, by its key. */
  readonly operationIds: Readonly<Record<string, string>>;
  /** Boxes that were sent and not stored. */
  readonly typed: ReadonlyMap<string, TypedFigure>;
  readonly cellFaults: CellFaults;
  readonly faults: RoundFaults;
  readonly reason?: string | undefined;
  /** It was to be submitted, and something is missing or striking: once more, and it is. */
  readonly askAgain?: boolean;
  readonly changedMeanwhile?: boolean;
  readonly done?: string | undefined;
  readonly warnings?: readonly string[] | undefined;
}

/** The sheet of one place: its figures as a form that needs no script, what strikes about them, and what is done with it. */
export function SheetPage(props: SheetPageProps): VNode {
  const { frame, unit, round, sheet, items, completeness, deeds, cellFaults } = props;
  const { language } = frame;
  const words = sheetMessages[language];
  const title = words.title(nameOfPlace(sheet));
  const tag = sheetTag(sheet.state, language);
  const number = (count: number): string => formatNumber(count, language);
  return (
    <CollectionPage
      {...props}
      title={title}
      errors={[
        ...(props.changedMeanwhile ? [{ message: words.changedMeanwhile }] : []),
        ...Object.entries(cellFaults).map(([field, fault]) => {
          const item = items.find(({ key }) => key === field);
          const said = words.faults[fault];
          // Not asked any more, it has no box to name.
          return {
            field,
            message: item === undefined ? said : words.faultOf(itemLabel(item, language), said),
          };
        }),
        ...(props.askAgain ? [{ field: STILL_TO_DO, message: words.notSubmitted }] : []),
        ...errorsOf(props.faults, language),
      ]}
    >
      <Card>
        <h1>{title}</h1>
        <p>
          <Tag kind={tag.kind}>{tag.word}</Tag>{' '}
          {completeness.missing.length === 0 && <Tag kind="go">{words.complete}</Tag>}{' '}
          {props.daysLate > 0 && <Tag kind="stop">{words.late(number(props.daysLate))}</Tag>}
        </p>
        {sheet.returnedReason !== null && (
          <Note kind="wait">
            <p>{words.returned(sheet.returnedReason)}</p>
          </Note>
        )}
        <SummaryList
          rows={[
            { term: messages[language].form.period, value: periodName(round.period, language) },
            { term: messages[language].form.cutOff, value: formatDate(round.cutOff) },
            { term: messages[language].form.due, value: formatDate(round.dueDate) },
            {
              term: words.figures,
              value: words.filled(number(completeness.filled), number(completeness.asked)),
            },
          ]}
        />
      </Card>
      {props.conflicts.length > 0 && (
        <Card title={words.conflicts.title} id="xung-dot">
          <p>{words.conflicts.hint}</p>
          <ConflictList
            language={language}
            unitCode={unit.code}
            conflicts={props.conflicts}
            items={items}
            mayDecide={() => deeds.has('save')}
          />
        </Card>
      )}
      <Findings {...props} />
      <Card title={words.figures} id="so-lieu">
        {items.length === 0 ? (
          <p>{words.nothingAsked}</p>
        ) : deeds.has('save') ? (
          <Boxes {...props} />
        ) : (
          <Figures {...props} />
        )}
      </Card>
      <SheetDeeds {...props} />
      {sheet.events.length > 0 && (
        <Card title={words.happened} id="dien-bien">
          <Timeline
            happenings={sheet.events.map(({ kind, reason, by, at }) => ({
              when: formatInstant(new Date(at)),
              instant: at,
              who: by,
              what: words.events[kind],
              ...(reason === null ? {} : { why: reason }),
            }))}
          />
        </Card>
      )}
    </CollectionPage>
  );
}

const historyOf = ({ unit, round, sheet }: SheetPageProps, item: Item): string =>
  cellHistoryPath(unit.code, round.id, sheet.id, item.key);

function Boxes(props: SheetPageProps): VNode {
  const { frame, unit, round, sheet, items } = props;
  const { language } = frame;
  const words = sheetMessages[language];
  const states = messages[language].figureStates;
  const path = sheetPath(unit.code, round.id, sheet.id);
  return (
    <form method="post" action={path} autocomplete="off">
      {items.map((item) => {
        const fault = props.cellFaults[item.key];
        return (
          <CellBoxes
            key={item.key}
            language={language}
            item={item}
            sheet={sheet}
            period={round.period}
            historyHref={historyOf(props, item)}
            operationId={props.operationIds[item.key]!}
            typed={fault === undefined ? undefined : props.typed.get(item.key)}
            error={fault === undefined ? undefined : words.faults[fault]}
            states={states}
          />
        );
      })}
      {props.askAgain && <StillToDo {...props} />}
      <ButtonRow>
        <Button>{words.save}</Button>
        {props.deeds.has('submit') && (
          <Button kind="plain" formAction={`${path}/nop`}>
            {props.askAgain ? words.submitAnyway : words.submit}
          </Button>
        )}
      </ButtonRow>
    </form>
  );
}

const STILL_TO_DO = 'con-thieu';

/** What whoever submits should know first; it hinders nothing. */
function StillToDo({ frame, items, completeness, findings }: SheetPageProps): VNode {
  const { language } = frame;
  const words = sheetMessages[language];
  const missing = items.filter(({ key }) => completeness.missing.includes(key));
  return (
    <Note kind="wait" id={STILL_TO_DO}>
      {missing.length > 0 && (
        <p>{words.missing(missing.map((item) => itemLabel(item, language)).join('; '))}</p>
      )}
      {findings.map((finding) => (
        <p key={finding.code + finding.items.join()}>{sentenceOfFinding(finding, items, language)}</p>
      ))}
      <p>{words.submitHint}</p>
      <input type="hidden" name="da_biet" value={knownOf(completeness, findings)} />
    </Note>
  );
}

/** What is missing or strikes, as one text: who submits knows it when the form brings the same. */
export const knownOf = (
  { missing }: Pick<Completeness, 'missing'>,
  findings: readonly SheetFinding[],
): string => [...missing, ...findings.map(({ code, items }) => `${code}:${items.join('+')}`)].join(',');

/** What the boxes of a figure held, as people read it: nothing typed is lost where the sheet was locked meanwhile. */
function typedText({ text, state, reason, note }: TypedFigure, language: Language): string {
  const states = messages[language].figureStates;
  const { yes, no } = sheetMessages[language];
  const answers: Readonly<Record<string, string>> = { co: yes, khong: no, ...states };
  const chosen = answers[text === '' ? state : text] ?? text;
  return [chosen, reason, note].filter((part) => part !== '').join('; ');
}

function Figures(props: SheetPageProps): VNode {
  const { frame, sheet, items, round } = props;
  const { language } = frame;
  const words = sheetMessages[language];
  return (
    <SummaryList
      rows={items.map((item) => {
        const cell = sheet.cells[item.key];
        const typed = props.cellFaults[item.key] && props.typed.get(item.key);
        const about = { language, item, sheet, period: round.period, historyHref: historyOf(props, item) };
        return {
          term: itemLabel(item, language),
          value: (
            <>
              <b>{wholeFigureText(cell?.figure, cell?.comment ?? null, language)}</b>{' '}
              <span class="small muted">{beforeText(about)}</span>
              {typed && (
                <p id={item.key}>
                  <Tag kind="stop">{words.notSavedTyped(typedText(typed, language))}</Tag>
                </p>
              )}
              <LastChange {...about} />
            </>
          ),
        };
      })}
    />
  );
}

function Findings({ frame, items, findings }: SheetPageProps): VNode | null {
  const { language } = frame;
  const words = sheetMessages[language];
  const unanswered = findings.filter(({ answered }) => !answered);
  if (unanswered.length === 0) return null;
  return (
    <Card title={words.findings} id="xem-lai">
      <p>{words.findingsHint}</p>
      <ul>
        {unanswered.map((finding) => (
          <li key={finding.code + finding.items.join()}>
            <a href={`#${finding.items[0]}`}>{sentenceOfFinding(finding, items, language)}</a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
