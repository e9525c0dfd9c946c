import { type EdtfBounds, edtfBounds } from "../../model/calendar.ts";
import { dependents, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";
import { ARRANGED, modifierStatus, nounStatus } from "./noun-status.ts";
import { newTime } from "./reschedule.ts";
import type { Trigger } from "./trigger.ts";
import { isUnsaid } from "./unsaid.ts";
import { type Judged, POSTPONED, verbStatus } from "./verb-status.ts";

/** What the report says of the event: from tense, modals, negation, and the words it hangs on. */
export function statusOf(trigger: Trigger, context: EventContext, edtf: string | null): Judged | undefined {
  if (trigger.undone) return undoneStatus(trigger, context);
  if (trigger.arranged)
    return withTime(arrangedStatus(trigger, context), edtf === null ? null : edtfBounds(edtf), {
      trigger,
      context,
    });
  const noun = tokenAt(context.tree, trigger.index).upos === "NOUN";
  const judged =
    noun && trigger.light === undefined
      ? nounStatus(trigger, context)
      : (verbStatus(trigger.light ?? trigger.index, context) ?? resultOf(trigger));
  const carried = noun && trigger.light !== undefined ? modifierStatus(trigger.index, context) : undefined;
  // "The planned visit took place."
  const held = carried?.status === "scheduled" && judged?.status === "happened";
  const status = held ? judged : (carried ?? judged);
  const conditional =
    status?.status === "scheduled" && hangsOnCondition(trigger.light ?? trigger.index, context);
  if (conditional) return { status: "possible", rule: "conditional" };
  if (status && status.status !== "denied" && isUnsaid(trigger.light ?? trigger.index, context))
    return { status: "possible", rule: "unsaid" };
  const bounds = edtf === null ? null : edtfBounds(edtf);
  return status && withTime(status, bounds, { trigger, context });
}

/** "is expected on Monday"; "was expected on Monday" may be over. */
function arrangedStatus({ light, index }: Trigger, { tree }: EventContext): Judged {
  const helpers = dependents(tree, light ?? index, "aux", "cop").map((each) =>
    tokenAt(tree, each).text.toLowerCase(),
  );
  const past = helpers.some((each) => ["was", "were", "had"].includes(each));
  return past ? { status: "proposed", rule: "would" } : { status: "scheduled", rule: "arranged" };
}

/** "12 are dead": what has come of it has happened. */
function resultOf({ rule }: Trigger): Judged | undefined {
  return rule === "event-adjective" ? { status: "happened", rule: "result" } : undefined;
}

/** "cancelled the visit"; what is not cancelled, or may be, goes on as planned. */
function undoneStatus({ undone, light, index }: Trigger, context: EventContext): Judged | undefined {
  const undoing = verbStatus(light ?? index, context);
  if (undoing?.status === "denied") return { status: "scheduled", rule: "not-cancelled" };
  if (undoing?.status === "possible" || undoing?.status === "proposed")
    return { status: "possible", rule: "may-be-cancelled" };
  if (undone === "cancelled") return { status: "cancelled", rule: "cancelled" };
  const moved = light !== undefined && newTime({ verb: light, noun: index }, context) !== undefined;
  return moved ? { status: "scheduled", rule: "moved" } : POSTPONED;
}

/** "will sue if the port stays closed" */
function hangsOnCondition(verb: number, { tree }: EventContext): boolean {
  return dependents(tree, verb, "advcl").some((clause) =>
    dependents(tree, clause, "mark").some((mark) => ["if", "unless"].includes(tokenAt(tree, mark).lemma)),
  );
}

/** "Announced a strike for Monday": the announcing is past, and not the strike. */
function isAnnounced({ index }: Trigger, { tree }: EventContext): boolean {
  const { upos, deprel, head } = tokenAt(tree, index);
  return upos === "NOUN" && deprel === "obj" && tokenAt(tree, head).lemma === "announce";
}

/** Words and calendar must agree: what lies ahead of publication has not happened yet. */
function withTime(
  judged: Judged,
  bounds: EdtfBounds | null,
  { trigger, context }: { trigger: Trigger; context: EventContext },
): Judged {
  const published = context.reading.article.published.value;
  if (!published || !bounds?.begin) return judged;
  const ahead = bounds.begin > published;
  const told = (judged.rule === "past" || judged.rule === "perfect") && !isAnnounced(trigger, context);
  if (ahead && !told && (judged.status === "happened" || judged.status === "ongoing"))
    return { status: "scheduled", rule: "time-ahead" };
  if (judged.rule === "present" && bounds.end !== null) {
    // "heads to Japan this week" is planned; "the news follows a row this week" is not.
    const open = bounds.end > published && (ahead || ARRANGED.has(trigger.word?.kind ?? ""));
    if (open) return { status: "scheduled", rule: "present-for-future" };
    if (bounds.end < published) return { status: "happened", rule: "time-past" };
  }
  // "repairs would begin in April, she said": will, told afterwards.
  const willed = ["would", "under-decide", "under-decision"].includes(judged.rule);
  return willed && ahead ? { status: "scheduled", rule: "future-in-past" } : judged;
}
