/** One event of a calendar file: its properties by name, text unescaped, and the lines that say when its alarms ring. */
export type IcsEvent = Readonly<Record<string, string>> & { readonly alarms: readonly string[] };

/**
 * Reads the events of an iCalendar file as RFC 5545 wants it read: lines unfolded, components nested properly.
 * @throws Error where a component is not closed, or a line is none
 */
export function eventsOf(file: string): IcsEvent[] {
  const lines = file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '');
  const open: string[] = [];
  const events: (Record<string, string> & { alarms: string[] })[] = [];
  for (const line of lines) {
    const parts = /^([A-Z-]+(?:;[A-Z-]+=[^:]*)?):(.*)$/su.exec(line);
    if (!parts) throw new Error(`Not a line of a calendar: ${line}`);
    const [name, value] = [parts[1]!, parts[2]!];
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') events.push({ alarms: [] } as never);
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`${value} ends without having begun`);
    } else if (open.at(-1) === 'VALARM') {
      if (name.startsWith('TRIGGER')) events.at(-1)!.alarms.push(line);
    } else if (open.at(-1) === 'VEVENT') {
      events.at(-1)![name] = value.replace(/\\([\\;,nN])/g, (_, sign) => (/n/i.test(sign) ? '\n' : sign));
    }
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} never ends`);
  return events as IcsEvent[];
}
