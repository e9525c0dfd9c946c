// What scripts add to the pages; each page is complete without them.

import * as adding from "./adding.js";
import * as band from "./band.js";
import * as filter from "./filter.js";
import * as keys from "./keys.js";
import * as live from "./live.js";
import * as pages from "./pages.js";
import * as search from "./search.js";
import * as words from "./words.js";

for (const part of [keys, words, filter, band, pages, search, adding, live]) part.start();
