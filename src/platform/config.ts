import { resolve } from 'node:path';

/** How this installation runs, read once at the start. */
export interface Config {
  /** Port that the web application listens on; 0 lets the system choose. */
  port: number;
  /** Name or address that it listens on; `localhost` is the machine itself only. */
  host: string;
  /** Absolute path of the folder for the database, uploaded files and logs. */
  dataFolder: string;
  /** PostgreSQL server to use, or null for the embedded one in `dataFolder`. */
  databaseUrl: string | null;
  /** Minutes without a request after which a session ends. */
  idleMinutes: number;
  /** Address that people type, without a closing slash; behind a proxy it differs from host and port. */
  publicUrl: string;
  /** Whether browsers reach the application by HTTPS, so that cookies may travel by HTTPS only. */
  secureCookies: boolean;
  /** The mail server with its password, and the sender of all letters; null where no mail goes out. */
  mail: { smtpUrl: string; from: string } | null;
  /** The virus scanner clamd; null where files are not scanned. */
  clamd: { host: string; port: number } | null;
  /** Bytes of the largest file that the library of evidence takes. */
  largestFile: number;
}

/** A setting that cannot be used; the message names the variable, its value and the remedy. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly variable: string;

  constructor(variable: string, value: string, remedy: string) {
    super(`Biến môi trường ${variable} có giá trị không dùng được: "${value}". ${remedy}`);
    this.variable = variable;
  }
}

/**
 * Reads the settings from environment variables; an empty variable counts as unset. Relative paths start at
 * the project folder. Throws `ConfigError` for the first value that cannot be used.
 */
export function readConfig(env: NodeJS.ProcessEnv, projectFolder: string): Config {
  const port = readWholeNumber(env, 'PORT', { default: 3000, least: 0, most: 65_535 });
  const host = readText(env, 'HOST') ?? 'localhost';
  if (/[\s/]/.test(host)) {
    throw new ConfigError('HOST', host, 'Hãy đặt tên máy hoặc địa chỉ IP, ví dụ "localhost" hoặc "0.0.0.0".');
  }
  const publicUrl = readPublicUrl(env) ?? `http://${addressForPeople(host)}:${port}`;
  return {
    port,
    host,
    dataFolder: resolve(projectFolder, readText(env, 'MANG_NON_DATA') ?? 'data'),
    databaseUrl: readDatabaseUrl(env),
    idleMinutes: readWholeNumber(env, 'MANG_NON_IDLE_MINUTES', { default: 30, least: 1, most: 1_440 }),
    publicUrl,
    secureCookies: publicUrl.startsWith('https:'),
    mail: readMail(env),
    clamd: readClamd(env),
    largestFile:
      readWholeNumber(env, 'MANG_NON_LARGEST_FILE_MB', { default: 100, least: 1, most: 2_000 }) * 1_000_000,
  };
}

function readText(env: NodeJS.ProcessEnv, variable: string): string | null {
  return env[variable]?.trim().normalize('NFC') || null;
}

function readWholeNumber(
  env: NodeJS.ProcessEnv,
  variable: string,
  range: { default: number; least: number; most: number },
): number {
  const text = readText(env, variable);
  if (text === null) return range.default;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= range.least && value <= range.most) return value;
  throw new ConfigError(
    variable,
    text,
    `Hãy đặt một số nguyên từ ${range.least} đến ${range.most}, hoặc bỏ biến này để dùng ${range.default}.`,
  );
}

function readDatabaseUrl(env: NodeJS.ProcessEnv): string | null {
  const text = readText(env, 'DATABASE_URL');
  if (text === null) return null;
  const url = parseUrl(text);
  if (url && /^postgres(ql)?:$/.test(url.protocol)) return text;
  throw new ConfigError(
    'DATABASE_URL',
    url ? withoutPassword(url) : '…',
    'Hãy đặt địa chỉ dạng "postgresql://nguoi_dung:mat_khau@may_chu:5432/ten_csdl", hoặc bỏ biến này để dùng ' +
      'cơ sở dữ liệu đi kèm.',
  );
}

function readMail(env: NodeJS.ProcessEnv): Config['mail'] {
  const smtpUrl = readText(env, 'MANG_NON_SMTP_URL');
  if (smtpUrl === null) return null;
  const url = parseUrl(smtpUrl);
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
    throw new ConfigError(
      'MANG_NON_SMTP_URL',
      url ? withoutPassword(url) : '…',
      'Hãy đặt địa chỉ dạng "smtp://tai_khoan:mat_khau@may_chu:587" hoặc "smtps://…:465", hoặc bỏ biến này để không gửi thư.',
    );
  }
  const from = readText(env, 'MANG_NON_MAIL_FROM') ?? '';
  if (!/^([^<>@]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(from)) {
    throw new ConfigError(
      'MANG_NON_MAIL_FROM',
      from,
      'Khi có MANG_NON_SMTP_URL, hãy đặt địa chỉ người gửi, ví dụ "Măng Non <mangnon@langson.gov.vn>".',
    );
  }
  return { smtpUrl, from };
}

function readClamd(env: NodeJS.ProcessEnv): Config['clamd'] {
  const text = readText(env, 'MANG_NON_CLAMD');
  if (text === null) return null;
  const url = parseUrl(`tcp://${text}`);
  if (url && url.hostname !== '' && url.port !== '' && url.host === text.toLowerCase())
    return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) };
  throw new ConfigError(
    'MANG_NON_CLAMD',
    text,
    'Hãy đặt máy và cổng của clamd, ví dụ "127.0.0.1:3310", hoặc bỏ biến này để không quét vi-rút.',
  );
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** A faulty address may still carry a password, and the message may end in a log. */
function withoutPassword(url: URL): string {
  const shown = new URL(url);
  if (shown.password) shown.password = '***';
  return shown.href;
}

function readPublicUrl(env: NodeJS.ProcessEnv): string | null {
  const text = readText(env, 'MANG_NON_PUBLIC_URL');
  if (text === null) return null;
  const url = parseUrl(text);
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash) {
    return url.origin;
  }
  throw new ConfigError(
    'MANG_NON_PUBLIC_URL',
    text,
    'Hãy đặt địa chỉ bắt đầu bằng http:// hoặc https://, không có đường dẫn phía sau, ví dụ ' +
      '"https://mangnon.langson.gov.vn".',
  );
}

/** An address that means "every interface" cannot be typed into a browser. */
function addressForPeople(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '127.0.0.1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
