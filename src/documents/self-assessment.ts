import {
  type Assessment,
  explainReason,
  type Figures,
  PROVISIONAL,
  type Standard,
} from '../domain/scoring/index.ts';
import {
  type Block,
  bold,
  type DocumentDate,
  END_MARK,
  heading,
  italic,
  type OfficialDocument,
  paragraph,
  plain,
  type Signature,
} from './block-model.ts';
import { basesOfStandard, shortCitation } from './citations.ts';
import { figuresAnnex } from './self-assessment-annex.ts';
import { explanationBlocks } from './self-assessment-explanations.ts';
import { criteriaTable, pointsText, wholePoints } from './self-assessment-table.ts';
import { committeeOf, type IssuingUnit, typeNoun, unitInSentence } from './unit-names.ts';

/** Said wherever a value took part that nobody has compared with the annex of the decision yet. */
export const PROVISIONAL_SENTENCE = PROVISIONAL.vi;
/** Said on every page of a document made from figures that were made up. */
export const FICTIONAL_SENTENCE = 'Số liệu mô phỏng, không phải số liệu thật';

export interface SelfAssessmentInput {
  readonly standard: Standard;
  readonly assessment: Assessment;
  readonly figures: Figures;
  readonly previous: Figures;
  readonly unit: IssuingUnit;
  /** The year that is assessed. */
  readonly year: number;
  /** Date of the document; without it the year assessed, month and day blank. */
  readonly date?: DocumentDate;
  /** Given after signing. */
  readonly number?: number;
  /** Who follows each criterion, by its number. */
  readonly ownerNames: Readonly<Record<number, string>>;
  /** The unit's own words on a criterion at zero: cause and remedy, by the criterion's number. */
  readonly explanations?: Readonly<Record<number, string>>;
  readonly signature: Signature;
  readonly addressees?: readonly string[];
  readonly recipients: readonly string[];
  /** The figures are made up: every page says so. */
  readonly fictional: boolean;
}

/**
 * The official report of a unit's self-assessment, as a block model. Written in Vietnamese only: it is an
 * administrative document. An incomplete assessment prints with its gaps and the range the points can still take.
 */
export function selfAssessmentDocument(input: SelfAssessmentInput): OfficialDocument {
  const { unit, year } = input;
  const subject = `Kết quả tự đánh giá ${typeNoun(unit.unitType)} phù hợp với trẻ em năm ${year}`;
  return {
    language: 'vi-VN',
    metadataTitle: `Báo cáo ${subject.charAt(0).toLocaleLowerCase('vi')}${subject.slice(1)} - ${unit.unitName}`,
    head: {
      ...(unit.superiorBody === undefined ? {} : { superiorBody: unit.superiorBody }),
      issuingBody: ['Ủy ban nhân dân', unit.unitName],
      number: input.number === undefined ? null : String(input.number),
      symbol: 'BC-UBND',
      place: unit.place,
      date: input.date ?? { year, month: null, day: null },
    },
    documentType: 'Báo cáo',
    title: [subject, `của ${unitInSentence(unit)}, ${unit.provinceName}`],
    addressees: input.addressees ?? [],
    legalBases: basesOfStandard(input.standard),
    blocks: [
      ...(input.fictional ? [{ kind: 'notice', text: FICTIONAL_SENTENCE } as const] : []),
      paragraph(
        `${committeeOf(unit)} báo cáo kết quả tự đánh giá năm ${year} theo ${shortCitation(input.standard.legalBasis)} như sau:`,
      ),
      heading(1, 'I. KẾT QUẢ CHUNG'),
      ...overallBlocks(input),
      heading(1, `II. KẾT QUẢ TỰ CHẤM ĐIỂM ${input.standard.criteria.length} TIÊU CHÍ`),
      criteriaTable(input.standard, input.assessment, input.ownerNames),
      ...provisionalNote(input),
      heading(1, 'III. GIẢI TRÌNH'),
      ...explanationBlocks(input),
      heading(1, 'IV. CAM KẾT'),
      paragraph(
        `${committeeOf(unit)} cam kết số liệu trong Báo cáo này là trung thực, đúng với hồ sơ, tài liệu kiểm chứng đang lưu tại đơn vị và chịu trách nhiệm về tính chính xác của số liệu.`,
      ),
      paragraph(closing(input)),
    ],
    signature: input.signature,
    recipients: input.recipients,
    annexes: [figuresAnnex(input)],
    runningNotice: input.fictional ? FICTIONAL_SENTENCE : null,
  };
}

function overallBlocks(input: SelfAssessmentInput): readonly Block[] {
  const { assessment, standard } = input;
  const threshold = standard.recognition.thresholds.find(
    (candidate) => candidate.class === assessment.territoryClass,
  );
  const maximum = wholePoints(assessment.maximum);
  const total =
    assessment.total === null
      ? [
          plain('chưa xác định được do chưa đủ số liệu; với số liệu hiện có, trong khoảng '),
          bold(`${pointsText(assessment)}/${maximum} điểm`),
          plain(' (thấp nhất–cao nhất).'),
        ]
      : [bold(`${wholePoints(assessment.total)}/${maximum} điểm`), plain('.')];
  return [
    paragraph('1. Tổng số điểm tự chấm: ', ...total),
    paragraph(
      `2. Ngưỡng công nhận: từ ${wholePoints(assessment.threshold)} điểm trở lên`,
      threshold ? `, áp dụng đối với loại địa bàn “${threshold.statement}”.` : '.',
    ),
    paragraph(`3. Kết quả theo tiêu chí: ${criteriaSummary(assessment)}.`),
    ...verdictBlocks(input),
    ...(isProvisional(input)
      ? [
          paragraph(
            italic(
              `Kết quả trên là ${PROVISIONAL_SENTENCE} ban hành kèm theo ${shortCitation(standard.legalBasis)}.`,
            ),
          ),
        ]
      : []),
  ];
}

function criteriaSummary(assessment: Assessment): string {
  const { criteria } = assessment;
  const zero = criteria.filter((criterion) => criterion.disqualifyingZero).length;
  const open = criteria.filter(
    (criterion) => criterion.points === null && !criterion.disqualifyingZero,
  ).length;
  const full = criteria.filter((criterion) => criterion.points === criterion.maximum).length;
  const scored = criteria.length - zero - open - full;
  return [
    `${full}/${criteria.length} tiêu chí đạt điểm tối đa`,
    ...(scored > 0 ? [`${scored} tiêu chí đạt một phần điểm`] : []),
    zero > 0 ? `${zero} tiêu chí bị 0 điểm` : 'không có tiêu chí bị 0 điểm',
    ...(open > 0 ? [`${open} tiêu chí chưa đủ số liệu`] : []),
  ].join('; ');
}

function verdictBlocks({ assessment, standard, unit, year }: SelfAssessmentInput): readonly Block[] {
  const honour = `${typeNoun(unit.unitType)} phù hợp với trẻ em năm ${year}`;
  const name = unitInSentence(unit);
  const subject = name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
  if (assessment.verdict === 'recognisable') {
    return [
      paragraph(
        '4. Kết luận: ',
        bold(`${subject} đủ điều kiện đề nghị công nhận ${honour}`),
        ', do tổng số điểm đạt ngưỡng và không có tiêu chí nào bị 0 điểm.',
      ),
    ];
  }
  const stated = assessment.reasons.filter((reason) => reason.code !== 'figure_missing');
  const missing = assessment.reasons.length - stated.length;
  const reasons = stated.map((reason) => explainReason(reason, standard, assessment, 'vi'));
  if (missing > 0) reasons.push(`Còn thiếu ${missing} số liệu, nêu tại khoản 2 mục III.`);
  const verdict =
    assessment.verdict === 'incomplete'
      ? `Chưa đủ căn cứ kết luận ${name} đủ hay không đủ điều kiện đề nghị công nhận ${honour}`
      : `${subject} chưa đủ điều kiện đề nghị công nhận ${honour}`;
  return [
    paragraph('4. Kết luận: ', bold(verdict), ', do:'),
    { kind: 'list', items: reasons.map((reason) => [plain(reason)]) },
  ];
}

/** A provisional value took part in a score, or is the most that a score can be. */
function isProvisional({ assessment, standard }: SelfAssessmentInput): boolean {
  const maxima = [
    standard.maximum.provenance,
    ...standard.criteria.flatMap(({ maxPointsProvenance, indicators }) => [
      maxPointsProvenance,
      ...indicators.map(({ pointsProvenance }) => pointsProvenance),
    ]),
  ];
  return assessment.provisional.length > 0 || maxima.some(({ status }) => status === 'provisional');
}

function provisionalNote(input: SelfAssessmentInput): readonly Block[] {
  if (!isProvisional(input)) return [];
  const source = shortCitation(input.standard.legalBasis);
  return [
    {
      kind: 'note',
      runs: [plain(`Ghi chú: điểm có dấu (*) là ${PROVISIONAL_SENTENCE} ban hành kèm theo ${source}.`)],
    },
  ];
}

function closing({ assessment, unit, year }: SelfAssessmentInput): string {
  const report = `Trên đây là Báo cáo kết quả tự đánh giá ${typeNoun(unit.unitType)} phù hợp với trẻ em năm ${year} của ${committeeOf(unit)}`;
  const request =
    assessment.verdict === 'recognisable'
      ? '; kính đề nghị cấp có thẩm quyền xem xét, công nhận theo quy định'
      : '';
  return `${report}${request}${END_MARK}`;
}
