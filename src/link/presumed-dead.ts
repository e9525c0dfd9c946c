import type { Event, Participant } from "../model/event.ts";
import type { Analysis } from "../model/layers.ts";
import { type EntityLinks, refKey } from "./entity.ts";
import type { WordTables } from "./tables.ts";

/** A pronoun stands for whoever is dead: which name it means may have been read wrongly. */
const PRONOUN = /^(?:he|him|his|she|her|hers)$/iu;

/**
 * The reports without deaths of people whom no report of the part tells dead by name, where others are told dead by theirs:
 * in the story of one death "his death" is this one's, and not that of whoever was named last. The words stay as the
 * report has them; whose death it is stays open.
 */
export function withoutPresumedDead(
  analyses: readonly Analysis[],
  { idOf }: Pick<EntityLinks, "idOf">,
  { once }: Pick<WordTables, "once">,
): readonly Analysis[] {
  const deadIn = (
    { article }: Analysis,
    { lemma, participants }: Event,
    isPronoun: boolean,
  ): readonly string[] => {
    const row = once.get(lemma);
    return participants.flatMap(({ role, entity, text }) => {
      const isDead = row?.what === "death" && role === row.part && PRONOUN.test(text) === isPronoun;
      return (isDead && entity !== undefined && idOf.get(refKey({ article: article.id, id: entity }))) || [];
    });
  };
  const named = new Set(
    analyses.flatMap((analysis) =>
      analysis.events.flatMap((event) => (event.status === "happened" ? deadIn(analysis, event, false) : [])),
    ),
  );
  if (named.size === 0) return analyses;
  return analyses.map((analysis) => {
    const isWrong = (event: Event) => deadIn(analysis, event, true).some((id) => !named.has(id));
    if (!analysis.events.some(isWrong)) return analysis;
    return {
      ...analysis,
      events: analysis.events.map((event) => (isWrong(event) ? leftOpen(event) : event)),
    };
  });
}

/** Told of nobody by name, in the words of the report, and so of no weight by itself. */
function leftOpen(event: Event): Event {
  const open = ({ entity, ...each }: Participant): Participant =>
    PRONOUN.test(each.text) || entity === undefined ? each : { ...each, entity };
  return { ...event, participants: event.participants.map(open), headline: event.clause.text, salience: 0 };
}
