import { ChroniclerError } from "../index.ts";
import { type CommandArguments, chroniclePath } from "./arguments.ts";

/** Says that nothing has the id, and where ids are found. */
export function unknownId(id: string, given: CommandArguments): ChroniclerError {
  return new ChroniclerError(
    "not-found",
    `Nothing in ${chroniclePath(given)} has the id "${id}"; chronicler timeline and chronicler search print ids.`,
  );
}

/** A question for what else may be meant: "; did you mean Ana Brandt or Ana Brand?"; a full stop where nothing is. */
export function didYouMean(names: readonly string[]): string {
  return names.length === 0 ? "." : `; did you mean ${names.join(" or ")}?`;
}
