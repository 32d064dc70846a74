/** At least so much communication a month. */
export interface CommunicationDuty {
  readonly itemsPerMonth: number;
  /** Where the duty is written. */
  readonly basis: string;
  /** Taken for every year until the plan of the year says otherwise. */
  readonly provisional: boolean;
}

/** The duty as plans of the level above set it. */
export const COMMUNICATION_DUTY: CommunicationDuty = {
  itemsPerMonth: 1,
  basis: 'Kế hoạch hằng năm của cấp trên về xã, phường phù hợp với trẻ em',
  provisional: true,
};

export interface MonthOfCommunication {
  /** From 1 to 12. */
  readonly month: number;
  readonly items: number;
  /** held: the duty is fulfilled · running: the month is not over and still short · gap: over and short · ahead: not begun. */
  readonly state: 'held' | 'running' | 'gap' | 'ahead';
}

/**
 * The twelve months of a year against the duty.
 * @param itemsByMonth number of items by month, 1 to 12; a month without any may be absent
 * @param today YYYY-MM-DD
 */
export function monthsOfCommunication(
  itemsByMonth: ReadonlyMap<number, number>,
  year: number,
  today: string,
  duty: CommunicationDuty = COMMUNICATION_DUTY,
): readonly MonthOfCommunication[] {
  const thisMonth = today.slice(0, 7);
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    const items = itemsByMonth.get(month) ?? 0;
    const name = `${year}-${String(month).padStart(2, '0')}`;
    const short = name < thisMonth ? 'gap' : name === thisMonth ? 'running' : 'ahead';
    return { month, items, state: items >= duty.itemsPerMonth ? 'held' : short };
  });
}
