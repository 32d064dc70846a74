import type { OfficialDocument } from '../../documents/index.ts';
import { formatMoney, moneyInWords } from '../../domain/activity/index.ts';
import type { UnitAtWork } from '../territory/index.ts';
import type { Contribution } from './content.ts';
import { messages } from './messages.ts';

/** The receipt of a contribution, one page. In Vietnamese only: it is an administrative document. */
export function receiptDocument(unit: UnitAtWork, contribution: Contribution): OfficialDocument {
  const { receivedOn, goods, toFund, purpose } = contribution;
  const words = messages.vi;
  const [year, month, day] = receivedOn.split('-').map(Number);
  const line = (term: string, value: string) =>
    ({ kind: 'paragraph', runs: [{ text: `${term}: ` }, { text: value, bold: true }] }) as const;
  return {
    language: 'vi-VN',
    metadataTitle: `${words.receipt.title} - ${unit.fullName}`,
    head: {
      issuingBody: ['Ủy ban nhân dân', unit.fullName],
      number: contribution.receiptNumber,
      symbol: 'PTN-UBND',
      // In full, which is never wrong: whether a unit is named after a person is not known here.
      place: unit.fullName,
      date: { year: year!, month: month!, day: day! },
    },
    documentType: 'Phiếu tiếp nhận',
    title: ['Đóng góp cho công tác trẻ em'],
    addressees: [],
    legalBases: [],
    blocks: [
      ...(unit.fictional
        ? [{ kind: 'notice', text: 'Số liệu mô phỏng, không phải số liệu thật' } as const]
        : []),
      line(
        'Đã tiếp nhận của',
        `${contribution.donor} (${words.donorKinds[contribution.donorKind].toLocaleLowerCase('vi')})`,
      ),
      ...(goods === null
        ? [line('Số tiền', formatMoney(contribution.amount))]
        : [line('Hiện vật', goods), line('Giá trị ước tính', formatMoney(contribution.amount))]),
      line('Bằng chữ', moneyInWords(contribution.amount)),
      line('Đóng góp', toFund ? 'vào Quỹ Bảo trợ trẻ em' : `theo mục đích: ${purpose ?? ''}`),
      {
        kind: 'paragraph',
        runs: [{ text: `Ủy ban nhân dân ${unit.fullName} trân trọng cảm ơn sự đóng góp dành cho trẻ em./.` }],
      },
    ],
    signature: { lines: ['NGƯỜI TIẾP NHẬN'], name: null },
    recipients: ['Người đóng góp', 'Lưu: VT, VHXH'],
    annexes: [],
    runningNotice: null,
  };
}
