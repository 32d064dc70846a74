import { z } from 'zod';
import { today } from '../../../platform/clock.ts';
import { notFound, type RequestContext } from '../../../platform/http/index.ts';
import type { Assets } from '../../../ui/assets.ts';
import type { StandardCatalogue } from '../../standards/index.ts';
import type { EvidenceContext, EvidencePlace } from '../commands/context.ts';
import type { Choosing, Purpose } from '../paths.ts';
import type { IndicatorBox } from '../schema.ts';
import type { UploadSettings } from '../upload-folder.ts';

export interface EvidenceDependencies extends EvidenceContext {
  readonly assets: Assets;
  readonly standards: StandardCatalogue;
  readonly uploads: UploadSettings;
}

/** Patterns of the addresses; `paths.ts` makes addresses of them. */
export const LIBRARY = '/don-vi/:unit{[0-9]{5}}/minh-chung';
export const EVIDENCE = `${LIBRARY}/:id{[0-9a-f-]{36}}` as const;

export const unitCodeOf = (c: RequestContext): string => c.req.param('unit')!;

const uuid = z.uuid();

/** An id of the address. @throws RequestError 404 for what can be none */
export function idOf(c: RequestContext, name = 'id'): string {
  const id = uuid.safeParse(c.req.param(name));
  if (!id.success) throw notFound();
  return id.data;
}

export const placeOf = (c: RequestContext): EvidencePlace => ({ unitCode: unitCodeOf(c), id: idOf(c) });

/** The number of a revision in the address. */
export const revisionOf = (c: RequestContext): number => Number(c.req.param('revision'));

/** What a new evidence is for, as far as the address says. */
export function purposeOf(c: RequestContext): Purpose {
  const task = uuid.safeParse(c.req.query('nhiem_vu'));
  return {
    year: Number(/^20[1-9]\d$/.exec(c.req.query('nam') ?? '')?.[0]) || undefined,
    indicator: /^\d{1,2}\.\d{1,2}$/.exec(c.req.query('chi_tieu') ?? '')?.[0],
    taskId: task.success ? task.data : undefined,
  };
}

export const thisYear = ({ clock }: EvidenceContext): number => Number(today(clock).slice(0, 4));

/** The standard whose indicators evidence stands behind. */
export function standardOf({ standards }: Pick<EvidenceDependencies, 'standards'>) {
  const entry = standards.latest('qd-06-2019');
  if (entry === null) throw new Error('The standard qd-06-2019 is not in the folder standards/.');
  return entry.standard;
}

/** The indicator of a year that an address chooses evidence for; undefined where it names none that there is. */
export function choosingOf(
  dependencies: Pick<EvidenceDependencies, 'standards'>,
  year: number | undefined,
  indicator: string | undefined,
): Choosing | undefined {
  const known = indicatorsOf(dependencies).some(({ code }) => code === indicator);
  return year === undefined || indicator === undefined || !known ? undefined : { year, indicator };
}

export const indicatorsOf = (dependencies: Pick<EvidenceDependencies, 'standards'>): IndicatorBox[] =>
  standardOf(dependencies).criteria.flatMap(({ number, indicators }) =>
    indicators.map(({ code }) => ({ criterion: number, code })),
  );

/** An address that says what was done. @param done a key of the words in `done` */
export const withDone = (path: string, done: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}xong=${done}`;
