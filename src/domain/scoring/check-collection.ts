import type { InputDefinition, PartOfCount, Standard } from './standard.ts';
import type { StandardFault } from './standard-fault.ts';

/** Children in the sense of the law are under sixteen (Luật Trẻ em Điều 1). */
const MONTHS_OF_CHILDHOOD = 16 * 12;

/** The months of age of which a part by age counts children. */
const MONTHS_OF_PART: Partial<Record<PartOfCount, readonly [from: number, below: number]>> = {
  under_6: [0, 72],
  from_6_to_10: [72, 132],
  from_11_to_15: [132, 192],
};

function faultsOfInput(path: string, { kind, collection }: InputDefinition): StandardFault[] {
  if (collection === undefined) return [];
  const { asked, question, ageBand, parts, rollUp } = collection;
  const faults: StandardFault[] = [];
  const fault = (field: string, message: string) =>
    faults.push({ path: `${path}.collection.${field}`, code: 'collection_does_not_fit', message });
  if (kind === 'yes_no' && asked !== 'yes_no')
    fault('asked', 'số liệu có hoặc không thì nơi thu thập cũng trả lời có hoặc không');
  const ofYesNo = (rule: string) => rule === 'any' || rule === 'all';
  if (kind === 'count') {
    if (ofYesNo(rollUp.places))
      fault('rollUp.places', 'số đếm không gộp theo “có ở một nơi” hay “có ở mọi nơi”');
    if (ofYesNo(rollUp.periods))
      fault('rollUp.periods', 'số đếm không gộp theo “có trong một kỳ” hay “có trong mọi kỳ”');
  } else {
    if (!ofYesNo(rollUp.places)) fault('rollUp.places', 'có hoặc không thì gộp các nơi theo any hoặc all');
    if (rollUp.periods === 'sum') fault('rollUp.periods', 'có hoặc không thì không cộng các kỳ');
  }
  if (asked === 'yes_no' && kind === 'count' && rollUp.places !== 'sum' && rollUp.places !== 'count')
    fault('rollUp.places', 'đếm số nơi trả lời có thì gộp theo sum');
  const answersForCount = asked === 'yes_no' && kind === 'count' && rollUp.places === 'sum';
  if (answersForCount !== (question !== undefined))
    fault('question', 'câu hỏi đi cùng số đếm mà từng nơi trả lời có hoặc không, và chỉ với số đếm ấy');
  if (asked === 'yes_no' && parts.length > 0)
    fault('parts', 'câu trả lời có hoặc không thì không chia nhỏ được');
  if (new Set(parts).size !== parts.length) fault('parts', 'một phân tổ có hai lần');
  if (
    ageBand !== null &&
    !(ageBand.fromMonths < ageBand.belowMonths && ageBand.belowMonths <= MONTHS_OF_CHILDHOOD)
  )
    fault('ageBand', 'độ tuổi phải nằm trong khoảng từ 0 đến dưới 192 tháng, tháng đầu nhỏ hơn tháng cuối');
  for (const part of parts) {
    const months = MONTHS_OF_PART[part];
    if (
      months !== undefined &&
      ageBand !== null &&
      (months[1] <= ageBand.fromMonths || months[0] >= ageBand.belowMonths)
    )
      fault('parts', `phân tổ ${part} nằm ngoài độ tuổi của số liệu`);
  }
  return faults;
}

/** What of the collection cannot be: answers, parts, ages and roll-ups that do not fit their input. */
export function faultsOfCollection(standard: Standard): StandardFault[] {
  return Object.entries(standard.inputs).flatMap(([input, definition]) =>
    faultsOfInput(`inputs.${input}`, definition),
  );
}
