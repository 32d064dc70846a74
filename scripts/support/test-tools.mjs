import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runQuietly } from './run.mjs';

/** Without it no browser test can run. */
export const CHROMIUM = 'Chromium';

/** Programs of the operating system that tests use, with the Debian package of each. */
const TOOLS = [
  {
    name: CHROMIUM,
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'chrome'],
    package: 'chromium',
  },
  { name: 'poppler (pdftotext, pdftoppm)', commands: ['pdftotext'], package: 'poppler-utils' },
];

/**
 * Installs what is missing where that is possible: on Debian and its kin, as root. Returns the names of the
 * tools that are still missing.
 */
export async function ensureTestTools() {
  let missing = TOOLS.filter(isMissing);
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const environment = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    try {
      await runQuietly(
        'Đang cập nhật danh mục gói của hệ điều hành',
        'apt-get',
        ['update', '-q'],
        environment,
      );
      const packages = missing.map((tool) => tool.package);
      const parameters = ['install', '-q', '-y', '--no-install-recommends', ...packages];
      await runQuietly(`Đang cài ${packages.join(', ')}`, 'apt-get', parameters, environment);
    } catch (error) {
      console.error(error.output ?? error.message);
    }
    missing = missing.filter(isMissing);
  }
  return missing.map(({ name }) => name);
}

function isMissing({ commands }) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return !folders.some((folder) =>
    commands.some((command) => endings.some((ending) => existsSync(join(folder, command + ending)))),
  );
}
