/** Ctrl+C, an orderly stop, a closed window; Windows has SIGBREAK for Ctrl+Break and sends SIGHUP for a closed window. */
const SIGNALS: readonly NodeJS.Signals[] =
  process.platform === 'win32'
    ? ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK']
    : ['SIGINT', 'SIGTERM', 'SIGHUP'];

export interface AwaitedEnd {
  /** Settles at the first signal with no cause, or with the error that nobody caught. */
  readonly ended: Promise<{ readonly cause: unknown }>;
  /** Leaves signals to the system again. */
  forget(): void;
}

/** Waits until somebody asks the program to stop, or until it must. Further signals change nothing: it is stopping. */
export function waitForEnd(): AwaitedEnd {
  let settle: (end: { cause: unknown }) => void;
  const ended = new Promise<{ cause: unknown }>((resolve) => {
    settle = resolve;
  });
  const onSignal = () => settle({ cause: null });
  const onError = (cause: unknown) => settle({ cause });
  for (const signal of SIGNALS) process.on(signal, onSignal);
  process.on('uncaughtException', onError);
  process.on('unhandledRejection', onError);
  return {
    ended,
    forget() {
      for (const signal of SIGNALS) process.off(signal, onSignal);
      process.off('uncaughtException', onError);
      process.off('unhandledRejection', onError);
    },
  };
}
