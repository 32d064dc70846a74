const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

interface Level {
  /** Names of an object so far; null for an array. */
  readonly names: Set<string> | null;
  readonly path: string;
  index: number;
  name: string;
}

/**
 * Paths of the names that occur twice in one object, of which `JSON.parse` would silently keep the last.
 * @param text valid JSON.
 */
export function duplicateNames(text: string): string[] {
  const found: string[] = [];
  const levels: Level[] = [];
  let expectsName = false;
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      const path = level === undefined ? '' : pathOf(level);
      levels.push({ names: token === '{' ? new Set() : null, path, index: 0, name: '' });
      expectsName = token === '{';
    } else if (token === '}' || token === ']') {
      levels.pop();
      expectsName = false;
    } else if (token === ',') {
      if (level) level.index += 1;
      expectsName = level?.names != null;
    } else if (expectsName && level?.names && token !== ':') {
      level.name = JSON.parse(token) as string;
      if (level.names.has(level.name)) found.push(pathOf(level));
      level.names.add(level.name);
      expectsName = false;
    }
  }
  return found;
}

function pathOf(level: Level): string {
  const step = level.names === null ? String(level.index) : level.name;
  return level.path === '' ? step : `${level.path}.${step}`;
}
