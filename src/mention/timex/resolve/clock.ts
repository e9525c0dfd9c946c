import { addDays } from "../../../model/calendar.ts";
import { type Context, captured, type Input, innerMeaning, type Meaning, type ToldDay } from "./meaning.ts";

/** `clock [time=HH:MM]`: a time of day, of the day named with it, else of the day told last or of publication. */
export function clock(input: Input, context: Context): Meaning | null {
  const time = clockText(input);
  return time === null ? null : onDay(time, input, context);
}

function clockText(input: Input): string | null {
  const fixed = captured(input, "clockword") ?? input.args.time;
  if (fixed) return fixed;
  const [hour = "", minutes = "00"] = (captured(input, "clock") ?? captured(input, "minutes") ?? "").split(
    ":",
  );
  if (hour === "") return null;
  const half = captured(input, "ampm") ?? captured(input, "daypart");
  const number = afternoon(half) && Number(hour) < 12 ? Number(hour) + 12 : Number(hour);
  if (half !== undefined && Number(hour) > 12 && captured(input, "ampm")) return null;
  const midnight = number === 12 && half === "AM" ? 0 : number;
  return `${String(midnight).padStart(2, "0")}:${minutes}`;
}

function afternoon(half: string | undefined): boolean {
  return half === "PM" || half === "AF" || half === "EV" || half === "NI";
}

/** `daypart [day=N]`: "Friday morning", "this evening", "last night" (`day=-1`). */
export function daypart(input: Input, context: Context): Meaning | null {
  const part = captured(input, "daypart") ?? input.args.part;
  return part ? onDay(part, input, context) : null;
}

/** `storypart day=N`: "that evening", "the next morning": of the day told last, or days after it. */
export function storyPart(input: Input, context: Context): Meaning | null {
  const part = captured(input, "daypart");
  const last = context.lastPast ?? context.last;
  if (!part || last?.grain !== "day") return null;
  const begin = addDays(last.begin, Number(input.args.day ?? 0));
  const period = { grain: "day", begin } as const;
  return { value: `${begin}T${part}`, type: "TIME", period, edtf: begin, anchor: last.begin };
}

function onDay(time: string, input: Input, context: Context): Meaning | null {
  const day = dayOf(time, input, context);
  if (!day) return input.captures.has("timex") ? null : { value: `XXXX-XX-XXT${time}`, type: "TIME" };
  const moved = addDays(day.begin, Number(input.args.day ?? 0));
  return {
    value: `${moved}T${time}`,
    type: "TIME",
    period: { grain: "day", begin: moved },
    edtf: moved,
    ...(day.anchor === undefined ? {} : { anchor: day.anchor }),
  };
}

interface Day {
  readonly begin: string;
  readonly anchor?: string;
}

function dayOf(time: string, input: Input, context: Context): Day | null {
  const named = innerMeaning(input, context);
  if (named) {
    if (named.period?.grain !== "day") return null;
    return { begin: named.period.begin, ...(named.anchor === undefined ? {} : { anchor: named.anchor }) };
  }
  const told = input.args.day === undefined ? context.toldDay : null;
  if (told === "unclear") return null;
  const anchor = context.anchor("day");
  if (told) return { begin: nightOf(time, told, anchor), anchor: told.begin };
  return anchor === null ? null : { begin: anchor, anchor };
}

/** "from 10 p.m. on Monday until 2 a.m.": the small hours after an evening are of the next day, if that has come. */
function nightOf(time: string, told: ToldDay, published: string | null): string {
  const next = addDays(told.begin, 1);
  const hasCome = published === null || next <= published || told.begin > published;
  return told.late && time < SMALL_HOURS_END && hasCome ? next : told.begin;
}

const SMALL_HOURS_END = "06:00";
