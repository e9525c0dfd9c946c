import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Language, loadLanguage, readLanguage } from "../../src/language/language.ts";
import { paragraphs } from "./paragraphs.ts";
import { processorMs, type TextReader } from "./reader.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/** Our own models, loaded, and what that took. */
export function loadOurs(): { readonly language: Language; readonly reader: TextReader } {
  const before = process.cpuUsage();
  const language = loadLanguage((name) => readFileSync(join(ROOT, name)));
  const reader = {
    name: "Chronicler",
    loadMs: processorMs(before),
    bytes: modelBytes(),
    read(text: string, blocks: Parameters<TextReader["read"]>[1]) {
      const { sentences, tokens } = readLanguage(text, blocks, language);
      return { sentences, words: tokens };
    },
    /** Tags, lemmas, trees and names. */
    process(text: string) {
      readLanguage(text, paragraphs(text), language);
    },
  };
  return { language, reader };
}

/** The files of models/, gzipped where they are not kept so. */
function modelBytes(): number {
  const folder = join(ROOT, "models");
  const files = readdirSync(folder).filter((name) => !name.endsWith(".md"));
  return files.reduce((sum, name) => {
    const bytes = readFileSync(join(folder, name));
    return sum + (name.endsWith(".gz") ? bytes : gzipSync(bytes)).length;
  }, 0);
}
