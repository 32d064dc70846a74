import { defineMessages } from '../../ui/language.ts';

/** Words of the planning officer's pages; those of the village are in `islands/words.ts`. */
export const messages = defineMessages({
  vi: {
    collection: 'Thu thập số liệu',
    title: 'Đường dẫn của thôn',
    intro:
      'Trưởng thôn nhập số liệu bằng điện thoại, kể cả khi mất mạng: mở địa chỉ, ghi mã một lần, không cần mật khẩu. Mỗi thôn chỉ thấy phiếu của thôn mình.',
    filters: { all: 'Tất cả', without: 'Chưa có đường dẫn đang dùng' },
    empty: 'Không có thôn, tổ dân phố nào trong danh sách này',
    emptyHint:
      'Danh sách thôn do cán bộ thường trực lập. Thôn đã có đường dẫn đang dùng nằm ở danh sách “Tất cả”.',
    columns: {
      village: 'Thôn, tổ dân phố',
      state: 'Tình trạng',
      givenTo: 'Giao cho',
      lastSeen: 'Lần cuối mở',
      expires: 'Dùng đến hết',
    },
    states: {
      none: 'Chưa có',
      waiting: 'Chờ nhập mã',
      code_expired: 'Mã quá hạn',
      in_use: 'Đang dùng',
      ended: 'Hết hạn',
      revoked: 'Đã thu hồi',
    },
    choose: (village: string) => `Chọn ${village}`,
    forChosen: 'Việc với các thôn đã chọn',
    givenTo: 'Giao cho',
    givenToHint: 'Chức danh hoặc họ tên người nhận, ví dụ “Trưởng thôn”.',
    givenToDefault: 'Trưởng thôn, tổ trưởng tổ dân phố',
    lastDay: 'Dùng được đến hết ngày',
    lastDayHint: 'Thường là hạn nộp của đợt cuối trong năm. Ví dụ 31/12/2026.',
    give: 'Cấp mã mới',
    giveHint:
      'Máy đang dùng đường dẫn cũ của thôn đó sẽ không vào được nữa; số liệu chưa gửi vẫn nằm trong máy.',
    prolong: 'Gia hạn, giữ nguyên máy',
    revoke: 'Thu hồi ngay',
    prolonged: (count: string) =>
      count === '0'
        ? 'Các thôn đã chọn chưa có đường dẫn nào còn dùng được để gia hạn.'
        : `Đã gia hạn ${count} đường dẫn.`,
    revoked: (count: string) =>
      count === '0'
        ? 'Các thôn đã chọn không có đường dẫn nào để thu hồi.'
        : `Đã thu hồi ${count} đường dẫn.`,
    slipsTitle: 'Phiếu giao đường dẫn',
    once: 'Mã chỉ hiện lần này. Hãy in hoặc sao chép trước khi rời trang; mất mã thì cấp mã mới.',
    slipHeading: (village: string) => `Nhập số liệu trẻ em của ${village}`,
    slipSteps:
      'Mở địa chỉ bên dưới trên điện thoại, ghi mã một lần, bấm “Vào”. Máy sẽ được nhớ, không cần mật khẩu.',
    address: 'Địa chỉ',
    code: 'Mã một lần',
    codeUntil: 'Ghi mã trước',
    message: 'Để gửi qua tin nhắn',
    print: 'In trang này bằng lệnh in của trình duyệt (Ctrl + P).',
    back: 'Về danh sách',
    faults: {
      villagesMissing: 'Chọn ít nhất một thôn.',
      villagesMany: 'Mỗi lần chọn được tối đa 200 thôn.',
      givenToMissing: 'Ghi người được giao.',
      givenToLong: 'Người được giao dài quá 100 ký tự.',
      dateNotInCalendar: 'Ngày này không có trong lịch.',
      dateFault: 'Ghi ngày dạng ngày/tháng/năm, ví dụ 31/12/2026.',
      datePast: 'Ngày này đã qua.',
      dateFar: 'Đường dẫn dùng được lâu nhất 400 ngày.',
    },
  },
  en: {
    collection: 'Collection of figures',
    title: 'Links of villages',
    intro:
      'Heads of villages type figures on a phone, also without a connection: they open the address and type the one-time code; there is no password. A village sees its own sheets alone.',
    filters: { all: 'All', without: 'Without a link in use' },
    empty: 'No village on this list',
    emptyHint:
      'The planning officer keeps the list of villages. Those with a link in use are on the list “All”.',
    columns: {
      village: 'Village',
      state: 'State',
      givenTo: 'Given to',
      lastSeen: 'Last opened',
      expires: 'Good until',
    },
    states: {
      none: 'None',
      waiting: 'Code not used yet',
      code_expired: 'Code too old',
      in_use: 'In use',
      ended: 'Ended',
      revoked: 'Revoked',
    },
    choose: (village) => `Choose ${village}`,
    forChosen: 'For the villages chosen',
    givenTo: 'Given to',
    givenToHint: 'Office or name of who gets it, for example “Head of the village”.',
    givenToDefault: 'Trưởng thôn, tổ trưởng tổ dân phố',
    lastDay: 'Good until the end of',
    lastDayHint: 'Usually the due date of the last round of the year. For example 31/12/2026.',
    give: 'Make new codes',
    giveHint:
      'Devices with an earlier link of the village get in no more; what they have not sent stays on them.',
    prolong: 'Prolong at the same device',
    revoke: 'Revoke at once',
    prolonged: (count) =>
      count === '0' ? 'The chosen villages have no link to prolong.' : `${count} links were prolonged.`,
    revoked: (count) =>
      count === '0' ? 'The chosen villages have no link to revoke.' : `${count} links were revoked.`,
    slipsTitle: 'Slips to hand out',
    once: 'The codes are shown this once. Print or copy them before you leave the page; for a lost code make a new one.',
    slipHeading: (village) => `Figures about children of ${village}`,
    slipSteps:
      'Open the address below on a phone, type the one-time code, press “Vào”. The phone is remembered; there is no password.',
    address: 'Address',
    code: 'One-time code',
    codeUntil: 'Type the code before',
    message: 'To send in a message',
    print: 'Print this page by the browser (Ctrl + P).',
    back: 'Back to the list',
    faults: {
      villagesMissing: 'Choose at least one village.',
      villagesMany: 'At most 200 villages can be chosen at a time.',
      givenToMissing: 'Say who gets it.',
      givenToLong: 'More than 100 characters.',
      dateNotInCalendar: 'This day does not exist.',
      dateFault: 'Type the date as day/month/year, for example 31/12/2026.',
      datePast: 'That day is over.',
      dateFar: 'A link is good for at most 400 days.',
    },
  },
});
