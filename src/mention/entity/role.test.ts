import { expect, test } from "vitest";
import { readText } from "../../../test/read-text.ts";

function rolesIn(text: string): readonly string[] {
  return readText(text).entities.flatMap(({ name, roles }) => roles.map((role) => `${name}: ${role.text}`));
}

test.each([
  ["Anna Weiss, the Norva chief executive, spoke on Monday.", ["Anna Weiss: Norva chief executive"]],
  ["Anna Weiss, Estonia's prime minister, spoke on Monday.", ["Anna Weiss: Estonia's prime minister"]],
  ["Anna Weiss, a former mayor of Tartu, spoke on Monday.", ["Anna Weiss: former mayor of Tartu"]],
  ["Anna Weiss, President Karl Tamm and others spoke on Monday.", ["Karl Tamm: President"]],
])("%s", (text, roles) => {
  expect(rolesIn(text)).toEqual(roles);
});
