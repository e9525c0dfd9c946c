import type { LinkedEntity } from "../library.ts";

/** Kinds of names, in the order in which they are listed. */
export const TYPES: Readonly<Record<LinkedEntity["type"], { readonly one: string; readonly many: string }>> =
  {
    person: { one: "Person", many: "People" },
    organization: { one: "Organisation", many: "Organisations" },
    place: { one: "Place", many: "Places" },
    other: { one: "Other name", many: "Other names" },
  };
