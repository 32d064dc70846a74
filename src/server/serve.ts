import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { workbookJobs } from '../features/collection-workbook/index.ts';
import { type DemoAccounts, loadDemo } from '../features/demo/index.ts';
import { evidenceJobs } from '../features/evidence/index.ts';
import { reminderJobs } from '../features/reminders/index.ts';
import { loadStandards } from '../features/standards/index.ts';
import { findOccupancy, seedReference } from '../features/territory/index.ts';
import { systemClock } from '../platform/clock.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { type Database, migrate, openDatabase, withReadScope } from '../platform/database/index.ts';
import { startEmbeddedDatabase } from '../platform/embedded-database/index.ts';
import { openFileStore } from '../platform/file-store/index.ts';
import { loadClientFiles } from '../platform/http/static.ts';
import { cookieSecret, openIdentity } from '../platform/identity/index.ts';
import { takeInstanceLock } from '../platform/instance-lock.ts';
import { installJobs, startJobs } from '../platform/jobs/index.ts';
import { openLog } from '../platform/log.ts';
import { openMailer, SEND_MAIL, sendMail } from '../platform/mail/index.ts';
import { projectFolder } from '../platform/project-folder.ts';
import { openClamd } from '../platform/virus-scan/index.ts';
import { createApplication } from '../server.ts';
import { loadAssets } from '../ui/assets.ts';
import { Closing } from './closing.ts';
import { explainStart } from './explain-start.ts';
import { isLoopback, listen } from './listen.ts';
import { withProgress } from './progress.ts';
import { waitForEnd } from './wait-for-end.ts';

export interface ServeOptions {
  /** Loads the sample where nothing is set up yet. */
  readonly demo: boolean;
  readonly env: NodeJS.ProcessEnv;
  /** One line for whoever started the program. */
  say(line: string): void;
  complain(line: string): void;
  tellAccounts(accounts: DemoAccounts): void;
}

/**
 * Starts the whole: database, migrations, reference tables, web application; serves until a signal asks it to stop,
 * then ends in order. Where another process already serves the same data, says so and leaves that one alone.
 * @returns the exit code: 0 after an orderly end, 1 when it could not start or had to give up
 */
export async function serve(options: ServeOptions): Promise<0 | 1> {
  // Asked for at once: a signal during the start is heeded when the start is through.
  const end = waitForEnd();
  const closing = new Closing();
  try {
    const config = readConfig(options.env, projectFolder);
    if (config.databaseUrl === null) {
      const lock = takeInstanceLock(config.dataFolder, { port: config.port });
      if (!lock.taken) {
        options.say(
          `Măng Non đang chạy rồi (tiến trình ${lock.running.pid}): mở ${lock.running.url}. Không khởi động thêm.`,
        );
        return 0;
      }
      closing.add(async () => lock.release());
    }
    const log = openLog(options.env.MANG_NON_LOG);
    const { url, setUpCode } = await start(config, options, closing, log);
    options.say(`Măng Non: mở ${url}`);
    if (setUpCode !== null) options.say(`Mã thiết lập lần đầu: ${setUpCode}`);
    const { cause } = await end.ended;
    if (cause !== null) log.error({ err: cause }, 'server.gave-up');
    log.flush();
    return cause === null ? 0 : 1;
  } catch (error) {
    options.complain(explainStart(error, options.env));
    return 1;
  } finally {
    await closing.closeAll();
    end.forget();
  }
}

async function start(
  config: Config,
  options: ServeOptions,
  closing: Closing,
  log: ReturnType<typeof openLog>,
): Promise<{ url: string; setUpCode: string | null }> {
  const { say } = options;
  const connectionString = await connect(config, say, closing);
  await withProgress(say, 'Đang cập nhật cấu trúc cơ sở dữ liệu…', async () => {
    await migrate(connectionString, join(projectFolder, 'migrations'));
    await installJobs(connectionString);
  });
  await withProgress(say, 'Đang nạp danh mục đơn vị hành chính…', () => seedReference(connectionString));
  const database = openDatabase(connectionString);
  closing.add(() => database.close());
  const identity = openIdentity({
    connectionString,
    secret: await cookieSecret(config.dataFolder, options.env.MANG_NON_SECRET?.trim() || null),
    idleMinutes: config.idleMinutes,
    secureCookies: config.secureCookies,
    publicUrl: config.publicUrl,
    clock: systemClock,
  });
  closing.add(() => identity.close());
  const standards = loadStandards(join(projectFolder, 'standards'));
  const files = openFileStore(join(config.dataFolder, 'files'));
  const services = { database, identity, clock: systemClock, standards, files };
  if (options.demo)
    options.tellAccounts(await withProgress(say, 'Đang nạp dữ liệu mẫu…', () => loadDemo(services)));
  const setUpCode = await setUpCodeFor(config, database);
  const uploads = { folder: join(config.dataFolder, 'uploads'), largestFile: config.largestFile };
  const scanner = config.clamd === null ? null : openClamd(config.clamd);
  const application = createApplication({
    ...services,
    assets: loadAssets(projectFolder),
    clientFiles: loadClientFiles(join(projectFolder, 'dist', 'client')),
    log,
    uploads,
    scanner,
    publicUrl: config.publicUrl,
    setUpCode,
  });
  const listening = await listen(application.fetch, config);
  closing.add(() => listening.close());
  const mailer = config.mail === null ? null : openMailer(config.mail);
  const reminders = reminderJobs({ publicUrl: config.publicUrl, sendsMail: mailer !== null });
  const evidence = evidenceJobs({ files, uploads, scanner });
  const jobs = await startJobs({
    database,
    clock: systemClock,
    log,
    handlers: {
      [SEND_MAIL]: sendMail(mailer),
      ...reminders.handlers,
      ...evidence.handlers,
      ...workbookJobs({ standards, files }),
    },
    schedule: [...reminders.schedule, ...evidence.schedule],
  });
  closing.add(() => jobs.stop());
  return { url: listening.url, setUpCode };
}

/** The server of DATABASE_URL as it is, or the embedded one, started and watched. */
async function connect(config: Config, say: (line: string) => void, closing: Closing): Promise<string> {
  if (config.databaseUrl !== null) return config.databaseUrl;
  const folder = join(config.dataFolder, 'database');
  const embedded = await withProgress(say, 'Đang khởi động cơ sở dữ liệu…', () =>
    startEmbeddedDatabase({ folder, report: say }),
  );
  closing.add(() => embedded.stop());
  return embedded.connectionString;
}

/** No look-alikes, no vowels: it is read off one screen and typed at another. */
const SIGNS = 'cfhjkmnprtvx23456789';
const CODE_LENGTH = 10;

/** Where other machines reach the server, only whoever sees its console may set it up. */
async function setUpCodeFor(config: Config, database: Database): Promise<string | null> {
  if (isLoopback(config.host) && isLoopback(new URL(config.publicUrl).hostname)) return null;
  const occupancy = await withReadScope(database, { kind: 'system', purpose: 'set-up' }, findOccupancy);
  if (occupancy !== 'empty') return null;
  return Array.from({ length: CODE_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
}
