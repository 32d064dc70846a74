import { ROLE_NAMES } from '../domain/organisation/index.ts';
import type { DemoAccounts } from '../features/demo/index.ts';
import { padEnd, widthOf } from './terminal.ts';

/** The accounts of the sample as a table, with the one password below. */
export function accountsTable({ accounts, password }: DemoAccounts): string {
  const rows = [
    ['Tên đăng nhập', 'Vai trò', 'Đơn vị'],
    ...accounts.map(({ username, role, unit }) => [username, ROLE_NAMES[role].vi, unit]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => widthOf(row[column]!))));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => padEnd(cell, widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  return [
    'Dữ liệu mẫu (số liệu mô phỏng). Tài khoản:',
    '',
    ...lines,
    '',
    `Mật khẩu của mọi tài khoản: ${password}`,
    'Mỗi xã, phường khác có hai tài khoản, ví dụ thuongtruc.chauson và lanhdao.chauson.',
    '',
  ].join('\n');
}
