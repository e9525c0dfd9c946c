import type { WordAnalysis } from "../../src/language/language.ts";
import { type Bank, isNewsBank } from "./banks.ts";
import { Confusions, inContext } from "./examples.ts";

/** Confused tags, confused relations under the right head, and wrong heads by relation, the most frequent first. */
export function treeErrors(banks: readonly Bank[], limit: number): string {
  const [tags, relations, heads] = [new Confusions(), new Confusions(), new Confusions()];
  for (const { sentences, parsed } of banks.filter((bank) => !isNewsBank(bank))) {
    sentences.forEach(({ words }, s) => {
      const forms = words.map(({ form }) => form);
      words.forEach((gold, i) => {
        const ours = parsed[s]?.[i] as WordAnalysis;
        const marks = { [gold.head]: "head", [ours.head]: "ours", [i]: "" };
        delete marks[-1];
        const example = () => inContext(forms, marks, 4);
        if (gold.upos !== ours.upos) tags.add(`${gold.upos} read as ${ours.upos}`, example());
        if (gold.upos === "PUNCT") return;
        if (gold.head !== ours.head) heads.add(gold.deprel, example());
        else if (gold.deprel !== ours.deprel)
          relations.add(`${gold.deprel} read as ${ours.deprel}`, example());
      });
    });
  }
  return [
    tags.show("tags", limit),
    relations.show("relations, head right", limit),
    heads.show("heads, by annotated relation", limit),
  ].join("\n\n");
}
