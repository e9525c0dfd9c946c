import { expect, test } from "vitest";
import type { Analysis } from "../model/layers.ts";
import { report } from "./analysis.test-data.ts";
import { linkAnalyses } from "./link.ts";
import { WORDS } from "./words.test-data.ts";

const ABOUT = "The trial over the ferry Abel in Port Hale harbour went on before the judges.";

/** A report that tells a death, of one who is named or of "he". */
function death(id: string, who: string, words: string, text: string = who): Analysis {
  const told = report({
    id,
    day: "2030-03-01",
    text: `${who} was there. ${words}\n\n${ABOUT}`,
    sentences: true,
    names: { [who]: "person", "Port Hale": "place" },
    events: [{ trigger: "died", lemma: "die", clause: words, agent: who, salience: 0.8 }],
  });
  const events = told.events.map((event) => ({
    ...event,
    headline: `${who} died`,
    participants: event.participants.map((each) => ({ ...each, text })),
  }));
  return { ...told, events };
}

const headlines = (...reports: readonly Analysis[]) =>
  linkAnalyses(reports, WORDS)
    .events.map(({ headline }) => headline)
    .sort();

const TAMM = death("a", "Karl Tamm", "Tamm died at sea.");
const OKORO = death("b", "Ben Okoro", "He died at sea.", "He");

test("nobody is dead by a pronoun alone, where another is told dead by name", () => {
  const { events, entities } = linkAnalyses([TAMM, OKORO], WORDS);
  const okoro = entities.find(({ name }) => name === "Ben Okoro")?.id;
  expect(events.map(({ headline }) => headline)).not.toContain("Ben Okoro died");
  expect(events.flatMap(({ participants }) => participants.map(({ entity }) => entity))).not.toContain(okoro);
});

test("where nobody is told dead by name, or this one is as well, the pronoun is believed", () => {
  expect(headlines(OKORO)).toEqual(["Ben Okoro died"]);
  expect(headlines(TAMM, OKORO, death("c", "Ben Okoro", "Okoro died in May."))).not.toContain(
    "He died at sea.",
  );
});
