import { ChroniclerError, type Given } from "../index.ts";
import { type CommandArguments, optionOf } from "./arguments.ts";
import { UsageError } from "./problem.ts";

const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether it is a year, month or day that there is: 2016, 2016-08, 2016-08-30. */
function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!match) return false;
  const [, year, month = "01", day = "01"] = match;
  const days = DAYS_OF_MONTH[Number(month) - 1] ?? 0;
  if (Number(day) < 1 || Number(day) > days) return false;
  const isLeapDay = month === "02" && day === "29";
  return !isLeapDay || new Date(Date.UTC(Number(year), 1, 29)).getUTCMonth() === 1;
}

/** What the command line says of all reports that it names; looked at once, before any is read. */
export function givenOf(given: CommandArguments): Given {
  const published = optionOf(given, "published");
  const outlet = optionOf(given, "outlet");
  if (published !== undefined && !isDate(published)) {
    throw new ChroniclerError(
      "bad-date",
      `Expected --published to be a day, month or year such as 2016-08-30, 2016-08 or 2016, not "${published}".`,
    );
  }
  if (outlet?.trim() === "") throw new UsageError("Expected a name after --outlet, not an empty word.");
  return { ...(published === undefined ? {} : { published }), ...(outlet === undefined ? {} : { outlet }) };
}
