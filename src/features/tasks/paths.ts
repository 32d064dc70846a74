/** Addresses of the pages of tasks. */
export const inboxPath = '/viec-cua-toi';
export const tasksPath = (unitCode: string): string => `/don-vi/${unitCode}/nhiem-vu`;
export const newTaskPath = (unitCode: string, year: number): string =>
  `${tasksPath(unitCode)}/moi?nam=${year}`;
export const taskPath = (unitCode: string, id: string): string => `${tasksPath(unitCode)}/${id}`;
export const occurrencePath = (unitCode: string, id: string, occurrence: string): string =>
  `${taskPath(unitCode, id)}/ky/${occurrence}`;
export const taskFilePath = (unitCode: string, id: string, file: string): string =>
  `${taskPath(unitCode, id)}/tep/${file}`;
export const loadPath = (unitCode: string, year?: number): string =>
  `${tasksPath(unitCode)}/tong-hop${year === undefined ? '' : `?nam=${year}`}`;
export const checksPath = (unitCode: string, year?: number): string =>
  `${tasksPath(unitCode)}/kiem-tra${year === undefined ? '' : `?nam=${year}`}`;
export const difficultiesPath = (unitCode: string): string => `${tasksPath(unitCode)}/kho-khan`;

/** The plan that a task comes from. Plans use tasks, so this feature cannot ask them for the address. */
export const planOfTaskPath = (unitCode: string, plan: string): string =>
  `/don-vi/${unitCode}/ke-hoach/${plan}`;

/** What narrows the list of tasks, in the words of its address. */
export interface ListAddress {
  readonly nam: number;
  readonly to_chuc?: string | undefined;
  readonly vai?: string | undefined;
  readonly trang_thai?: string | undefined;
  readonly tieu_chi?: number | undefined;
  readonly tim?: string | undefined;
  readonly trang?: number | undefined;
}

/** The list of tasks as narrowed; what is not said is left out of the address. */
export function taskListPath(unitCode: string, address: ListAddress): string {
  const said = Object.entries(address).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(said.map(([name, value]) => [name, String(value)]));
  return `${tasksPath(unitCode)}?${query}`;
}
