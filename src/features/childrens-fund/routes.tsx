import { Hono } from 'hono';
import { formatMoney } from '../../domain/activity/index.ts';
import { formatDate, type Language } from '../../domain/text/index.ts';
import { today } from '../../platform/clock.ts';
import { type PersonActor, withReadScope } from '../../platform/database/index.ts';
import {
  formFields,
  inWrongState,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../platform/http/index.ts';
import type { Assets } from '../../ui/assets.ts';
import type { FieldError } from '../../ui/components/ErrorSummary.tsx';
import {
  activityMessages,
  type Fields,
  frameOfWork,
  isId,
  pageOf,
  pageOfWork,
  seenRevision,
  unitOfLog,
  yearOf,
} from '../activities/index.ts';
import { requirePerson } from '../people/index.ts';
import {
  changeContribution,
  recordContribution,
  removeContribution,
  type Saved,
} from './commands/contributions.ts';
import { type FundContext, type FundPlace, type Shortfall, unitOfFund } from './commands/ledger.ts';
import { changeUse, recordUse, removeUse } from './commands/uses.ts';
import { messages } from './messages.ts';
import { ContributionFormPage } from './pages/contribution-form-page.tsx';
import { FundPage } from './pages/fund-page.tsx';
import { ReceiptPage } from './pages/receipt-page.tsx';
import { UseFormPage } from './pages/use-form-page.tsx';
import { fundOfYearPath } from './paths.ts';
import { keepsFund } from './policy.ts';
import { findContribution, findFundYear, findUse } from './queries.ts';
import { type FundFaults, fieldsOfContribution, fieldsOfUse, readContribution, readUse } from './schema.ts';

export interface FundDependencies extends FundContext {
  readonly assets: Assets;
}

const FUND = '/don-vi/:unit{[0-9]{5}}/quy-tre-em';
const ID = ':id{[0-9a-f-]{36}}';

/** A form that was sent and not taken. */
interface Refused {
  readonly values: Fields;
  readonly errors: readonly FieldError[];
  readonly conflict: boolean;
}

function errorsOf(faults: FundFaults, language: Language): FieldError[] {
  const words = { ...activityMessages[language].faults, ...messages[language].faults };
  return Object.entries(faults).map(([field, fault]) => ({ field, message: words[fault] }));
}

const shortInWords = ({ ledger, day, missing }: Shortfall, language: Language): string =>
  messages[language].short[ledger](formatDate(day), formatMoney(missing, language));

/** What a form that was not saved answers with. */
function refusalOf(saved: Exclude<Saved, { outcome: 'saved' }>, values: Fields, language: Language): Refused {
  const error = (field: string, message: string) => ({
    values,
    errors: [{ field, message }],
    conflict: false,
  });
  switch (saved.outcome) {
    case 'conflict':
      return { values, errors: [], conflict: true };
    case 'receiptTaken':
      return error('so_phieu', messages[language].faults.receiptTaken);
    case 'short':
      return error('so_tien', shortInWords(saved.shortfall, language));
  }
}

const statusOf = (refused?: Refused) => (refused === undefined ? 200 : refused.conflict ? 409 : 422);

/** The Children's Fund and contributions: `/don-vi/:unit/quy-tre-em…`. */
export function childrensFundRoutes(dependencies: FundDependencies): Hono<RequestEnvironment> {
  const { database, clock } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  function placeOf(c: RequestContext): FundPlace {
    const id = c.req.param('id');
    if (!isId(id)) throw notFound();
    return { unitCode: c.req.param('unit')!, id };
  }
  const backToBooks = (c: RequestContext, year: number, done: 'luu' | 'xoa') =>
    c.redirect(`${fundOfYearPath(c.req.param('unit')!, year)}&xong=${done}`, 303);

  routes.get(FUND, async (c) => {
    const actor = requirePerson(c);
    const year = yearOf(c.req.query('nam'), Number(today(clock).slice(0, 4)));
    const { unit, books } = await withReadScope(database, actor, async (scope) => {
      const found = await unitOfLog(scope, actor, c.req.param('unit'));
      return { unit: found, books: await findFundYear(scope, found.id, year, pageOf(c.req.query('trang'))) };
    });
    const words = messages[c.var.language].done;
    return pageOfWork(
      c,
      <FundPage
        frame={frameOfWork(c, actor, dependencies)}
        unit={unit}
        year={year}
        books={books}
        mayKeep={keepsFund(actor, unit.id)}
        done={{ luu: words.saved, xoa: words.removed }[c.req.query('xong') ?? '']}
      />,
    );
  });

  /** The form of a contribution, new where the address names none. */
  async function contributionPage(c: RequestContext, actor: PersonActor, refused?: Refused) {
    const id = c.req.param('id') === undefined ? null : placeOf(c).id;
    const { unit, stored } = await withReadScope(database, actor, async (scope) => {
      const found = await unitOfFund(scope, actor, c.req.param('unit')!);
      return { unit: found, stored: id === null ? null : await findContribution(scope, found.id, id) };
    });
    if (stored === undefined) throw notFound();
    const usual = { ngay: formatDate(today(clock)), hinh_thuc: 'tien', vao: 'quy' };
    return pageOfWork(
      c,
      <ContributionFormPage
        frame={frameOfWork(c, actor, dependencies)}
        unit={unit}
        line={stored && lineOnScreen(stored, refused)}
        values={refused?.values ?? (stored === null ? usual : fieldsOfContribution(stored))}
        errors={refused?.errors ?? []}
        conflict={refused?.conflict ?? false}
      />,
      statusOf(refused),
    );
  }

  /** The form of a use, new where the address names none. */
  async function usePage(c: RequestContext, actor: PersonActor, refused?: Refused) {
    const id = c.req.param('id') === undefined ? null : placeOf(c).id;
    const { unit, use, activities } = await withReadScope(database, actor, async (scope) => {
      const found = await unitOfFund(scope, actor, c.req.param('unit')!);
      const thisYear = Number(today(clock).slice(0, 4));
      return { unit: found, ...(await findUse(scope, found.id, id, thisYear)) };
    });
    if (id !== null && use === null) throw notFound();
    const usual = { ngay: formatDate(today(clock)), hinh_thuc: 'tien' };
    return pageOfWork(
      c,
      <UseFormPage
        frame={frameOfWork(c, actor, dependencies)}
        unit={unit}
        line={use && lineOnScreen(use, refused)}
        values={refused?.values ?? (use === null ? usual : fieldsOfUse(use))}
        errors={refused?.errors ?? []}
        conflict={refused?.conflict ?? false}
        activities={activities}
      />,
      statusOf(refused),
    );
  }

  routes.get(`${FUND}/thu/moi`, (c) => contributionPage(c, requirePerson(c)));
  routes.get(`${FUND}/thu/${ID}`, (c) => contributionPage(c, requirePerson(c)));
  routes.get(`${FUND}/chi/moi`, (c) => usePage(c, requirePerson(c)));
  routes.get(`${FUND}/chi/${ID}`, (c) => usePage(c, requirePerson(c)));

  async function saveContribution(c: RequestContext, place: FundPlace | null) {
    const actor = requirePerson(c);
    const { language } = c.var;
    const values = await formFields(c);
    const form = readContribution(values, today(clock));
    if (!form.ok)
      return contributionPage(c, actor, { values, errors: errorsOf(form.faults, language), conflict: false });
    const saved =
      place === null
        ? await recordContribution(dependencies, actor, c.req.param('unit')!, form.value)
        : await changeContribution(dependencies, actor, place, form.value, seenRevision(values));
    if (saved.outcome !== 'saved') return contributionPage(c, actor, refusalOf(saved, values, language));
    return backToBooks(c, Number(form.value.receivedOn.slice(0, 4)), 'luu');
  }

  async function saveUse(c: RequestContext, place: FundPlace | null) {
    const actor = requirePerson(c);
    const { language } = c.var;
    const values = await formFields(c);
    const form = readUse(values, today(clock));
    if (!form.ok)
      return usePage(c, actor, { values, errors: errorsOf(form.faults, language), conflict: false });
    const saved =
      place === null
        ? await recordUse(dependencies, actor, c.req.param('unit')!, form.value)
        : await changeUse(dependencies, actor, place, form.value, seenRevision(values));
    if (saved.outcome !== 'saved') return usePage(c, actor, refusalOf(saved, values, language));
    return backToBooks(c, Number(form.value.usedOn.slice(0, 4)), 'luu');
  }

  routes.post(`${FUND}/thu/moi`, (c) => saveContribution(c, null));
  routes.post(`${FUND}/thu/${ID}`, (c) => saveContribution(c, placeOf(c)));
  routes.post(`${FUND}/chi/moi`, (c) => saveUse(c, null));
  routes.post(`${FUND}/chi/${ID}`, (c) => saveUse(c, placeOf(c)));

  routes.post(`${FUND}/thu/${ID}/xoa`, async (c) => {
    const removed = await removeContribution(dependencies, requirePerson(c), placeOf(c));
    if ('ledger' in removed) throw inWrongState('fund.short', shortInWords(removed, c.var.language));
    return backToBooks(c, removed.year, 'xoa');
  });

  routes.post(`${FUND}/chi/${ID}/xoa`, async (c) => {
    const { year } = await removeUse(dependencies, requirePerson(c), placeOf(c));
    return backToBooks(c, year, 'xoa');
  });

  routes.get(`${FUND}/thu/${ID}/phieu`, async (c) => {
    const actor = requirePerson(c);
    const { unitCode, id } = placeOf(c);
    const { unit, contribution } = await withReadScope(database, actor, async (scope) => {
      const found = await unitOfLog(scope, actor, unitCode);
      return { unit: found, contribution: await findContribution(scope, found.id, id) };
    });
    if (contribution === undefined) throw notFound();
    const frame = frameOfWork(c, actor, dependencies);
    return pageOfWork(c, <ReceiptPage frame={frame} unit={unit} contribution={contribution} />);
  });

  return routes;
}

/** With a conflict the stored revision is what the next saving replaces knowingly; otherwise what was on the screen stays. */
function lineOnScreen(stored: { readonly id: string; readonly revision: number }, refused?: Refused) {
  const { id, revision } = stored;
  return {
    id,
    revision: refused === undefined || refused.conflict ? revision : seenRevision(refused.values),
  };
}
