import { expect, test } from "vitest";
import { readText } from "./read-text.ts";

test.each(["WEDDING (Reuters) - ", "STRIKE, Norland (AP) — ", "BATTLE, May 4 (Reuters) - "])(
  "a word of the dateline tells no event: %s",
  (dateline) => {
    const { events } = readText(`${dateline}Police released two men on Monday.`);
    expect(events.map(({ trigger }) => trigger.text)).toEqual(["released"]);
  },
);
