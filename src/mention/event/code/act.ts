import { caseOf, dependents, relation, tokenAt } from "../../tree.ts";
import type { EventContext } from "../context.ts";
import { lemmasOf } from "./frame.ts";
import { nounClass, withContents } from "./noun-class.ts";

/** Gives the CAMEO code of a verb or event noun by itself. */
export type CodeOfWord = (index: number) => string | undefined;

/** Prepositions before what is promised, asked for, refused or threatened. */
const SPOKEN_OF = new Set(["for", "of", "with", "on", "to", "from", "against"]);

/** "pledge", "urge", "refuse": the act of a verb or noun that speaks of another act. */
export function actOf(index: number, context: EventContext): string | undefined {
  const { acts } = context.tables.codes;
  return lemmasOf(index, context)
    .map((lemma) => acts.get(lemma))
    .find((act) => act !== undefined);
}

/** The codes of an act that speaks of another one. */
interface ActCodes {
  /** By what it speaks of: "pledged to send aid" is 033, "refused to meet" 125. */
  readonly specific: string | undefined;
  /** By itself. */
  readonly any: string | undefined;
}

export function actCodes(index: number, context: EventContext, codeOf: CodeOfWord): ActCodes | undefined {
  const act = actOf(index, context);
  const codes = act === undefined ? undefined : context.tables.codes.embedded.get(act);
  if (!codes) return undefined;
  const found = spokenOf(index, context).map((each) => embeddedCode(each, { context, codes, codeOf }));
  return { specific: found.find((code) => code !== undefined), any: codes.get("any") };
}

function embeddedCode(
  index: number,
  {
    context,
    codes,
    codeOf,
  }: { context: EventContext; codes: ReadonlyMap<string, string>; codeOf: CodeOfWord },
): string | undefined {
  const noun = tokenAt(context.tree, index).upos !== "VERB";
  const ofClass = noun ? codes.get(nounClass(index, context) ?? "") : undefined;
  if (ofClass !== undefined) return ofClass;
  return longestMatch(codeOf(index) ?? "", codes);
}

/** The code of refusing what the code stands for; undefined where that is no refusal of CAMEO's. */
export function refusalOf(cameo: string, { tables }: EventContext): string | undefined {
  return longestMatch(cameo, tables.codes.embedded.get("reject") ?? new Map<string, string>());
}

function longestMatch(cameo: string, codes: ReadonlyMap<string, string>): string | undefined {
  for (let length = cameo.length; length >= 2; length--) {
    const found = codes.get(cameo.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What the verb speaks of: infinitives and clauses first, then its object and what that is of, then its phrases. */
function spokenOf(index: number, context: EventContext): readonly number[] {
  const { tree } = context;
  const objects = dependents(tree, index, "obj", "iobj", "nsubj:pass");
  const phrases = dependents(tree, index, "obl", "nmod").filter((child) =>
    SPOKEN_OF.has(caseOf(tree, child)),
  );
  const clauses = [
    ...dependents(tree, index, "xcomp", "ccomp", "advcl", "acl"),
    ...objects.flatMap((object) => dependents(tree, object, "acl")),
  ].filter((child) => isComplement(child, context));
  return [...clauses, ...[...objects, ...phrases].flatMap((each) => withContents(each, context))];
}

/** "to send", "of sending", "that Norway send"; a relative clause or one of time is no complement. */
function isComplement(index: number, { tree }: EventContext): boolean {
  const token = tokenAt(tree, index);
  if (token.upos !== "VERB" || token.deprel === "acl:relcl") return false;
  if (relation(token) !== "advcl") return true;
  return dependents(tree, index, "mark").some((mark) =>
    ["to", "of", "for"].includes(tokenAt(tree, mark).text.toLowerCase()),
  );
}

/** Whether an act that is coded itself speaks of the word: "pledged to send". */
export function isSpokenOf(index: number, context: EventContext): boolean {
  const { tree } = context;
  let at = tokenAt(tree, index).head;
  for (let step = 0; at >= 0 && step < 3; step++, at = tokenAt(tree, at).head) {
    if (actOf(at, context) !== undefined) return spokenOf(at, context).includes(index);
  }
  return false;
}
