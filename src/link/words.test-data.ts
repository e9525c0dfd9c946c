import { readPackageFile } from "../resources.ts";
import { type LinkTables, loadLinkTables, NO_LINK_TABLES } from "./tables.ts";

/** The words that linking compares reports by, without the tables of names. */
export const WORDS: LinkTables = { ...NO_LINK_TABLES, words: loadLinkTables(readPackageFile).words };
