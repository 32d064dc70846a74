/**
 * The words of letters that remind. Only in Vietnamese: the program knows the language of a screen, not that of a reader of
 * mail.
 */
export const words = {
  subject: (all: number, late: number) =>
    late === 0 ? `Nhắc việc: ${all} việc đến hạn` : `Nhắc việc: ${all} việc, trong đó ${late} việc quá hạn`,
  greeting: (name: string) => `Kính gửi ông/bà ${name},`,
  opening: (unit: string, date: string) =>
    `Đến ngày ${date}, các việc sau của tổ chức ông/bà tại ${unit} cần chú ý:`,
  headings: { after: 'ĐÃ QUÁ HẠN', on_day: 'ĐẾN HẠN HÔM NAY', before: 'SẮP ĐẾN HẠN' },
  due: (due: string) => `hạn ${due}`,
  left: (days: number) => `còn ${days} ngày`,
  late: (days: number) => `quá hạn ${days} ngày`,
  link: (address: string) => `Xem và báo cáo kết quả tại: ${address}`,
  why: 'Thư này do phần mềm Măng Non tự gửi đến địa chỉ ông/bà đã ghi ở trang Tài khoản của tôi. Xóa địa chỉ ở trang đó thì không nhận thư nữa.',
  sample: 'Đơn vị này dùng dữ liệu mẫu: tên người và công việc là mô phỏng.',
} as const;
