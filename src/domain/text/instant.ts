const inVietnam = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** A moment as lists show it, the same in both languages, in the time of Vietnam: `21/10/2026 08:15`. */
export function formatInstant(instant: Date): string {
  return inVietnam.format(instant).replace(', ', ' ');
}
