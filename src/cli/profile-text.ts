import type { HeldRole, PartIn, Profile } from "../index.ts";
import { dateInWords } from "../index.ts";
import { type ById, placeOf } from "./cited.ts";
import { plain } from "./output.ts";
import { quoteLines } from "./quote-text.ts";
import { shortDate } from "./short-date.ts";
import { lookOf } from "./status.ts";
import { outputStyle, outputWidth } from "./style.ts";
import { count } from "./timeline-entry.ts";
import { wrap } from "./wrap.ts";

/** "16 Jan 2024 – 7 Jun 2024", or the one day; nothing where no report is dated. */
function span(first: string | null, last: string | null): string {
  if (first === null || last === null) return "";
  return first === last ? shortDate(first) : `${shortDate(first)} – ${shortDate(last)}`;
}

function seen({ entity, reports, first, last }: Profile): string {
  const kind = entity.type === "other" ? "name" : entity.type;
  return [kind, entity.id, count(reports, "report"), span(first, last)]
    .filter((each) => each !== "")
    .join(" · ");
}

function indented(text: string, by: number): string[] {
  return wrap(plain(text), outputWidth() - by).map((line) => " ".repeat(by) + line);
}

/** "mayor, as of …"; of a role of another time ("former mayor"), when that was told. */
function heldIn({ title, when: at, first, last }: HeldRole): string {
  const when = span(first, last);
  return when ? `${title}, ${at ? "told" : "as of"} ${when}` : title;
}

function roleLines(role: HeldRole, articles: ById): string[] {
  const { dim } = outputStyle();
  return [
    ...indented(heldIn(role), 2),
    ...role.citations.slice(0, 1).flatMap((each) => indented(placeOf(each, articles), 4).map(dim)),
  ];
}

function eventLines({ role, event }: PartIn, articles: ById): string[] {
  const { dim, color } = outputStyle();
  const look = lookOf(event.status);
  const when = event.time.edtf ? dateInWords(event.time.edtf) : "undated";
  const part = role === "place" ? "there" : role;
  const [citation] = event.citations;
  return [
    `  ${color(look.color, `${look.mark} ${event.status}`)} ${dim(`· ${when} · ${part} · ${event.id}`)}`,
    ...indented(event.headline, 4),
    ...(citation ? indented(placeOf(citation, articles), 4).map(dim) : []),
  ];
}

function section(title: string, blocks: readonly (readonly string[])[]): string[] {
  return blocks.length === 0 ? [] : ["", outputStyle().bold(title), ...blocks.flat()];
}

/** All that is known of one person, organisation or place, for a terminal. */
export function profileLines(profile: Profile, articles: ById): string[] {
  const { bold, dim } = outputStyle();
  const { entity, roles, said, events } = profile;
  const others = entity.names.filter((name) => name !== entity.name);
  const company = profile.with.map(({ name, id, events: shared }) =>
    indented(`${name} (${id}): ${shared.join(", ")}`, 2),
  );
  return [
    ...wrap(plain(entity.name), outputWidth()).map(bold),
    ...wrap(seen(profile), outputWidth()).map(dim),
    ...(others.length > 0 ? wrap(plain(`also ${others.join(", ")}`), outputWidth()).map(dim) : []),
    ...section(
      "Roles",
      roles.map((role) => roleLines(role, articles)),
    ),
    ...section(
      "Events",
      events.map((event) => eventLines(event, articles)),
    ),
    ...section(
      "Said",
      said.map((each) => quoteLines(each, articles).slice(1)),
    ),
    ...section("With", company),
  ];
}

/** Several are meant: who they are, with the office that was asked for, and how to ask for one. */
export function choiceLines(name: string, profiles: readonly Profile[]): string[] {
  const lines = profiles.flatMap((profile) => [
    ...indented(`${profile.entity.name} · ${seen(profile)}`, 2),
    ...profile.roles
      .filter(({ title }) => title.toLowerCase().includes(name.toLowerCase()))
      .flatMap((role) => indented(heldIn(role), 4)),
  ]);
  return [
    ...wrap(plain(`${profiles.length} are called ${name}; ask for one by its id:`), outputWidth()),
    ...lines,
  ];
}
