/** On the page of a lost database: asks quietly every few seconds, and loads the page again once it is answered. */
const everyMilliseconds = 5_000;

async function ask(): Promise<void> {
  const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
  if (answer && answer.status !== 503) location.reload();
  else setTimeout(ask, everyMilliseconds);
}

setTimeout(ask, everyMilliseconds);
