import { expect, it } from "vitest";
import { report } from "./analysis.test-data.ts";
import { cite } from "./citation.ts";

const { article } = report({ id: "a", text: "The ferry to Brenna runs again after four months of storms." });

it.each([
  ["at the beginning", "The ferry", "", " to Brenna runs again after four"],
  ["in the middle", "again", "The ferry to Brenna runs ", " after four months of storms."],
  ["at the end", "storms.", "runs again after four months of ", ""],
  ["all of it", article.text, "", ""],
])("keeps the words and up to 32 characters around them: %s", (_, words, prefix, suffix) => {
  const start = article.text.indexOf(words);
  const end = start + words.length;
  expect(cite(article, { start, end })).toEqual({ article: "a", start, end, text: words, prefix, suffix });
});
