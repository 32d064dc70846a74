import { contentOfReading, type PlanReading, readPlan } from '../../../domain/plan/index.ts';
import { isCalendarDate, normaliseText } from '../../../domain/text/index.ts';
import { today } from '../../../platform/clock.ts';
import { newId, type PersonActor, sqlBuilder, withScope } from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { type IncomingFile, keepFile } from '../../files/index.ts';
import { originsOf } from '../origins.ts';
import type { PlanStanding } from '../queries.ts';
import { yearOf } from '../schema.ts';
import { type PlansContext, unitToPlan } from './context.ts';

/** A text to be read as a plan, and the file that it came in. */
export interface DocumentToRead {
  readonly text: string;
  readonly source: 'txt' | 'docx' | 'pdf' | 'pasted';
  readonly file: IncomingFile | null;
  readonly standing: PlanStanding;
}

/** The text as the program keeps it; blank lines at its beginning stay, so that lines bear the numbers of the file. */
function withLineNumbers(text: string): string {
  const blank = text.slice(0, text.length - text.trimStart().length);
  return '\n'.repeat(blank.match(/\r\n?|\n/gu)?.length ?? 0) + normaliseText(text);
}

/** The day of issue as printed; null where it is blank, or a day that no calendar has. */
function dayOf({ date: { year, month, day } }: PlanReading): string | null {
  if (year === null || month === null || day === null) return null;
  const two = (number: number) => String(number).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return isCalendarDate(date) ? date : null;
}

/** Reads a paper and keeps what was read for the planning officer to look through. @returns the id of the reading */
export async function readDocument(
  context: PlansContext,
  actor: PersonActor,
  unitCode: string,
  document: DocumentToRead,
): Promise<string> {
  const text = withLineNumbers(document.text);
  const reading = readPlan(text);
  const written = contentOfReading(reading, newId);
  const year =
    yearOf(String(reading.planYear ?? reading.date.year)) ?? Number(today(context.clock).slice(0, 4));
  const content = { ...written, year };
  return withScope(context.database, actor, async (scope) => {
    const unit = await unitToPlan(scope, actor, unitCode);
    const at = context.clock.now();
    const file = document.file && (await keepFile(scope, context.files, actor, unit.id, document.file, at));
    const id = newId<string>();
    await scope.rows(
      sqlBuilder.insertInto('plan_reading').values({
        unit_id: unit.id,
        id,
        year,
        standing: document.standing,
        source: document.source,
        file_id: file?.id ?? null,
        source_text: text,
        reading,
        content,
        origins: originsOf(content, reading),
        number: reading.number,
        issued_on: dayOf(reading),
        read_by: actor.personId,
        read_at: at,
      }),
    );
    recordAudit(scope, unit.id, at, {
      deed: 'readPlan',
      object: { kind: 'planReading', id },
      fields: ['standing', 'source', ...(file ? ['file'] : [])],
    });
    return id;
  });
}
