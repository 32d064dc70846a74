import type { PartRole, ReadObjective } from '../reading.ts';

export interface HeadingName {
  readonly pattern: RegExp;
  readonly role: PartRole;
  readonly kind?: ReadObjective['kind'];
}

/** What a part is about, by its heading on folded text; the first that fits counts. */
export const HEADING_NAMES: readonly HeadingName[] = [
  {
    pattern:
      /^(?:danh gia )?(?:ket qua|tinh hinh|thuc trang|dac diem|khai quat|uu diem|ton tai|han che|nguyen nhan|su can thiet|bai hoc)(?! (?:can dat|phan dau))/u,
    role: 'past',
  },
  { pattern: /^quan diem(?: chi dao)?[ .:]*$/u, role: 'other' },
  {
    pattern:
      /^(?:muc dich|quan diem(?= ?,| va))(?:[ ,;-]+(?:va )?(?:y nghia|yeu cau|muc tieu|quan diem|muc dich|chi dao|nguyen tac))*[ .:]*$/u,
    role: 'purpose',
    kind: 'purpose',
  },
  { pattern: /^muc dich\b.{0,60}$/u, role: 'purpose', kind: 'purpose' },
  {
    pattern: /^(?:cac )?yeu cau(?: chung| cu the| chu yeu| dat ra| doi voi.{0,40}| trong .{0,40})?[ .:]*$/u,
    role: 'purpose',
    kind: 'requirement',
  },
  { pattern: /^(?:y nghia|nguyen tac)\b.{0,30}$/u, role: 'purpose', kind: 'purpose' },
  {
    pattern: /^(?:cac )?muc tieu[ ,]*(?:,? ?(?:va )?chi tieu )?(?:cu the|chu yeu)/u,
    role: 'objectives',
    kind: 'specific',
  },
  { pattern: /^(?:cac )?(?:nhom )?chi tieu\b(?! thong ke)/u, role: 'objectives', kind: 'specific' },
  { pattern: /^(?:cac )?muc tieu\b/u, role: 'objectives', kind: 'general' },
  {
    pattern:
      /^(?:nguon )?kinh phi\b|^du toan|^nguon luc|^tai chinh|^nguon kinh phi|^co che tai chinh|^kinh phi/u,
    role: 'funding',
  },
  {
    pattern:
      /^(?:che do|cong tac|thuc hien che do|quy dinh)? ?(?:ve )?(?:thong tin,?(?: va)? ?(?:-|–)? ?)?bao cao\b|^che do thong tin|^thong tin,? bao cao|^so ket,? tong ket|^kiem tra,? (?:giam sat,? )?(?:va )?bao cao|^(?:che do )?thong tin va bao cao/u,
    role: 'reporting',
  },
  {
    pattern:
      /^(?:cong tac )?to chuc (?:trien khai )?(?:va )?(?:thuc hien|trien khai)|^phan cong|^trach nhiem|^giao nhiem vu|^nhiem vu (?:cua |cu the cua |cac (?:co quan|don vi|phong|nganh|to chuc|so))|^trien khai thuc hien$/u,
    role: 'assignments',
  },
  {
    pattern:
      /^(?:cac )?(?:noi dung|nhiem vu|giai phap|hoat dong|bien phap|phuong huong|nhom giai phap|nhom nhiem vu|cong tac|cac nhiem vu|trong tam|mot so)/u,
    role: 'measures',
  },
  {
    pattern: /^(?:pham vi|doi tuong|thoi gian|dia diem|thanh phan|tien do|lo trinh|dia ban)/u,
    role: 'measures',
  },
];

/** Headings that stand in one line with what they head: "Mục tiêu tổng quát: …". */
export const INLINE_HEADING =
  /^(?:muc dich|yeu cau|(?:cac )?muc tieu(?: chung| tong quat| cu the)?|(?:cac )?chi tieu(?: cu the)?|kinh phi(?: thuc hien)?|nguon kinh phi|y nghia|quan diem|doi tuong|pham vi|thoi gian|dia diem)(?: [a-z0-9 ,]{0,40})?$/u;
