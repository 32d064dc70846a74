import { runCommandLine } from './cli/run.ts';
import { processTerminal } from './cli/terminal.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that closes the pipe early, as `head` does, has seen enough. Anything else is told: a full disk, say.
  if (error.code !== 'EPIPE') {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
});

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal());
