/**
 * The commonest nouns of English, the commonest first, by the number of texts that have them: counted on the
 * training parts of the treebanks from which the language models are made.
 */
const COMMON = `
  time year way day place service thing person lot work people one problem part week life food number
  question price month area experience world friend family thanks point today minute hour night business bit
  group hand home kind name guy reason room end money job case idea fact car system country example order
  process line word change issue other information staff morning school water course customer town office
  company power side head result review state child mind type city couple woman house man term amount
  interest list phone form help option restaurant call care sense door government period site date effort
  member quality situation store answer back body email event light step stuff book cost deal girl history
  market need air level location owner response action age difference kid team community manager plan sort
  space chance class message method position source activity attention death right story website eye foot
  game language party piece product project rest test value weekend control dog front item paper picture
  trip choice condition future law note region street top yesterday century comment detail matter news rate
  report research role student study video concern dollar half management meeting parent request rule use
  war attempt environment floor hotel leader model view afternoon decision force image moment opportunity
  page sea summer tomorrow basis box evening face father field hair material policy practice shop star
  support thought addition animal copy decade goal oil return section self while agreement analysis article
  building credit development discussion doctor file gas ground lack letter operation population purpose
  road sign solution version ability advice aspect college conversation corner effect health interview
  knowledge link peace program security society son subject wife window atmosphere capital conference dinner
  direction heart land lunch mother nation nature opinion organization record size style theory visit data
  energy look luck meal percent start statement suggestion table understanding base benefit bird board card
  center computer concept culture degree design education flight fun individual mile relationship spot
  trouble account application art beginning behavior bus charge contact contract daughter desk draft info
  love officer pain pet range show skill technology thousand threat wall worker address appointment approach
  arm attack author bar bed border cause color connection dad director factor guest industry mom performance
  plant pressure property regards resource sale science season south structure treatment up voice adult
  blood cash chicken climate context document element employee facility fear leg memory movement movie music
  parking possibility quote set tourist unit baby belief bottom brother citizen claim coffee dish generation
  hope husband impact internet majority menu middle past police portion post president progress
  responsibility rock schedule second sound speed task access act agency agent authority background band
  break chair challenge court drug evidence fire fish human instance machine official path payment photo
  press reality respect search settlement success tank tax trade traffic training truth vehicle beach bill
  budget campaign content creation duty economy expectation failure feature feeling folk map mouth network
  plane plenty protection risk route shirt spirit teacher technique text tip user web winter writing
  argument
`;

const RANK = new Map(
  COMMON.trim()
    .split(/\s+/u)
    .map((noun, rank) => [noun, rank]),
);
/** Weights of the commonest noun and of a word that is not among the common ones. */
const LEAST = 1;
const MOST = 5.5;

/** Whether the noun is one of the commonest of English: it tells of what kind something is, and of little else. */
export function isCommon(lemma: string): boolean {
  return RANK.has(lemma);
}

/**
 * How much a noun or name tells of what a report is about. The frequency of words falls with their rank
 * (Zipf), hence the logarithm. It is the same whatever other reports there are: so a report that is added
 * changes nothing between those that were there.
 */
export function rarity(lemma: string): number {
  const rank = RANK.get(lemma);
  if (rank === undefined) return MOST;
  return LEAST + ((MOST - 1) * Math.log(1 + rank)) / Math.log(1 + RANK.size);
}
