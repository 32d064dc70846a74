/** How a calendar can be looked at, in the words of its address. */
export interface CalendarAddress {
  /** `YYYY-MM`. */
  readonly thang: string;
  readonly xem: 'thang' | 'danh-sach';
  readonly cua: 'toi' | 'don-vi';
  readonly trang?: number;
}

/** Addresses of the calendar; without more, the month of today. */
export function calendarPath(unitCode: string, address?: CalendarAddress): string {
  const path = `/don-vi/${unitCode}/lich`;
  if (address === undefined) return path;
  const { thang, xem, cua, trang } = address;
  const query = new URLSearchParams({
    thang,
    xem,
    cua,
    ...(trang === undefined ? {} : { trang: String(trang) }),
  });
  return `${path}?${query}`;
}

export const daysOffPath = (unitCode: string, year?: number): string =>
  `/don-vi/${unitCode}/ngay-nghi${year === undefined ? '' : `?nam=${year}`}`;
export const removeDayOffPath = (unitCode: string, day: string): string =>
  `/don-vi/${unitCode}/ngay-nghi/${day}/bo`;

/** Where a person makes and revokes the address of their calendar. */
export const ownFeedPath = '/tai-khoan/lich';
export const revokeFeedPath = `${ownFeedPath}/thu-hoi`;
/** The calendar itself, for programs. */
export const feedPath = (secret: string): string => `/lich/${secret}.ics`;
