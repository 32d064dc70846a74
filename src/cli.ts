import { runCommandLine } from './cli/run.ts';
import { processTerminal } from './cli/terminal.ts';

// A reader that closes the pipe early, as `head` does, has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal());
