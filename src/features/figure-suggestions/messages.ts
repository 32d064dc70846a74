import { defineMessages } from '../../ui/language.ts';

export const messages = defineMessages({
  vi: {
    title: (year: string) => `Số liệu đề xuất từ nhật ký năm ${year}`,
    intro:
      'Chương trình đếm nhật ký hoạt động và đề xuất số cho kỳ tự đánh giá. Chỉ đơn vị phụ trách tiêu chí nhận được số; số liệu chỉ thay đổi khi có người nhận.',
    provisional:
      'Cách đếm là tạm tính, chưa đối chiếu với hướng dẫn 604/TE-PTTG. Kiểm tra lại trước khi nhận.',
    notOpen: (year: string) => `Kỳ tự đánh giá năm ${year} chưa được mở nên chưa có số liệu để đề xuất.`,
    criterion: (number: string) => `Tiêu chí ${number}`,
    counted: 'Nhật ký',
    list: 'Danh sách đằng sau',
    now: 'Trong kỳ đánh giá',
    suggested: 'Đề xuất',
    notSeen: 'thuộc đơn vị khác phụ trách',
    yes: 'Có',
    nothing: 'Nhật ký chưa đủ để đề xuất',
    same: 'Kỳ đánh giá đã có đúng số này.',
    accept: 'Nhận số này',
    notOwner: 'Chỉ đơn vị phụ trách nhận được, khi tiêu chí chưa nộp.',
    accepted: 'Đã nhận số vào kỳ tự đánh giá.',
    note: (counted: string) => `Theo nhật ký hoạt động: ${counted}.`,
    logChanged:
      'Nhật ký hoạt động vừa thay đổi nên số đề xuất không còn đúng. Hãy mở lại trang đề xuất và xem số mới.',
    conflict: (stored: string) =>
      `Số liệu này trong kỳ vừa được người khác sửa thành “${stored}” nên chưa nhận gì. Xem lại rồi bấm nhận nếu vẫn muốn thay.`,
    year: 'Xem năm',
    show: 'Xem',
    lists: {
      petitions: 'Các kiến nghị trong năm',
      answered: 'Các kiến nghị đã trả lời',
      contributions: 'Sổ thu, chi của Quỹ',
    },
  },
  en: {
    title: (year) => `Figures suggested by the log of ${year}`,
    intro:
      'The program counts the log of activities and suggests figures for the self-assessment. Only the organisation that answers for the criterion takes a figure over; nothing changes before somebody does.',
    provisional:
      'The way of counting is provisional, not yet compared with guidance 604/TE-PTTG. Check before taking over.',
    notOpen: (year) => `The self-assessment of ${year} is not open, so there is no figure to suggest.`,
    criterion: (number) => `Criterion ${number}`,
    counted: 'Log',
    list: 'The list behind it',
    now: 'In the assessment',
    suggested: 'Suggested',
    notSeen: 'answered for by another organisation',
    yes: 'Yes',
    nothing: 'The log does not suffice for a suggestion',
    same: 'The assessment has this figure already.',
    accept: 'Take this figure over',
    notOwner: 'Only the organisation in charge can, before the criterion is handed in.',
    accepted: 'The figure is taken over into the self-assessment.',
    note: (counted) => `By the log of activities: ${counted}.`,
    logChanged:
      'The log has just changed, so the suggestion no longer holds. Open the page again and see the new count.',
    conflict: (stored) =>
      `Somebody else has just changed this figure to “${stored}”, so nothing was taken over. Look again and take it over if you still want to.`,
    year: 'Year',
    show: 'Show',
    lists: {
      petitions: 'The petitions of the year',
      answered: 'The petitions answered',
      contributions: 'The books of the fund',
    },
  },
});
