import { seededRandom } from "../../training/random.ts";

/** A text as an editor has it on the desk: paragraphs of sentences of words. */
type Paragraph = readonly string[];

/** What an editor works with besides the text: sentences of other reports, and words to put in. */
export interface Desk {
  readonly sentences: readonly string[];
  readonly words: readonly string[];
}

export interface Edit {
  /** Share of the words that are cut away or replaced; 0 to 1. */
  readonly change: number;
  readonly seed: number;
  readonly desk: Desk;
}

/** Of what is changed: how much by cutting paragraphs and by new sentences; the rest by other words. */
interface Shares {
  readonly cut: number;
  readonly sentences: number;
}

function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/u).filter(Boolean);
}

function sizeOf(paragraphs: readonly Paragraph[]): number {
  return paragraphs.flat().reduce((sum, sentence) => sum + wordsIn(sentence).length, 0);
}

/** One editor's work on one report; the same edit gives the same text. */
class Editing {
  readonly #random: () => number;
  readonly #desk: Desk;

  constructor({ seed, desk }: Edit) {
    this.#random = seededRandom(seed);
    this.#desk = desk;
  }

  edit(paragraphs: readonly Paragraph[], change: number): readonly Paragraph[] {
    const whole = sizeOf(paragraphs);
    const { cut, sentences } = this.#shares();
    const shorter = this.#cut(paragraphs, whole * change * cut);
    const gone = whole - sizeOf(shorter);
    const retold = this.#retell(shorter, Math.min(whole * change * sentences, whole * change - gone));
    const left = whole * change - gone - retold.changed;
    const reworded = this.#reword(retold.paragraphs, left);
    return this.#insert(this.#reorder(reworded), (change * paragraphs.length) / 4);
  }

  #shares(): Shares {
    const parts = [this.#random(), this.#random(), this.#random()];
    const all = parts.reduce((sum, part) => sum + part, 0);
    return { cut: (parts[0] ?? 0) / all, sentences: (parts[1] ?? 0) / all };
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.#random() * items.length)] as Item;
  }

  /** Takes whole paragraphs away, mostly from the end, as long as no more than so many words go. */
  #cut(paragraphs: readonly Paragraph[], words: number): readonly Paragraph[] {
    const kept = [...paragraphs];
    let left = words;
    while (kept.length > 1) {
      const at = this.#random() < 0.7 ? kept.length - 1 : Math.floor(this.#random() * kept.length);
      const size = sizeOf([kept[at] ?? []]);
      if (size > left) break;
      left -= size;
      kept.splice(at, 1);
    }
    return kept;
  }

  /** Puts other sentences in the place of some; `changed` counts the words that went. */
  #retell(
    paragraphs: readonly Paragraph[],
    words: number,
  ): { paragraphs: readonly Paragraph[]; changed: number } {
    let changed = 0;
    const told = paragraphs.map((sentences) => [...sentences]);
    const places = told.flatMap((sentences, p) => sentences.map((_, s) => ({ p, s, key: this.#random() })));
    for (const { p, s } of places.sort((a, b) => a.key - b.key)) {
      const size = wordsIn(told[p]?.[s] ?? "").length;
      if (changed + size > words) continue;
      changed += size;
      (told[p] as string[])[s] = this.#pick(this.#desk.sentences);
    }
    return { paragraphs: told, changed };
  }

  #reword(paragraphs: readonly Paragraph[], words: number): readonly Paragraph[] {
    const share = words / Math.max(1, sizeOf(paragraphs));
    const reword = (sentence: string): string =>
      wordsIn(sentence)
        .map((word) => (this.#random() < share ? this.#pick(this.#desk.words) : word))
        .join(" ");
    return paragraphs.map((sentences) => sentences.map(reword));
  }

  /** Now and then a paragraph moves up or down, seldom to the top. */
  #reorder(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
    const moved = [...paragraphs];
    for (let i = 1; i + 1 < moved.length; i++) {
      if (this.#random() < 0.25) moved.splice(i, 2, moved[i + 1] as Paragraph, moved[i] as Paragraph);
    }
    return moved;
  }

  #insert(paragraphs: readonly Paragraph[], count: number): readonly Paragraph[] {
    const longer = [...paragraphs];
    for (let i = 0; i < Math.round(count); i++) {
      const own = [this.#pick(this.#desk.sentences), this.#pick(this.#desk.sentences)];
      longer.splice(1 + Math.floor(this.#random() * longer.length), 0, own);
    }
    return longer;
  }
}

/**
 * The paragraphs of a copy: cut, re-ordered, with sentences and words replaced and paragraphs put in, so that
 * the wanted share of the report's words is gone.
 */
export function editCopy(paragraphs: readonly Paragraph[], edit: Edit): readonly string[] {
  return new Editing(edit).edit(paragraphs, edit.change).map((sentences) => sentences.join(" "));
}
