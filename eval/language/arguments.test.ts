import { describe, expect, it } from "vitest";
import { nameAround, pairTriples, type TreeWord, triplesOf } from "./arguments.ts";

/** Words written as "upos deprel head", heads counted from 1 as in CoNLL-U. */
function words(...rows: string[]): TreeWord[] {
  return rows.map((row) => {
    const [upos = "", deprel = "", head = "0"] = row.split(" ");
    return { upos, deprel, head: Number(head) - 1 };
  });
}

/** "Ana Weiss met Prime Minister Ito" */
const MET = words(
  "PROPN nsubj 3",
  "PROPN flat 1",
  "VERB root 0",
  "PROPN compound 5",
  "PROPN obj 3",
  "PROPN flat 5",
);

/** The same, with other heads within the names. */
const MET_OTHERWISE = words(
  "PROPN compound 2",
  "PROPN nsubj 3",
  "VERB root 0",
  "PROPN compound 6",
  "PROPN compound 6",
  "PROPN obj 3",
);

describe("subject–verb–object triples", () => {
  it("join a subject and an object of one verb", () => {
    expect(triplesOf(MET)).toEqual([{ verb: 2, subject: 0, object: 4 }]);
  });

  it("are none without an object, or below a word that is no verb", () => {
    expect(triplesOf(words("PRON nsubj 2", "VERB root 0"))).toEqual([]);
    expect(triplesOf(words("PRON nsubj 2", "NOUN root 0", "NOUN obj 2"))).toEqual([]);
  });

  it("agree whichever word of a name is its head", () => {
    const [pair] = pairTriples(MET, MET_OTHERWISE);
    expect(pair?.gold).toEqual({ verb: 2, subject: 0, object: 4 });
    expect(pair?.ours).toEqual({ verb: 2, subject: 1, object: 5 });
  });

  it("stand alone where the other side has none", () => {
    const reversed = MET.map((word) => ({ ...word, deprel: word.deprel === "obj" ? "obl" : word.deprel }));
    expect(pairTriples(MET, reversed)).toEqual([{ gold: { verb: 2, subject: 0, object: 4 } }]);
    expect(pairTriples(reversed, MET)).toEqual([{ ours: { verb: 2, subject: 0, object: 4 } }]);
  });
});

describe("the name around a head", () => {
  it("holds what hangs on it by flat and compound, and no particle", () => {
    expect([...nameAround(MET, 4)].sort()).toEqual([3, 4, 5]);
    expect([...nameAround(words("VERB root 0", "ADP compound:prt 1"), 0)]).toEqual([0]);
  });
});
