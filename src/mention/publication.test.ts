import { describe, expect, it } from "vitest";
import { analyze } from "../index.ts";

const boundsOf = async (text: string, published?: string) =>
  (await analyze({ text, clean: true, ...(published ? { published } : {}) })).article.published;

describe("the publication of an undated report", () => {
  it.each([
    ["The two ministries signed the agreement on 12 March 2019.", "2019-03-12/.."],
    ["President Anna Berg will visit Riga on 4 May 2019.", "../2019-05-04"],
    [
      "The two ministries signed the agreement on 12 March 2019. President Anna Berg will visit Riga in May 2019.",
      "2019-03-12/2019-05-31",
    ],
    ["Soviet troops seized the islands in 1945.", "1945-01-01/.."],
    ["The two ministries signed the agreement on Thursday.", undefined],
    ["President Anna Berg left Riga on 4 May 2019. She will return on 3 April 2019.", undefined],
  ])("is bound by its own words: %s", async (text, bounds) => {
    expect((await boundsOf(text)).bounds).toBe(bounds);
  });
  it("needs no bounds where its day is known", async () => {
    const text = "The two ministries signed the agreement on 12 March 2019.";
    expect(await boundsOf(text, "2019-03-13")).toEqual({ value: "2019-03-13", basis: "given" });
  });
});
