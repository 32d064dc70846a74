import { Hono } from 'hono';
import { today } from '../../../platform/clock.ts';
import { withReadScope } from '../../../platform/database/index.ts';
import type { RequestEnvironment } from '../../../platform/http/index.ts';
import { frameOfWork, pageOfWork } from '../../activities/index.ts';
import { requirePerson } from '../../people/index.ts';
import { unitOfLibrary } from '../commands/context.ts';
import { LibraryPage } from '../pages/list-page.tsx';
import { mayAdd } from '../policy.ts';
import { listEvidence } from '../queries/list.ts';
import { listWaitingFiles } from '../queries/waiting.ts';
import { listQuery } from '../schema.ts';
import { choosingOf, type EvidenceDependencies, LIBRARY, standardOf, unitCodeOf } from './common.tsx';

/** The library, searched and narrowed. */
export function listRoutes(dependencies: EvidenceDependencies): Hono<RequestEnvironment> {
  const { database, clock } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  routes.get(LIBRARY, async (c) => {
    const actor = requirePerson(c);
    const query = listQuery.parse(c.req.query());
    const filter = {
      search: query.tim ?? '',
      criterion: query.tieu_chi ?? null,
      year: query.nam ?? null,
      documentType: query.loai || null,
      unused: query.chua_gan !== undefined,
      expired: query.het_han !== undefined,
      showsChildren: query.co_tre_em !== undefined,
      withdrawn: query.da_rut !== undefined,
    };
    const { unit, list, waiting } = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfLibrary(scope, actor, unitCodeOf(c));
      return {
        unit,
        list: await listEvidence(scope, actor, unit.id, filter, today(clock), query.trang),
        waiting: mayAdd(actor, unit.id) ? await listWaitingFiles(scope, actor, unit.id) : [],
      };
    });
    return pageOfWork(
      c,
      <LibraryPage
        frame={frameOfWork(c, actor, dependencies)}
        unit={unit}
        standard={standardOf(dependencies)}
        choosing={
          mayAdd(actor, unit.id) ? choosingOf(dependencies, query.cho_nam, query.chi_tieu) : undefined
        }
        query={query}
        list={list}
        mayAdd={mayAdd(actor, unit.id)}
        waiting={waiting.length}
        done={c.req.query('xong')}
      />,
    );
  });

  return routes;
}
