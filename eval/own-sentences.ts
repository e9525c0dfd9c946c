/** Words of our own from which sentences are put together; what they say is invented. */
const WHO =
  `fishermen|two engineers|the mayor|a retired teacher|the harbour master|young families|the bakers' guild|a local farmer|the school board|volunteers|the water office|a bus driver|the museum's keeper|several nurses|the choir|the council's clerk|an old sailor|the library|shopkeepers|the power company|a travelling circus|the fire brigade|beekeepers|the ferry's cook|a pair of students|the orchard's owner|the post office|a hotel manager|road workers|the chess club`.split(
    "|",
  );
const DID =
  `repaired|counted|sold|painted|gave away|asked about|moved|measured|closed|borrowed|praised|photographed|rebuilt|inspected|bought back|described|cleaned|lost sight of|complained about|opened|drew a map of|wrote down|paid for|waited for|carried|stored|replaced|hid|looked after|forgot`.split(
    "|",
  );
const WHAT =
  `a broken pump|the northern wall|eleven lanterns|an iron gate|the winter stores|a wooden bridge|some forty chairs|the old clock|a stack of letters|the village well|three boats|the market roof|a field of rye|the telephone line|bags of salt|the stone steps|a lost dog|the new timetable|empty barrels|the school kitchen|the cinema's screen|a bell of bronze|twelve apple trees|the quarry road|the parish records|a leaking tank|the tram depot|wool blankets|the lighthouse stairs|a sledge`.split(
    "|",
  );
const WHEN =
  `before breakfast|after the heavy rain|during the fair|in the early evening|for the third time this year|without any notice|while the snow lasted|at the end of the month|when the road was open again|in spite of the cold|behind closed doors|as they had promised|on the way to the coast|under a borrowed tent|with the help of neighbours|shortly after noon|until the lamps went out|at their own cost|in front of the station|with little success`.split(
    "|",
  );

/** A sentence that stands in no report; the same for the same numbers. There are half a million of them. */
export function ownSentence(random: () => number): string {
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? "";
  const sentence = `${pick(WHO)} ${pick(DID)} ${pick(WHAT)} ${pick(WHEN)}, and ${pick(WHO)} ${pick(DID)} ${pick(WHAT)}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Words of who does what to what, without the small ones. */
export const SENTENCE_NOUNS: ReadonlySet<string> = new Set(
  [...WHO, ...WHAT].flatMap((phrase) => phrase.split(/[^\p{L}]+/u)).filter((word) => word.length > 3),
);
