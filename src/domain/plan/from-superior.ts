import { type BlankPlanInput, blankPlan, STANDING_BODY } from './blank-plan.ts';
import { lowerFirst } from './blank-wording.ts';
import type { PlanContent, PlanItem, PlanPart, PlanSection } from './content.ts';

/** Something in a superior's plan that concerns the commune and can be taken over into its own. */
export interface SuperiorOffer {
  /** The item of the superior's plan. */
  readonly itemId: string;
  readonly text: string;
  readonly reasons: readonly ('target' | 'deadline' | 'duty')[];
  readonly targets: PlanItem['targets'];
  readonly deadlines: PlanItem['deadlines'];
  readonly recurrence: PlanItem['recurrence'];
}

/** "UBND các xã, phường", "cấp xã", "các địa phương". */
const COMMUNES =
  /(?:UBND|ủy ban nhân dân|uỷ ban nhân dân) (?:các )?(?:xã|phường|thị trấn|đặc khu|cấp xã)|cấp xã|các (?:xã|phường|địa phương)(?!\p{L})/iu;

/** Targets of the superior's plan, and the duties and due dates that it gives to communes, in the order of the paper. */
export function offersOfSuperior(content: PlanContent): readonly SuperiorOffer[] {
  return content.sections.flatMap((section) =>
    section.parts.flatMap((part) =>
      part.items.flatMap((item): readonly SuperiorOffer[] => {
        const forCommunes =
          addressesCommunes(part) || (!isForOthers(section, part) && COMMUNES.test(item.text));
        const reasons = [
          ...(item.targets.length > 0 ? (['target'] as const) : []),
          ...(item.deadlines.length > 0 && forCommunes ? (['deadline'] as const) : []),
          ...(forCommunes && section.role === 'assignments' ? (['duty'] as const) : []),
        ];
        if (reasons.length === 0) return [];
        const { id, text, targets, deadlines, recurrence } = item;
        return [{ itemId: id, text, reasons, targets, deadlines, recurrence }];
      }),
    ),
  );
}

function addressesCommunes({ assignee, heading }: PlanPart): boolean {
  return assignee?.unitKind === 'commune_committees' || (heading !== null && COMMUNES.test(heading));
}

/** A task of a named department mentions communes often without giving them anything to do. */
const isForOthers = ({ role }: PlanSection, { assignee }: PlanPart): boolean =>
  role === 'assignments' && assignee !== null && assignee.unitKind !== 'all_units';

/** The superior's plan as it is cited. */
export interface SuperiorPlan {
  readonly content: PlanContent;
  /** As printed before the symbol: "138"; null where it was never entered. */
  readonly number: string | null;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string | null;
}

/** "Kế hoạch số 138/KH-UBND ngày 15/4/2026 của Ủy ban nhân dân tỉnh Lạng Sơn về triển khai công tác trẻ em năm 2026". */
export function citationOfSuperior({ content, number, issuedOn }: SuperiorPlan): string {
  const type =
    content.documentType.charAt(0).toLocaleUpperCase('vi') +
    content.documentType.slice(1).toLocaleLowerCase('vi');
  const [body = '', ...unit] = content.issuingBody;
  const issuer = [body, ...unit.map(lowerFirst)].join(' ');
  const [year, month = '', day = ''] = issuedOn?.split('-') ?? [];
  return [
    type,
    ...(number === null ? [] : [`số ${number}/${content.symbol}`]),
    ...(year === undefined ? [] : [`ngày ${day}/${Number(month) <= 2 ? month : Number(month)}/${year}`]),
    ...(issuer === '' ? [] : [`của ${issuer}`]),
    `về ${lowerFirst(content.title.replace(/^về (?:việc )?/iu, ''))}`,
  ].join(' ');
}

/**
 * A first draft that carries the superior's plan out: it rests on it, and holds the offers that were taken over: targets
 * in a section of their own, duties and due dates with the body that answers for the plan.
 */
export function planFromSuperior(
  input: Omit<BlankPlanInput, 'superiors'>,
  superior: SuperiorPlan,
  taken: readonly SuperiorOffer[],
): PlanContent {
  const draft = blankPlan({ ...input, superiors: [citationOfSuperior(superior)] });
  const itemOf = ({ text, targets, deadlines, recurrence }: SuperiorOffer): PlanItem => ({
    id: input.newId(),
    text,
    targets,
    criteria: [],
    deadlines,
    recurrence,
  });
  const isTarget = ({ reasons }: SuperiorOffer) => reasons.includes('target') && !reasons.includes('duty');
  const targets = taken.filter(isTarget).map(itemOf);
  const duties = taken.filter((offer) => !isTarget(offer)).map(itemOf);
  const standing = input.organisations.find(({ kind }) => kind === STANDING_BODY)?.name;
  return {
    ...draft,
    sections: draft.sections.flatMap((section) => {
      if (section.role === 'purpose' && targets.length > 0)
        return [section, targetSection(targets, input.newId)];
      if (section.role !== 'assignments' || duties.length === 0) return [section];
      const receiver = section.parts.find(({ heading }) => heading === standing) ?? section.parts[0];
      return [
        {
          ...section,
          parts: section.parts.map((part) =>
            part === receiver ? { ...part, items: [...part.items, ...duties] } : part,
          ),
        },
      ];
    }),
  };
}

function targetSection(items: readonly PlanItem[], newId: () => string): PlanSection {
  return {
    id: newId(),
    role: 'objectives',
    heading: 'Mục tiêu',
    parts: [
      {
        id: newId(),
        heading: 'Mục tiêu cụ thể',
        objectiveKind: 'specific',
        assignee: null,
        form: 'bullets',
        items,
      },
    ],
  };
}
