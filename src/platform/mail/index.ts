export { type Mail, type Mailer, openMailer } from './mailer.ts';
export { enqueueMail, SEND_MAIL, sendMail } from './send-mail.ts';
