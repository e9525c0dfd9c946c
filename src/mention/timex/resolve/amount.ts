import { type Context, captured, type Input, innerMeaning, type Meaning } from "./meaning.ts";

/** Units below a day stand behind `T` in a TIMEX3 duration. */
const CLOCK_UNITS = new Set(["H", "MIN", "S"]);
/** A half of the unit, in whole units below it. */
const HALVES: Readonly<Record<string, string>> = { Y: "6M", D: "T12H", H: "30M", MIN: "30S" };
/** Units that are counted in another one. */
const MULTIPLES: Readonly<Record<string, readonly [times: number, unit: string]>> = {
  DE: [10, "Y"],
  CE: [100, "Y"],
  FN: [2, "W"],
  WE: [2, "D"],
};
/** Letters of TIMEX3 where they are not ours: "decades" is PXE, "centuries" PXC. */
const LETTERS: Readonly<Record<string, string>> = { MIN: "M", DE: "E", CE: "C" };

/** A TIMEX3 duration: `P3D`, `PT2H`, `P2Y6M`, `PXY` where the number is not told. */
export function durationValue(number: string, unit: string): string {
  const clock = CLOCK_UNITS.has(unit) ? "T" : "";
  const letter = LETTERS[unit] ?? unit;
  if (!/^[\d.]+$/.test(number)) return `P${clock}X${letter}`;
  const multiple = MULTIPLES[unit];
  if (multiple) return durationValue(String(Number(number) * multiple[0]), multiple[1]);
  const [whole, half] = [Math.floor(Number(number)), Number(number) % 1 === 0.5 ? HALVES[unit] : undefined];
  if (half !== undefined) return `P${clock}${whole === 0 ? "" : whole + letter}${half}`;
  return `P${clock}${Number(number)}${letter}`;
}

function unitOf(input: Input): string {
  return (
    captured(input, "unit") ?? captured(input, "unit1") ?? captured(input, "units") ?? input.args.unit ?? ""
  );
}

/** `duration [n=N]`: an amount of time; the number captured, or `n`, or one. */
export function duration(input: Input): Meaning | null {
  const unit = unitOf(input);
  const number = captured(input, "number") ?? input.args.n ?? "1";
  if (unit === "" || Number(number) === 0) return null;
  return { value: durationValue(number, unit) };
}

/** `durationbulk`: "weeks or months": the smaller unit, of which there are many. */
export function durationBulk(input: Input): Meaning | null {
  const unit = captured(input, "from");
  return unit ? { value: durationValue("X", unit) } : null;
}

/** `inner`: the expression inside, with the modifier of the rule. */
export function inner(input: Input, context: Context): Meaning | null {
  return innerMeaning(input, context);
}

/** `every`: how often something comes back; by unit, weekday, month or season. */
export function every(input: Input, _context: Context): Meaning | null {
  const weekday = captured(input, "weekday");
  const part = captured(input, "daypart");
  if (weekday) return { value: `XXXX-WXX-${weekday}${part ? `T${part}` : ""}` };
  const month = captured(input, "month");
  if (month) return { value: `XXXX-${month.padStart(2, "0")}` };
  const season = captured(input, "season");
  if (season) return { value: `XXXX-${season}` };
  if (part) return { value: `XXXX-XX-XXT${part}` };
  const unit = unitOf(input);
  return unit ? { value: durationValue(captured(input, "number") ?? input.args.n ?? "1", unit) } : null;
}

/** `literal value=…`: always the same. */
export function literal(input: Input): Meaning | null {
  const value = input.args.value;
  return value ? { value } : null;
}

/** `word`: the value that the word table gives for the word. */
export function word(input: Input): Meaning | null {
  const value = captured(input, input.args.class ?? "word");
  return value ? { value } : null;
}
