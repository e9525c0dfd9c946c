import { addMonths, parseDay } from "../../model/calendar.ts";
import { groupBy } from "../../model/group.ts";
import type { LinkedEntity } from "../../model/link.ts";
import { type Office, officeIn, officeKey } from "./office.ts";
import type { NameTables } from "./tables.ts";

/** A title tells of an office for so long before and after the day of its report. */
const MONTHS = 4;

/** A report that gives a person a title. */
interface Evidence {
  readonly article: string;
  readonly day: string | null;
}

/** A person with a title, and the reports that give it. */
export interface Holder {
  readonly entity: LinkedEntity;
  readonly title: string;
  readonly evidence: readonly Evidence[];
}

/** A title that one report gives. */
interface Titled extends Evidence {
  readonly entity: LinkedEntity;
  readonly title: string;
  readonly office: Office;
}

/** Who holds which office by the titles that reports give. */
export class Holders {
  readonly #byOffice: ReadonlyMap<string, readonly Holder[]>;

  constructor(entities: readonly LinkedEntity[], tables: NameTables) {
    const persons = entities.filter(({ type }) => type === "person");
    const titled = persons.flatMap((entity) => ofOneOwner(titlesOf(entity, tables)));
    this.#byOffice = new Map(
      [...groupBy(titled, ({ office }) => officeKey(office))].map(([key, same]) => [key, holdersAmong(same)]),
    );
  }

  /** The one who holds the office on the day, as other reports tell; nobody where two may. */
  find(office: Office, { article, day }: Evidence): Holder | null {
    const fitting = (this.#byOffice.get(officeKey(office)) ?? []).filter(({ evidence }) =>
      evidence.some((each) => each.article !== article && isNear(each.day, day)),
    );
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  }
}

function titlesOf(entity: LinkedEntity, tables: NameTables): readonly Titled[] {
  return entity.roles.flatMap(({ title, when, asOf, citations }) => {
    const office = when === undefined ? officeIn(title.replace(/^the /iu, ""), "", tables) : null;
    return office ? citations.map(({ article }) => ({ entity, title, office, article, day: asOf })) : [];
  });
}

/** Nobody is president of one country and minister of another: what few reports say so is misread. */
function ofOneOwner(titled: readonly Titled[]): readonly Titled[] {
  const owners = [...groupBy(titled, ({ office }) => office.of).values()];
  return owners.filter((same) => 2 * same.length > titled.length || owners.length === 1).flat();
}

function holdersAmong(titled: readonly Titled[]): readonly Holder[] {
  return Array.from(groupBy(titled, ({ entity }) => entity.id).values(), (evidence) => {
    const [{ entity, title }] = evidence as [Titled];
    return { entity, title, evidence };
  });
}

/** Days that are not known fit each other, for the reports of one part are of one time mostly. */
function isNear(a: string | null, b: string | null): boolean {
  if (a === null || b === null || !parseDay(a) || !parseDay(b)) return a === b;
  return addMonths(a, -MONTHS) <= b && b <= addMonths(a, MONTHS);
}
