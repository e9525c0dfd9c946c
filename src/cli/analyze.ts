import { type Analysis, type AnalyzedReport, analyzeSource, ChroniclerError, type Source } from "../index.ts";
import { type CommandArguments, optionOf } from "./arguments.ts";
import { givenOf } from "./given.ts";
import { drained, print, printError } from "./output.ts";
import { UsageError } from "./problem.ts";
import { type Found, findSources, withoutInnerLine } from "./sources.ts";

/** The layers that everyone wants; sentences only as spans, because nobody sees their tokens. */
function withoutTokens({ tokens: _tokens, names: _names, ...rest }: Analysis): unknown {
  return { ...rest, sentences: rest.sentences.map(({ start, end }) => ({ start, end })) };
}

/** The id that a line of JSON gives itself, to name it where it cannot be read. */
function idOf(source: Source): unknown {
  try {
    const line: unknown = JSON.parse(new TextDecoder().decode(source.bytes));
    return line !== null && typeof line === "object" && "id" in line ? line.id : null;
  } catch {
    return null;
  }
}

/** Whether every report would fail in the same way. */
function isFatal(error: unknown): boolean {
  const fatal = ["bad-model", "bad-table", "usage"];
  return !(error instanceof ChroniclerError) || fatal.includes(error.code);
}

async function analyzeOne(each: Found): Promise<readonly AnalyzedReport[]> {
  if ("failure" in each) return [{ name: each.failure.name, error: each.failure }];
  try {
    return await analyzeSource(each.source);
  } catch (error) {
    if (isFatal(error)) throw error;
    const { code, message } = error as ChroniclerError;
    return [{ name: each.source.name, error: { code, message } }];
  }
}

function toLine(report: AnalyzedReport, each: Found, all: boolean): unknown {
  if ("analysis" in report) return all ? report.analysis : withoutTokens(report.analysis);
  const id = "source" in each ? idOf(each.source) : null;
  const { code, message } = report.error;
  return { id: id ?? report.name, error: { code, message: withoutInnerLine(message) } };
}

function wantsAll(given: CommandArguments): boolean {
  const layers = optionOf(given, "layers");
  if (layers === undefined || layers === "all") return layers === "all";
  throw new UsageError(`Expected --layers all, not "${layers}".`);
}

export async function run(given: CommandArguments): Promise<number> {
  const all = wantsAll(given);
  const paths = given.operands.length > 0 ? given.operands : ["-"];
  let status = 0;
  for await (const each of findSources(paths, givenOf(given)).found) {
    for (const report of await analyzeOne(each)) {
      print(JSON.stringify(toLine(report, each, all)));
      if ("analysis" in report) continue;
      printError(withoutInnerLine(report.error.message));
      status = 1;
    }
    await drained();
  }
  return status;
}
