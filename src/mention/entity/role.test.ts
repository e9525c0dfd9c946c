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
  ["In a speech on Monday evening President Weiss said it.", ["Weiss: President"]],
  ["Last week Prime Minister Weiss met the king.", ["Weiss: Prime Minister"]],
  ["The rest of the single Prime Minister Anna Weiss had heard.", ["Anna Weiss: Prime Minister"]],
  ["The deputy Prime Minister Anna Weiss spoke.", ["Anna Weiss: deputy Prime Minister"]],
  ["On the night in question Dr Weiss had served the town.", []],
  ["The prosecutor Mr Weiss agreed.", ["Weiss: prosecutor"]],
  ["Anna Weiss, a spokesman for the Norva-led mission, spoke.", ["Anna Weiss: spokesman"]],
  ["Anna Weiss, with Prince Karl, left on Monday.", ["Karl: Prince"]],
  ["Secretary of State Anna Weiss left.", ["Anna Weiss: Secretary of State"]],
])("%s", (text, roles) => {
  expect(rolesIn(text)).toEqual(roles);
});
