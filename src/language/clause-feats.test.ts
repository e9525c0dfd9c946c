import { describe, expect, it } from "vitest";
import type { AgreementWord } from "./agreement.ts";
import { clauseFeats } from "./clause-feats.ts";

/** Words from lines such as "gone VBN VerbForm=Part 1 acl": the head counts from 0, -1 is the root. */
function words(...lines: readonly string[]): AgreementWord[] {
  return lines.map((line) => {
    const [form = "", xpos = "", feats = "", head = "", deprel = ""] = line.split(" ");
    return { form, xpos, feats, head: Number(head), deprel };
  });
}

describe("clauseFeats", () => {
  it("tells passive from perfect participles", () => {
    const gone = words("has VBZ _ 1 aux", "gone VBN Tense=Past|VerbForm=Part|Voice=Pass -1 root");
    expect(clauseFeats(gone, 1)).toBe("Tense=Past|VerbForm=Part");
    const seen = words(
      "has VBZ _ 2 aux",
      "been VBN _ 2 aux:pass",
      "seen VBN Tense=Past|VerbForm=Part -1 root",
    );
    expect(clauseFeats(seen, 2)).toBe("Tense=Past|VerbForm=Part|Voice=Pass");
  });

  it("tells gerunds from participles", () => {
    const stopped = words("stopped VBD _ -1 root", "talking VBG Tense=Pres|VerbForm=Part 0 xcomp");
    expect(clauseFeats(stopped, 1)).toBe("VerbForm=Ger");
    const talks = words("is VBZ _ 1 aux", "talking VBG VerbForm=Ger -1 root");
    expect(clauseFeats(talks, 1)).toBe("Tense=Pres|VerbForm=Part");
  });

  it("tells commands from infinitives", () => {
    const come = words(
      "Come VB VerbForm=Inf -1 root",
      "and CC _ 2 cc",
      "see VB VerbForm=Inf 0 conj",
      "it PRP Case=Nom|Number=Sing 2 obj",
    );
    expect(clauseFeats(come, 0)).toBe("Mood=Imp|VerbForm=Fin");
    expect(clauseFeats(come, 2)).toBe("Mood=Imp|VerbForm=Fin");
    expect(clauseFeats(come, 3)).toBe("Case=Acc|Number=Sing");
    const go = words("to TO _ 1 mark", "go VB VerbForm=Inf -1 root");
    expect(clauseFeats(go, 1)).toBe("VerbForm=Inf");
  });

  it("leaves other words alone", () => {
    expect(clauseFeats(words("dog NN Number=Sing -1 root"), 0)).toBeUndefined();
  });
});
