/** Nobody is told of what is quicker than this. */
const PATIENCE_MS = 2_000;

/** Does the work, and says what is being done once it has taken longer than people like to wait in silence. */
export async function withProgress<Result>(
  say: (line: string) => void,
  line: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const timer = setTimeout(() => say(line), PATIENCE_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
