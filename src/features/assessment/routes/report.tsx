import { Hono } from 'hono';
import { renderDocx, renderPdf } from '../../../documents/index.ts';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notAllowed,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import { requirePerson } from '../../people/index.ts';
import { saveDocumentSetting } from '../commands/save-document-setting.ts';
import { messages } from '../messages.ts';
import { ReportPage, ReportSettingPage } from '../pages/report-page.tsx';
import { reportPath } from '../paths.ts';
import { mayPlan } from '../policy.ts';
import { findDocumentSetting, reportOf } from '../report.ts';
import { documentSettingSchema } from '../schema.ts';
import { type ScoredCycle, scoreCycle } from '../scored-cycle.ts';
import { type AssessmentDependencies, CYCLE, frameOf, page, placeOf, wholeCycle } from './common.tsx';

/** The official report: preview, DOCX, PDF, and its form. */
export function reportRoutes(dependencies: AssessmentDependencies): Hono<RequestEnvironment> {
  const { database, standards } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  async function report(c: RequestContext, actor: PersonActor) {
    return withReadScope(database, actor, async (scope) => {
      const cycle = await wholeCycle(c, scope, actor, dependencies);
      const scored = scoreCycle(standards, cycle);
      const setting = await findDocumentSetting(scope, cycle);
      return { scored, setting, document: reportOf(scored, setting) };
    });
  }

  const fileName = ({ cycle }: ScoredCycle, extension: string) =>
    `attachment; filename="tu-danh-gia-${cycle.unit.code}-${cycle.year}.${extension}"`;

  routes.get(`${CYCLE}/bao-cao`, async (c) => {
    const actor = requirePerson(c);
    const { scored, document } = await report(c, actor);
    return page(
      c,
      <ReportPage
        frame={frameOf(c, actor, dependencies)}
        scored={scored}
        document={document}
        mayChange={mayPlan(actor, scored.cycle.unit.id)}
      />,
    );
  });

  routes.get(`${CYCLE}/bao-cao.docx`, async (c) => {
    const { scored, document } = await report(c, requirePerson(c));
    return c.body((await renderDocx(document)) as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'Content-Disposition': fileName(scored, 'docx'),
    });
  });

  routes.get(`${CYCLE}/bao-cao.pdf`, async (c) => {
    const { scored, document } = await report(c, requirePerson(c));
    return c.body((await renderPdf(document)) as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': fileName(scored, 'pdf'),
    });
  });

  routes.get(`${CYCLE}/bao-cao/the-thuc`, async (c) => {
    const actor = requirePerson(c);
    const { scored, setting } = await report(c, actor);
    if (!mayPlan(actor, scored.cycle.unit.id)) throw notAllowed('assessment.may-not-set-report');
    return page(
      c,
      <ReportSettingPage
        frame={frameOf(c, actor, dependencies)}
        cycle={scored.cycle}
        typed={{
          dia_danh: setting.place,
          kinh_gui: setting.addressees.join('\n'),
          chuc_vu: setting.signatureLines.join('\n'),
          nguoi_ky: setting.signer ?? '',
          noi_nhan: setting.recipients.join('\n'),
        }}
      />,
    );
  });

  routes.post(`${CYCLE}/bao-cao/the-thuc`, async (c) => {
    const actor = requirePerson(c);
    const form = await formFields(c);
    const read = documentSettingSchema.safeParse(form);
    if (!read.success) {
      const { scored } = await report(c, actor);
      if (!mayPlan(actor, scored.cycle.unit.id)) throw notAllowed('assessment.may-not-set-report');
      const words = messages[c.var.language].reportPage;
      const faults: Record<string, string> = {
        dia_danh: words.placeMissing,
        chuc_vu: words.signatureMissing,
        noi_nhan: words.recipientsMissing,
      };
      const fields = new Set(read.error.issues.map(({ path }) => String(path[0])));
      const text = (name: string) => form[name] ?? '';
      return page(
        c,
        <ReportSettingPage
          frame={frameOf(c, actor, dependencies)}
          cycle={scored.cycle}
          typed={{
            dia_danh: text('dia_danh'),
            kinh_gui: text('kinh_gui'),
            chuc_vu: text('chuc_vu'),
            nguoi_ky: text('nguoi_ky'),
            noi_nhan: text('noi_nhan'),
          }}
          errors={[...fields].flatMap((field) => (faults[field] ? [{ field, message: faults[field] }] : []))}
        />,
        422,
      );
    }
    await saveDocumentSetting(dependencies, actor, placeOf(c), {
      place: read.data.dia_danh,
      addressees: read.data.kinh_gui,
      signatureLines: read.data.chuc_vu,
      signer: read.data.nguoi_ky,
      recipients: read.data.noi_nhan,
    });
    const { unitCode, year } = placeOf(c);
    return c.redirect(reportPath(unitCode, year), 303);
  });

  return routes;
}
