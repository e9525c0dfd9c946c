import { addDays, edtfBounds } from "../../../model/calendar.ts";
import type { EventCodes, EventStatus, EventTime } from "../../../model/event.ts";
import { dependents, tokenAt } from "../../tree.ts";
import type { EventContext } from "../context.ts";
import type { Trigger } from "../trigger.ts";
import { actCodes, isSpokenOf, refusalOf } from "./act.ts";
import { isDirected } from "./direction.ts";
import { frameAt, lemmasOf } from "./frame.ts";

/** What was over this long before the report is history to it; so long is background in a timeline, too. */
const HISTORICAL_DAYS = 180;

/** PLOVER type and mode, CAMEO code, general kind and PLOVER's flags of an event. */
export function codesOf(
  trigger: Trigger,
  context: EventContext,
  known: { readonly status: EventStatus; readonly time: EventTime },
): EventCodes {
  const { codebook } = context.tables.codes;
  const acts = cameoOf(trigger, context);
  const entry = codebook.get(acts ?? "");
  // "received a letter" is no diplomacy: what is not coded with its object is not of the verb's kind, either.
  const kind = acts === null ? undefined : (trigger.word?.kind ?? entry?.kind);
  const flags = flagsOf(known, context);
  // CAMEO has no flags: what is merely promised or refused is coded once, as the promise or the refusal.
  const cameo = isSpokenOf(trigger.light ?? trigger.index, context) ? null : acts;
  return {
    ...(entry?.plover ? { plover: entry.plover } : {}),
    ...(entry?.mode ? { mode: entry.mode } : {}),
    ...(cameo ? { cameo: undoneCode(cameo, trigger, context) } : {}),
    ...(kind ? { kind } : {}),
    ...(entry && flags.length > 0 ? { flags } : {}),
  };
}

/** CAMEO has no flag for what does not take place, but codes for talks called off and for help that will not be given. */
function undoneCode(cameo: string, { index, light, undone }: Trigger, context: EventContext): string {
  if (undone !== undefined && cameo.startsWith("04")) return cameo === "042" ? "161" : "164";
  return isRefused(light ?? index, context) ? (refusalOf(cameo, context) ?? cameo) : cameo;
}

/** "will not send aid" */
function isRefused(verb: number, { tree }: EventContext): boolean {
  const words = dependents(tree, verb, "aux", "advmod").map((child) =>
    tokenAt(tree, child).text.toLowerCase(),
  );
  const negated = words.some((word) => ["not", "n't", "n’t", "never"].includes(word));
  return negated && words.some((word) => ["will", "would", "wo", "wouldn", "won"].includes(word));
}

/** Null where the words together are not coded; undefined where no table knows them. */
function cameoOf({ index, word, light, undone }: Trigger, context: EventContext): string | null | undefined {
  // "called off the regatta" calls nobody.
  if (undone && !word) return null;
  const carried = light === undefined ? undefined : frameAt(light, context)?.cameo;
  const own = cameoAt(index, context);
  return undone ? (own ?? carried) : (carried ?? own);
}

/** The CAMEO code of a verb or event noun: by what stands with it, by what it speaks of, or its own. */
function cameoAt(index: number, context: EventContext, depth = 0): string | null | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const codeOf = (inner: number) => cameoAt(inner, context, depth + 1) ?? undefined;
  const carried = carriedNoun(index, context);
  if (carried !== undefined) return codeOf(carried);
  const act = actCodes(index, context, codeOf);
  if (act?.specific !== undefined) return act.specific;
  const frame = frameAt(index, context);
  return frame ? frame.cameo : (act?.any ?? ownCode(index, context));
}

/** "asked to send", "urged to hold talks": an act in an act in an act is not followed further. */
const MAX_DEPTH = 3;

/** The event noun of a light verb: "talks" of "hold talks". */
function carriedNoun(index: number, { tree, tables }: EventContext): number | undefined {
  const token = tokenAt(tree, index);
  if (token.upos !== "VERB" || !tables.lightVerbs.has(token.lemma.toLowerCase())) return undefined;
  return dependents(tree, index, "obj").find((child) =>
    tables.nouns.has(tokenAt(tree, child).lemma.toLowerCase()),
  );
}

function ownCode(index: number, context: EventContext): string | null | undefined {
  const { tree, tables } = context;
  const { upos, lemma } = tokenAt(tree, index);
  if (upos !== "VERB" && !tables.nouns.has(lemma.toLowerCase())) return undefined;
  const known = lemmasOf(index, context).find((each) => tables.verbs.has(each));
  const word = known === undefined ? undefined : tables.verbs.get(known);
  return word?.needsDirection && upos === "VERB" && !isDirected(index, context) ? null : word?.cameo;
}

function flagsOf(
  { status, time }: { readonly status: EventStatus; readonly time: EventTime },
  { reading }: EventContext,
): string[] {
  const flags: string[] = [];
  const published = reading.article.published.value?.slice(0, 10);
  const end = time.edtf === null ? null : edtfBounds(time.edtf)?.end;
  if (published && end && end < addDays(published, -HISTORICAL_DAYS)) flags.push("historical");
  if (status === "scheduled") flags.push("future");
  if (status === "proposed" || status === "possible") flags.push("hypothetical");
  if (status === "denied" || status === "cancelled") flags.push("negation");
  return flags;
}
