import type { Transporter } from 'nodemailer';

/** One letter to one person, as plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** How mail goes out. */
export interface MailSettings {
  /** `smtp://user:password@host:587`, or `smtps://` where the connection is encrypted from the beginning. */
  readonly smtpUrl: string;
  /** `Măng Non <mangnon@xa.gov.vn>`. */
  readonly from: string;
}

export interface Mailer {
  /** Hands a letter to the mail server. Throws when the server cannot be reached or does not take it. */
  send(mail: Mail): Promise<void>;
}

const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Opens the way for mail. Nothing is loaded and nobody is called before the first letter. */
export function openMailer({ smtpUrl, from }: MailSettings): Mailer {
  let transport: Promise<Transporter> | undefined;
  const open = async (): Promise<Transporter> => {
    const { createTransport } = await import('nodemailer');
    // A letter is the text that it is given: nothing in it makes the library read a file or an address.
    return createTransport(
      { url: smtpUrl, ...TIMEOUTS, disableFileAccess: true, disableUrlAccess: true },
      { from },
    );
  };
  return {
    async send({ to, subject, text }) {
      transport ??= open();
      await (await transport).sendMail({ to, subject, text });
    },
  };
}
