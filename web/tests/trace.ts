/**
 * What interactions cost, out of a recording of the browser. A machine that runs other things makes everybody wait, by the
 * clock; the time that the page itself worked until the next paint does not depend on that, so it is what a limit holds.
 */
interface Event {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  id2?: { local?: string };
  id?: string;
  args: { name?: string; data?: { interactionId?: number; type?: string } };
}

export interface Interaction {
  name: string;
  /** Milliseconds that the page's own thread was at work between the press and the next paint. */
  worked: number;
  /** Milliseconds from the press to the next paint by the clock. */
  waited: number;
}

/** Interactions, the most costly first. */
export function slowest(recording: Buffer): Interaction[] {
  const { traceEvents } = JSON.parse(recording.toString()) as { traceEvents: Event[] };
  const begun = new Map<string, Event>();
  const found: Interaction[] = [];
  for (const event of traceEvents) {
    if (event.name !== "EventTiming") continue;
    const key = `${event.pid} ${event.id2?.local ?? event.id}`;
    if (event.ph === "b") begun.set(key, event);
    const start = begun.get(key);
    if (event.ph !== "e" || !start?.args.data?.interactionId) continue;
    const worked = tasksOf(traceEvents, start.pid).reduce((sum, task) => sum + within(task, start.ts, event.ts), 0);
    found.push({ name: start.args.data.type ?? "?", worked: Math.round(worked / 1000), waited: Math.round((event.ts - start.ts) / 1000) });
  }
  return found.sort((a, b) => b.worked - a.worked);
}

/** What a page's main thread did, one after the other; a task inside another is part of it. */
function tasksOf(events: Event[], pid: number): Event[] {
  const main = events.find((event) => event.pid === pid && event.name === "thread_name" && event.args.name === "CrRendererMain")?.tid;
  let end = 0;
  return events
    .filter((event) => event.ph === "X" && event.pid === pid && event.tid === main && /RunTask$/.test(event.name))
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter((task) => {
      const outermost = task.ts >= end;
      if (outermost) end = task.ts + (task.dur ?? 0);
      return outermost;
    });
}

/** The processor's time of a task that falls into a span, taking it as even over the task. */
function within({ ts, dur = 0, tdur = dur }: Event, from: number, to: number): number {
  const shared = Math.min(ts + dur, to) - Math.max(ts, from);
  return shared <= 0 || dur === 0 ? 0 : (tdur * shared) / dur;
}
