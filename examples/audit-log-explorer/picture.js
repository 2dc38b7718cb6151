// Events per hour, as bars.

const HOUR = 3_600_000;
const [WIDTH, HEIGHT] = [960, 120];

/** Draws the number of `times` in each hour, and describes it in words. */
export function draw(svg, times) {
  const counts = new Map();
  for (const time of times) {
    const hour = Math.floor(Date.parse(time) / HOUR);
    if (!Number.isNaN(hour)) counts.set(hour, (counts.get(hour) ?? 0) + 1);
  }
  const hours = [...counts.keys()];
  const first = hours.reduce((a, b) => Math.min(a, b), Infinity);
  const last = hours.reduce((a, b) => Math.max(a, b), -Infinity);
  const most = [...counts.values()].reduce((a, b) => Math.max(a, b), 0);
  const step = WIDTH / (last - first + 1);
  svg.replaceChildren(...hours.map((hour) => bar((hour - first) * step, step, counts.get(hour) / most, name(hour), counts.get(hour))));
  return hours.length === 0 ? 'No events' : `Events per hour, ${name(first)} to ${name(last)}; ${most} at most`;
}

function bar(x, width, share, hour, count) {
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const height = share * HEIGHT;
  // A minimum width, in case there are more hours than pixels.
  const shape = { x, y: HEIGHT - height, width: Math.max(width * 0.9, 0.5), height, 'data-hour': hour, 'data-count': count };
  for (const [key, value] of Object.entries(shape)) rect.setAttribute(key, value);
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  title.textContent = `${hour}: ${count}`;
  rect.append(title);
  return rect;
}

/** An hour in words: `2026-01-02 15h`, in UTC. */
const name = (hour) => `${new Date(hour * HOUR).toISOString().slice(0, 13).replace('T', ' ')}h`;
