import type { Item } from '../../../domain/collection/index.ts';

const AGE_IN_MONTHS = 12;

/** "từ 6 đến dưới 11 tuổi"; empty where no age is meant. */
export function ageBandText({ collection: { ageBand } }: Item): string {
  if (ageBand === null) return '';
  const { fromMonths, belowMonths } = ageBand;
  const text = (months: number) =>
    months % AGE_IN_MONTHS === 0 ? `${months / AGE_IN_MONTHS} tuổi` : `${months} tháng`;
  if (fromMonths === 0) return `dưới ${text(belowMonths)}`;
  return `từ ${text(fromMonths)} đến dưới ${text(belowMonths)}`;
}

/** The unit under the heading of a column. */
export const measureText = (item: Item): string =>
  item.collection.asked === 'yes_no' ? 'Có / Không' : item.collection.unit;

export const WORDS = {
  number: 'TT',
  reason: 'Lý do (nếu ghi KAD)',
  filled: 'Đã điền',
  total: 'Cộng',
  guide: 'Hướng dẫn',
  legend: {
    type: '✎ Ô vàng: gõ ở đây',
    computed: 'ƒ Ô xanh: tự tính, đã khóa',
    rule: '§ Ô xám: không sửa',
  },
  how: [
    'Gõ số nguyên vào ô vàng. Ô có sẵn số là số đang lưu; sửa thì gõ đè.',
    'Chưa có số liệu: để trống. Không có trường hợp nào: gõ số 0.',
    'Không áp dụng: gõ “KAD: lý do”, hoặc gõ KAD và ghi lý do ở cột “Lý do (nếu ghi KAD)” hay trong ghi chú của ô.',
    'Chưa đến hạn: gõ “Chưa đến hạn”.',
    'Có thể sắp xếp lại, chèn, ẩn, đổi tên cột và hàng. Không xóa cột A và hàng mã đang ẩn: chương trình nhận ra ô nhờ chúng.',
    'Điền xong, lưu lại dạng .xlsx rồi nạp ở trang “Nạp số liệu từ Excel”. Trước khi lưu, chương trình cho xem số nào sẽ thay đổi.',
    'Số nào đã bị người khác sửa sau khi tải mẫu thì không bị ghi đè: chương trình hỏi lấy số nào.',
  ],
  definitions: {
    label: 'Số liệu',
    measure: 'Đơn vị tính',
    age: 'Độ tuổi',
    definition: 'Định nghĩa',
    source: 'Nguồn',
  },
} as const;
