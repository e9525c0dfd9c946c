import { ChroniclerError } from "../../model/error.ts";
import type { Lexicon } from "../lexicon.ts";
import { type ModelFile, openModel } from "../model-file.ts";
import { type Matrix, Workspace } from "./kernels.ts";
import { type Parameters, parameterShapes, type Sizes, WHOLE } from "./parameters.ts";
import type { Vocabulary } from "./word-input.ts";

/** Rows of whole numbers that words are looked up in; row 0 is for what is not known. */
export interface Table {
  readonly values: Int8Array | Int16Array;
  readonly width: number;
  /** What one of the whole numbers is worth. */
  readonly unit: number;
}

/** A trained network: tags, trees and names come from one reading of the words. */
export interface Network {
  readonly workspace: Workspace;
  readonly sizes: Sizes;
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly vectors: Table;
  readonly words: Table;
  readonly affixes: Table;
  readonly parameters: Parameters;
}

interface Settings {
  readonly sizes: Sizes;
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly units: Readonly<Record<string, number>>;
}

function loadMatrix(
  workspace: Workspace,
  values: Int16Array,
  unit: number,
  shape: readonly [number, number],
): Matrix {
  const matrix = workspace.matrix(...shape);
  const floats = workspace.floats(matrix);
  for (let k = 0; k < values.length; k++) floats[k] = (values[k] as number) * unit;
  return matrix;
}

/** Whether a parameter can be read as whole numbers: by what it is multiplied with, and by its shape. */
function isWhole(section: string, [rows, width]: readonly [number, number]): boolean {
  return WHOLE.test(section) && rows % 8 === 0 && width % 8 === 0;
}

function lexicon(file: ModelFile, name: string): Lexicon {
  return { keys: file.int32(`${name}Keys`), values: file.uint16(`${name}Rows`) };
}

/** Opens a packed network with the compiled kernels. Throws a `ChroniclerError` for what is no network. */
export function readNetwork(name: string, packed: Uint8Array, kernels: Uint8Array): Network {
  const file = openModel(name, packed, "network");
  const { sizes, tags, labels, units } = file.settings as unknown as Settings;
  const workspace = new Workspace(kernels);
  const unitOf = (section: string): number => {
    const unit = units[section];
    if (unit === undefined)
      throw new ChroniclerError("bad-model", `${name}: no unit for ${section}; reinstall it`);
    return unit;
  };
  const parameters = Object.fromEntries(
    Object.entries(parameterShapes(sizes)).map(([section, shape]) => [
      section,
      isWhole(section, shape)
        ? workspace.wholeMatrix(file.int16(section), unitOf(section), shape)
        : loadMatrix(workspace, file.int16(section), unitOf(section), shape),
    ]),
  );
  const table = (section: string, values: Int8Array | Int16Array, width: number): Table => ({
    values,
    width,
    unit: unitOf(section),
  });
  return {
    workspace,
    sizes,
    tags,
    labels,
    vocabulary: { vectors: lexicon(file, "vector"), words: lexicon(file, "word") },
    vectors: table("vectors", file.int8("vectors"), sizes.vector),
    words: table("word", file.int16("word"), sizes.word),
    affixes: table("affix", file.int16("affix"), sizes.affix),
    parameters,
  };
}
