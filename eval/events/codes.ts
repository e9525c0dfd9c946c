import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Event, Participant } from "../../src/model/event.ts";
import type { Analysis } from "../../src/model/layers.ts";
import { analyzeArticle, loadResources } from "../../src/pipeline.ts";
import { readPackageFile } from "../../src/resources.ts";
import type { Row } from "../language/table.ts";
import { plainArticle } from "../plain-article.ts";
import { learnActors, type SameActor } from "./actors.ts";
import { errorsByKind, type Measured } from "./measured.ts";
import { isNoCode, rootOf, sameRoot } from "./weis.ts";

/** A line of petrarch.jsonl. */
interface GoldSentence {
  readonly id: string;
  readonly set: "unittest" | "validation";
  readonly date: string;
  readonly text: string;
  readonly events: readonly Coding[];
}

interface Coding {
  readonly source: string;
  readonly target: string;
  readonly cameo: string;
}

/** Who did what to whom, as one of our events has it. */
interface OurCoding {
  readonly event: Event;
  readonly source: string;
  readonly target: string;
}

interface JudgedSentence {
  readonly gold: GoldSentence;
  readonly heldOut: boolean;
  readonly events: readonly Event[];
  readonly ours: readonly OurCoding[];
  /** The words by which a participant may be known, by its span. */
  readonly names: (event: Event, role: Side) => readonly string[];
}

type Side = "agent" | "other";

/** One in so many sentences is held out, by a hash of its id: its errors are never listed. */
const HELD_OUT = 3;

/**
 * Event codes of PETRARCH's test sentences: whether one of our events of the sentence has the root of each coding, whether
 * who and whom agree as well, and whether the two are on their right sides.
 */
export async function measureCodes(goldDir: string, errors: number): Promise<Measured> {
  const gold = readGold(join(goldDir, "codes", "petrarch.jsonl"));
  const sameActor = learnActors(
    gold.map(({ text, events }) => ({
      text,
      codes: events.flatMap(({ source, target }) => [source, target]),
    })),
  );
  const judged = judge(gold);
  const heldOut = judged.filter((each) => each.heldOut);
  const ofSet = (set: GoldSentence["set"]) => judged.filter((each) => each.gold.set === set);
  const row = (name: string, sentences: readonly JudgedSentence[], asWeis: boolean): Row => ({
    name,
    cells: figures(sentences, { sameActor, asWeis }),
  });
  return {
    table: {
      title: "event codes of PETRARCH's sentences",
      about:
        "root: codings whose CAMEO root one of our events of the sentence has; right, P, R and F1: who and whom agree as well; sides: of the codings of which both are found in one event, who acts and who is acted on are not swapped; empty: of the sentences without a coding, those where we give no code; or WEIS: the dictionary of the unit tests is one of WEIS in large parts, so a root counts in either scheme, and numbers that are in neither are left out; held out: a third by hash of the id, its errors never listed",
      columns: ["root", "P", "R", "F1", "sides", "of", "empty", "of"],
      floors: ["root", "sides"],
      rows: [
        row("as CAMEO, all", judged, false),
        row("as CAMEO, held out", heldOut, false),
        row("as CAMEO, validation records", ofSet("validation"), false),
        row("as CAMEO, unit tests", ofSet("unittest"), false),
        row("as CAMEO or WEIS, all", judged, true),
        row("as CAMEO or WEIS, held out", heldOut, true),
        row("as CAMEO or WEIS, unit tests", ofSet("unittest"), true),
      ],
    },
    errors: errors > 0 ? errorsByKind(errorsOf(judged, sameActor), errors) : [],
  };
}

function readGold(path: string): readonly GoldSentence[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as GoldSentence);
}

function judge(gold: readonly GoldSentence[]): readonly JudgedSentence[] {
  const resources = loadResources(readPackageFile);
  return gold.map((sentence) => {
    const { id, date, text } = sentence;
    const analysis = analyzeArticle(plainArticle({ id, published: date, text }), resources);
    const events = analysis.events.filter(({ codes }) => codes.cameo !== undefined);
    const names = (event: Event, side: Side) => namesOf(event, side, analysis);
    return {
      gold: sentence,
      heldOut: isHeldOut(id),
      events,
      ours: events.flatMap((event) => codingsOf(event, names)),
      names,
    };
  });
}

function isHeldOut(id: string): boolean {
  return Number.parseInt(createHash("sha1").update(id).digest("hex").slice(0, 8), 16) % HELD_OUT === 0;
}

/** What an event says of one side; a place is whom a visit or an attack is for. */
function namesOf(event: Event, side: Side, analysis: Analysis): readonly string[] {
  const nameOf = (id: string | undefined) => analysis.entities.find((entity) => entity.id === id)?.name ?? "";
  const words = (each: Participant) => `${each.text} ${nameOf(each.entity)}`;
  const found = event.participants.filter(({ role }) => (role === "agent") === (side === "agent")).map(words);
  return side === "other" && event.place !== undefined ? [...found, nameOf(event.place)] : found;
}

/**
 * One coding for each pair of the two sides. Where nobody else is named, those who act do it with each other ("A and B met"),
 * and one who acts alone leaves the other side open.
 */
function codingsOf(event: Event, names: JudgedSentence["names"]): readonly OurCoding[] {
  const agents = names(event, "agent");
  const others = names(event, "other");
  const sources = agents.length > 0 ? agents : [""];
  const mutual = agents.length > 1 && !others.some((words) => /\p{Lu}/u.test(words));
  const targets = mutual ? agents : others.length > 0 ? others : [""];
  return sources.flatMap((source) =>
    targets.filter((target) => !mutual || target !== source).map((target) => ({ event, source, target })),
  );
}

interface Reading {
  readonly sameActor: SameActor;
  readonly asWeis: boolean;
}

function figures(sentences: readonly JudgedSentence[], reading: Reading): (number | string)[] {
  const counted = sentences.map((each) => ({ ...each, codings: codingsIn(each, reading) }));
  const codings = counted.flatMap((sentence) => sentence.codings.map((coding) => ({ sentence, coding })));
  const rooted = codings.filter(({ sentence, coding }) => hasRoot(sentence, coding, reading));
  const recalled = codings.filter(({ sentence, coding }) =>
    sentence.ours.some((ours) => agrees(ours, coding, reading)),
  );
  const ours = counted.flatMap((sentence) => sentence.ours.map((each) => ({ sentence, each })));
  const right = ours.filter(({ sentence, each }) =>
    sentence.codings.some((coding) => agrees(each, coding, reading)),
  );
  const sides = codings.flatMap(({ sentence, coding }) => sidesOf(sentence, coding, reading) ?? []);
  const [precision, recall] = [percent(right.length, ours.length), percent(recalled.length, codings.length)];
  const open = sentences.filter(({ gold }) => gold.events.length === 0);
  return [
    percent(rooted.length, codings.length),
    precision,
    recall,
    (2 * precision * recall) / Math.max(1, precision + recall),
    percent(sides.filter((each) => each).length, sides.length),
    String(sides.length),
    percent(open.filter(({ events }) => events.length === 0).length, open.length),
    String(open.length),
  ];
}

function codingsIn({ gold }: JudgedSentence, { asWeis }: Reading): readonly Coding[] {
  return gold.events.filter(({ cameo }) => !(asWeis && isNoCode(cameo)));
}

function percent(part: number, whole: number): number {
  return (100 * part) / Math.max(1, whole);
}

function hasRoot({ events }: JudgedSentence, { cameo }: Coding, { asWeis }: Reading): boolean {
  return events.some(({ codes }) => sameRoot(codes.cameo ?? "", cameo, asWeis));
}

function agrees(
  { event, source, target }: OurCoding,
  coding: Coding,
  { sameActor, asWeis }: Reading,
): boolean {
  const root = sameRoot(event.codes.cameo ?? "", coding.cameo, asWeis);
  return root && sameActor(source, coding.source) && sameActor(target, coding.target);
}

/** Whether the two of a coding are not swapped, in an event that has both; undefined where none has. */
function sidesOf(
  { gold, events, names }: JudgedSentence,
  coding: Coding,
  reading: Reading,
): boolean | undefined {
  const has = (event: Event, side: Side, code: string) =>
    names(event, side).some((words) => reading.sameActor(words, code));
  const both = events.filter((event) =>
    [coding.source, coding.target].every((code) => has(event, "agent", code) || has(event, "other", code)),
  );
  const rooted = both.filter(({ codes }) => sameRoot(codes.cameo ?? "", coding.cameo, reading.asWeis));
  const event = rooted[0] ?? both[0];
  if (!event) return undefined;
  // "A and B met": coded from each to the other, and both act.
  const mutual = gold.events.some(
    ({ source, target }) => source === coding.target && target === coding.source,
  );
  if (mutual && has(event, "agent", coding.source) && has(event, "agent", coding.target)) return true;
  return has(event, "agent", coding.source) && has(event, "other", coding.target);
}

/** What is not as the gold has it, of the sentences that may be looked at. */
function errorsOf(
  judged: readonly JudgedSentence[],
  sameActor: SameActor,
): { kind: string; example: string }[] {
  const reading = { sameActor, asWeis: true };
  return judged
    .filter(({ heldOut }) => !heldOut)
    .flatMap((sentence) => {
      const { gold, events } = sentence;
      const given = events.map((event) => `${event.trigger.text} ${event.codes.cameo}`).join(", ");
      const missed = codingsIn(sentence, reading).flatMap((coding) => {
        const example = `${coding.source} ${coding.cameo} ${coding.target} | ${given || "-"} | ${gold.text.replace(/\s+/g, " ")}`;
        if (!hasRoot(sentence, coding, reading)) {
          return [
            { kind: events.length > 0 ? `other root than ${rootOf(coding.cameo)}` : "no code", example },
          ];
        }
        if (sidesOf(sentence, coding, reading) === false) return [{ kind: "sides swapped", example }];
        const whole = sentence.ours.some((ours) => agrees(ours, coding, reading));
        const pairs = sentence.ours
          .map(({ source, target }) => `${source.trim()} > ${target.trim()}`)
          .join(", ");
        return whole ? [] : [{ kind: "who or whom", example: `${pairs} | ${example}` }];
      });
      const surplus = gold.events.length === 0 && events.length > 0;
      return surplus
        ? [...missed, { kind: "code where none is due", example: `${given} | ${gold.text}` }]
        : missed;
    });
}
