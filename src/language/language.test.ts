import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneBlock, readPackageFile } from "../../training/package-file.ts";
import { ChroniclerError } from "../model/error.ts";
import { type Language, loadLanguage, parseConllu, parseWords, readLanguage } from "./language.ts";

const language: Language = loadLanguage(readPackageFile);

function read(text: string) {
  return readLanguage(text, oneBlock(text), language);
}

/** "relation(head, child)" of each word of a text of one sentence. */
function relations(text: string): string[] {
  const { tokens } = read(text);
  return tokens.map(({ deprel, head, text: word }) => `${deprel}(${tokens[head]?.text ?? "ROOT"}, ${word})`);
}

describe("loadLanguage", () => {
  it("says what is wrong with a broken model", () => {
    const broken = (name: string) =>
      name.startsWith("models/") ? new Uint8Array([1, 2, 3]) : readPackageFile(name);
    expect(() => loadLanguage(broken)).toThrow(ChroniclerError);
  });
});

describe("readLanguage", () => {
  it("covers every character but white space, in order, on any text", () => {
    const unit = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(..."aB1.,'’“”\"-—… \n()$@/[]!?"), maxLength: 60 }),
    );
    fc.assert(
      fc.property(unit, (text) => {
        const { tokens, sentences, names } = read(text);
        let at = 0;
        for (const token of tokens) {
          expect(text.slice(at, token.start).trim()).toBe("");
          expect(token.text).toBe(text.slice(token.start, token.end));
          expect(token.end).toBeGreaterThan(token.start);
          at = token.end;
        }
        expect(text.slice(at).trim()).toBe("");
        expect(sentences.map(({ from }) => from)).toEqual(
          [0, ...sentences.map(({ to }) => to)].slice(0, sentences.length),
        );
        for (const { start, end, text: words } of names) expect(words).toBe(text.slice(start, end));
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it("makes one tree of each sentence", () => {
    const { tokens, sentences } = read("The talks failed. “We tried,” he said, and left the room (again).");
    for (const { from, to } of sentences) {
      const inside = tokens.slice(from, to);
      expect(inside.filter(({ head }) => head === -1)).toHaveLength(1);
      for (const { head } of inside) expect(head === -1 || (head >= from && head < to)).toBe(true);
    }
  });

  it("keeps sentences within blocks", () => {
    const text = "Talks end\nThe talks ended";
    const blocks = [
      { start: 0, end: 9, kind: "title" as const },
      { start: 10, end: 25, kind: "paragraph" as const },
    ];
    const { sentences } = readLanguage(text, blocks, language);
    expect(sentences.map(({ start, end }) => [start, end])).toEqual([
      [0, 9],
      [10, 25],
    ]);
  });

  it.each([
    ["The minister visited Tokyo.", ["nsubj(visited, minister)", "obj(visited, Tokyo)"]],
    ["The treaty was signed by both leaders.", ["nsubj:pass(signed, treaty)", "obl:agent(signed, leaders)"]],
    ["“We want peace,” said the envoy.", ["nsubj(said, envoy)", "ccomp(said, want)"]],
    [
      "The envoy said that the deal had failed.",
      ["nsubj(said, envoy)", "ccomp(said, failed)", "nsubj(failed, deal)"],
    ],
    [
      "President Anna Koch will meet farmers on Friday.",
      ["nsubj(meet, Anna)", "obj(meet, farmers)", "aux(meet, will)"],
    ],
    ["The island, seized in 1945, is small.", ["nsubj(small, island)", "acl(island, seized)"]],
    ["Koch to visit Spain in May", ["nsubj(visit, Koch)", "obj(visit, Spain)"]],
  ])("parses %s", (text, expected) => {
    expect(relations(text)).toEqual(expect.arrayContaining(expected));
  });

  it("finds names and their kinds", () => {
    const { names } = read(
      "Sergei Lavrov flew from Moscow to Tokyo for talks with the United Nations, Reuters said.",
    );
    const found = Object.fromEntries(names.map(({ text, type }) => [text, type]));
    expect(found).toMatchObject({ "Sergei Lavrov": "person", Moscow: "place", Tokyo: "place" });
    expect(found["United Nations"]).toBe("organization");
  });

  it("is bounded on garbage", () => {
    const start = process.cpuUsage().user;
    for (const text of [
      "a".repeat(200_000),
      "((".repeat(50_000),
      '".'.repeat(50_000),
      "a.".repeat(50_000),
      "x-".repeat(50_000),
    ]) {
      expect(read(text).tokens.length).toBeGreaterThan(0);
    }
    expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(60);
  });

  it("gives the same for the same text", () => {
    const text = "Ukraine's parliament voted on Thursday to end the truce, officials said.";
    expect(read(text)).toEqual(read(text));
  });
});

describe("parseWords and parseConllu", () => {
  it("give lemmas, tags and features", () => {
    const [words] = parseWords([["The", "talks", "were", "held", "in", "Geneva", "."]], language);
    expect(words?.map(({ lemma }) => lemma)).toEqual(["the", "talk", "be", "hold", "in", "Geneva", "."]);
    expect(words?.map(({ upos }) => upos)).toEqual(["DET", "NOUN", "AUX", "VERB", "ADP", "PROPN", "PUNCT"]);
    expect(words?.[2]?.feats).toContain("Number=Plur|Person=3");
  });

  it("fill CoNLL-U and keep its words, comments and ranges", () => {
    const given =
      "# text = I don't\n1\tI\t_\t_\t_\t_\t_\t_\t_\t_\n2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n2\tdo\t_\t_\t_\t_\t_\t_\t_\t_\n3\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
    const lines = parseConllu(given, language).split("\n");
    expect(lines[0]).toBe("# text = I don't");
    expect(lines[2]).toBe("2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_");
    expect(lines[1]?.split("\t")[3]).toBe("PRON");
    expect(lines[4]?.split("\t")[2]).toBe("not");
  });
});
