const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const years = new Intl.DateTimeFormat('en-GB', { year: 'numeric' });
const hours = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** A day on this machine's calendar, e.g. `23 Nov`; of another year `23 Nov 2024`. @param iso time in UTC. */
export function formatDay(iso: string, now: Date): string {
  const time = new Date(iso);
  const year = years.format(time) === years.format(now) ? '' : ` ${years.format(time)}`;
  return `${days.format(time)}${year}`;
}

/** A time on this machine's clock, e.g. `23 Nov 08:10`; of another year `23 Nov 2024 08:10`. @param iso time in UTC. */
export function formatTime(iso: string, now: Date): string {
  return `${formatDay(iso, now)} ${hours.format(new Date(iso))}`;
}
