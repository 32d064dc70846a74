import { defineMessages } from '../../ui/language.ts';

export const messages = defineMessages({
  vi: {
    title: 'Tài khoản của dữ liệu mẫu',
    banner: 'Dữ liệu mẫu: tên người và số liệu là mô phỏng, không phải số liệu thật.',
    lead: 'Đăng nhập bằng một trong các tài khoản dưới đây để xem phần mềm theo từng vai trò. Mọi tài khoản có cùng một mật khẩu.',
    password: 'Mật khẩu',
    others:
      'Mỗi xã, phường khác cũng có hai tài khoản, ví dụ thuongtruc.chauson và lanhdao.chauson: tên đơn vị viết liền, không dấu.',
    unit: 'Đơn vị',
    organisation: 'Tổ chức',
    role: 'Vai trò',
    username: 'Tên đăng nhập',
    signIn: 'Đến trang đăng nhập',
    note: 'Đây là dữ liệu mẫu với số liệu mô phỏng.',
    noteLink: 'Xem các tài khoản để đăng nhập thử',
  },
  en: {
    title: 'Accounts of the sample',
    banner: 'Sample data: names of people and figures are made up.',
    lead: 'Sign in with one of these accounts to see the software in each role. All accounts have the same password.',
    password: 'Password',
    others:
      'Every other commune and ward has two accounts as well, for example thuongtruc.chauson and lanhdao.chauson: the name of the unit in one word, without tones.',
    unit: 'Unit',
    organisation: 'Organisation',
    role: 'Role',
    username: 'User name',
    signIn: 'Go to the sign-in page',
    note: 'These are sample data with made-up figures.',
    noteLink: 'See the accounts to try',
  },
});
