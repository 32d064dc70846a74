import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ACTIVITY_KINDS, type CountRule } from '../../domain/activity/index.ts';
import { projectFolder } from '../../platform/project-folder.ts';

/** One figure of a standard that can be counted from the log. */
export interface CountedFigure {
  readonly standard: string;
  readonly input: string;
  readonly rule: CountRule;
  /** For a question of yes or no: from which count on the answer is yes; null for a number. */
  readonly yesFrom: number | null;
  /** What was counted, with `{count}` in the place of the number. */
  readonly wording: { readonly vi: string; readonly en: string };
}

const kinds = z.array(z.enum(ACTIVITY_KINDS)).min(1);
const words = z.string().includes('{count}');
const shape = z.object({
  counts: z.array(
    z.object({
      standard: z.string(),
      input: z.string(),
      rule: z.discriminatedUnion('count', [
        z.object({ count: z.literal('activities'), kinds }),
        z.object({ count: z.literal('months'), kinds }),
        z.object({ count: z.literal('petitions') }),
        z.object({ count: z.literal('petitions_answered') }),
        z.object({ count: z.literal('contributions') }),
      ]),
      yesFrom: z.number().int().min(1).nullable(),
      wording: z.object({ vi: words, en: words }),
    }),
  ),
});

let ofTheProgram: readonly CountedFigure[] | null = null;

/**
 * The figures that can be counted, `standards/activity-counts.json`, read once.
 * @throws ZodError naming every fault of the file
 */
export function countedFigures(): readonly CountedFigure[] {
  ofTheProgram ??= shape.parse(
    JSON.parse(readFileSync(join(projectFolder, 'standards', 'activity-counts.json'), 'utf8')),
  ).counts;
  return ofTheProgram;
}
