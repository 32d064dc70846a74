import { defineMessages } from '../../ui/language.ts';

export const messages = defineMessages({
  vi: {
    title: 'Thu thập số liệu',
    levels: {
      village: 'Thôn, tổ dân phố',
      school: 'Trường học',
      organisation: 'Cơ quan, tổ chức',
    },
    roundStates: { open: 'Đang thu thập', closed: 'Đã đóng' },
    list: {
      title: (year: number) => `Các đợt thu thập số liệu năm ${year}`,
      previousYear: 'Năm trước',
      nextYear: 'Năm sau',
      empty: (year: number) => `Năm ${year} chưa có đợt thu thập nào`,
      emptyHint:
        'Mỗi đợt thu thập hỏi các thôn, trường hoặc cơ quan một số số liệu của một kỳ. Mỗi nơi có một phiếu; số liệu đã nhận được cộng lên thành số liệu tự đánh giá của đơn vị.',
      columns: {
        round: 'Đợt thu thập',
        period: 'Kỳ số liệu',
        cutOff: 'Ngày chốt',
        due: 'Hạn nộp',
        progress: 'Đủ số liệu / đã nộp / đã chấp nhận',
        state: 'Tình trạng',
      },
      items: (count: number) => `${count} số liệu`,
      progress: (complete: number, submitted: number, accepted: number, sheets: number) =>
        `${complete} / ${submitted} / ${accepted} trên ${sheets} phiếu`,
      late: (count: number) => `${count} phiếu trễ hạn`,
    },
  },
  en: {
    title: 'Collection of figures',
    levels: {
      village: 'Villages',
      school: 'Schools',
      organisation: 'Organisations',
    },
    roundStates: { open: 'Under way', closed: 'Closed' },
    list: {
      title: (year: number) => `Rounds of collection in ${year}`,
      previousYear: 'Year before',
      nextYear: 'Year after',
      empty: (year: number) => `No round of collection in ${year} yet`,
      emptyHint:
        'A round asks villages, schools or organisations for some figures of a period. Each place has one sheet; what is accepted adds up to the figures of the self-assessment.',
      columns: {
        round: 'Round',
        period: 'Period',
        cutOff: 'Cut-off',
        due: 'Due',
        progress: 'All in / submitted / accepted',
        state: 'State',
      },
      items: (count: number) => `${count} figures`,
      progress: (complete: number, submitted: number, accepted: number, sheets: number) =>
        `${complete} / ${submitted} / ${accepted} of ${sheets} sheets`,
      late: (count: number) => `${count} sheets late`,
    },
  },
});
