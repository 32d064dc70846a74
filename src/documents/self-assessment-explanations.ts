import { type Assessment, type Reason, type Standard, sentenceOf } from '../domain/scoring/index.ts';
import { type Block, bold, heading, paragraph, plain, type Run } from './block-model.ts';

export interface ExplanationInput {
  readonly standard: Standard;
  readonly assessment: Assessment;
  readonly ownerNames: Readonly<Record<number, string>>;
  readonly explanations?: Readonly<Record<number, string>>;
}

/** Room for the unit's own words where it has given none yet. */
const TO_BE_WRITTEN = '…'.repeat(14);

/** What the report has to account for: criteria at zero, missing figures, figures that do not apply. */
export function explanationBlocks(input: ExplanationInput): readonly Block[] {
  const notApplicable = notApplicableItems(input);
  return [
    heading(2, '1. Tiêu chí bị 0 điểm'),
    ...zeroBlocks(input),
    heading(2, '2. Số liệu còn thiếu'),
    ...missingBlocks(input),
    ...(notApplicable.length > 0
      ? [heading(2, '3. Số liệu không áp dụng'), { kind: 'list', items: notApplicable } as const]
      : []),
  ];
}

function zeroBlocks({ standard, assessment, explanations }: ExplanationInput): readonly Block[] {
  const zeros = assessment.criteria.filter((criterion) => criterion.disqualifyingZero);
  if (zeros.length === 0) return [paragraph('Không có.')];
  return zeros.flatMap((score) => {
    const criterion = standard.criteria.find((candidate) => candidate.number === score.number)!;
    return [
      paragraph(bold(`Tiêu chí ${score.number}. ${criterion.name}:`)),
      {
        kind: 'list' as const,
        items: [
          ...score.indicators.map((indicator) => [
            plain(
              `Chỉ tiêu ${indicator.code}: ${sentenceOf(indicator.trace, standard, indicator.points, 'vi')}`,
            ),
          ]),
          [plain(`Nguyên nhân, biện pháp khắc phục: ${explanations?.[score.number] ?? TO_BE_WRITTEN}`)],
        ],
      },
    ];
  });
}

function missingBlocks(input: ExplanationInput): readonly Block[] {
  const missing = input.assessment.reasons.filter((reason) => reason.code === 'figure_missing');
  if (missing.length === 0) return [paragraph('Không có.')];
  return [{ kind: 'list', items: missing.map((reason) => [plain(missingText(reason, input))]) }];
}

type MissingReason = Extract<Reason, { code: 'figure_missing' }>;

const STATE_WORDS = {
  no_data: 'chưa có số liệu',
  not_due: 'chưa đến hạn',
  not_applicable: 'ghi không áp dụng, tiêu chuẩn chưa có quy tắc',
  given: 'bằng 0 nên chưa tính được',
} as const;

function missingText(reason: MissingReason, { standard, ownerNames }: ExplanationInput): string {
  const label = standard.inputs[reason.input]?.label ?? reason.input;
  const year = reason.period === 'previous' ? ' của năm trước' : '';
  const owners = [
    ...new Set(
      standard.criteria
        .filter((criterion) => criterion.indicators.some(({ code }) => reason.indicators.includes(code)))
        .flatMap((criterion) => ownerNames[criterion.number] ?? []),
    ),
  ];
  const by = owners.length > 0 ? `; đơn vị cung cấp: ${owners.join(', ')}` : '';
  return `${label}${year}: ${STATE_WORDS[reason.state]} (chỉ tiêu ${reason.indicators.join(', ')}${by}).`;
}

function notApplicableItems({ standard, assessment }: ExplanationInput): readonly (readonly Run[])[] {
  const reasons = new Map<string, string>();
  for (const { indicators } of assessment.criteria) {
    for (const { trace } of indicators) {
      for (const { input, figure } of trace.inputs) {
        if (figure.state === 'not_applicable') reasons.set(input, figure.reason);
      }
    }
  }
  return [...reasons].map(([input, reason]) => [
    plain(`${standard.inputs[input]?.label ?? input}: ${reason}.`),
  ]);
}
