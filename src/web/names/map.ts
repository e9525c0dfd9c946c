import { type GeoProjection, geoMercator, geoPath } from "d3-geo";
import type { LinkedEntity } from "../library.ts";
import { count } from "../parts/count.ts";
import { type Html, html } from "../parts/html.ts";
import { entityPath } from "../parts/links.ts";

/** Size of the picture in its own units; it is as wide as the page. */
const WIDTH = 960;
const HEIGHT = 400;
const MARGIN = 48;

/** A map shows at least so many degrees around a place: less would be an empty sheet. */
const AROUND = 7;

/** Most places on one map, most names, and the room that a letter of a name takes. */
const SPOTS = 120;
const NAMES = 24;
const LETTER = 6.2;
const LINE = 14;

/** The map is fitted to places that are named in at least this part of the reports that name the most frequent one. */
const WEIGHTY = 0.1;

/** Mercator's map ends before the poles. */
const LIMIT = 78;

/** A place whose position is known, with the number of reports that name it. */
export interface Spot {
  readonly id: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly number: number;
}

/** The places of which the position is known, most mentioned first. */
export function spotsOf(entities: readonly LinkedEntity[]): readonly Spot[] {
  return entities
    .flatMap(({ id, name, type, mentions, lat, lon }) => {
      if (type !== "place" || lat === undefined || lon === undefined || Math.abs(lat) > LIMIT) return [];
      return [{ id, name, lat, lon, number: new Set(mentions.map(({ article }) => article)).size }];
    })
    .sort((a, b) => b.number - a.number)
    .slice(0, SPOTS);
}

/** The longitude around which the places lie, so that those on both sides of the Pacific stand together. */
function middle(spots: readonly Spot[]): number {
  const angles = spots.map(({ lon }) => (lon * Math.PI) / 180);
  const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);
  return (Math.atan2(sum(angles.map(Math.sin)), sum(angles.map(Math.cos))) * 180) / Math.PI;
}

function projectionOf(spots: readonly Spot[]): GeoProjection {
  const corners = spots.flatMap(({ lat, lon }) =>
    [-1, 1].flatMap((side) => [
      [lon + side * AROUND, Math.max(-LIMIT, Math.min(LIMIT, lat))],
      [lon, Math.max(-LIMIT, Math.min(LIMIT, lat + side * AROUND * 0.7))],
    ]),
  ) as [number, number][];
  const frame: [[number, number], [number, number]] = [
    [MARGIN, MARGIN],
    [WIDTH - MARGIN, HEIGHT - MARGIN],
  ];
  const projection = geoMercator().rotate([-middle(spots), 0]);
  return projection.fitExtent(frame, { type: "MultiPoint", coordinates: corners }).clipExtent([
    [0, 0],
    [WIDTH, HEIGHT],
  ]);
}

interface Drawn extends Spot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

function draw(spots: readonly Spot[], projection: GeoProjection): readonly Drawn[] {
  const most = Math.max(...spots.map(({ number }) => number));
  return spots.flatMap((spot) => {
    const at = projection([spot.lon, spot.lat]);
    if (!at || at[0] < 0 || at[0] > WIDTH || at[1] < 0 || at[1] > HEIGHT) return [];
    return [{ ...spot, x: at[0], y: at[1], radius: 3.5 + 9 * Math.sqrt(spot.number / most) }];
  });
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Names beside their places, most mentioned first, as far as they have room. */
function names(drawn: readonly Drawn[]): Html[] {
  const taken: Box[] = [];
  const texts: Html[] = [];
  for (const { name, x, y, radius } of drawn) {
    const width = name.length * LETTER;
    const isRight = x + radius + width < WIDTH - 4;
    const left = isRight ? x + radius + 3 : x - radius - 3 - width;
    const box = { left, right: left + width, top: y - LINE / 2, bottom: y + LINE / 2 };
    const isFree = taken.every(
      (other) =>
        box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom,
    );
    if (!isFree || left < 0 || texts.length >= NAMES) continue;
    taken.push(box);
    texts.push(html`<text x="${left.toFixed(1)}" y="${(y + 4).toFixed(1)}">${name}</text>`);
  }
  return texts;
}

/** How many degrees wide the picture is. */
function degrees(projection: GeoProjection): number {
  return (WIDTH / (projection.scale() * 2 * Math.PI)) * 360;
}

/**
 * A map of places, drawn here: nothing is fetched for it. Null where the position of none is known. The list beside it
 * has the same places and links.
 */
export async function placesMap(spots: readonly Spot[]): Promise<Html | null> {
  if (spots.length === 0) return null;
  const most = Math.max(...spots.map(({ number }) => number));
  const projection = projectionOf(spots.filter(({ number }) => number >= most * WEIGHTY));
  const path = geoPath(projection).digits(1);
  // Read only where there is something to draw.
  const { landOf } = await import("./land.ts");
  const land = path(landOf(degrees(projection))) ?? "";
  const drawn = draw(spots, projection);
  const circles = drawn.map(
    ({ id, name, x, y, radius, number }) =>
      html`<a href="${entityPath(id)}" tabindex="-1"><circle class="spot" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}"><title>${name}: ${number}</title></circle></a>`,
  );
  const left = spots.length - drawn.length;
  const beyond = left > 0 ? ` ${count(left, "place")} ${left === 1 ? "lies" : "lie"} beyond its edges.` : "";
  return html`<figure class="map"><svg aria-hidden="true" viewBox="0 0 ${WIDTH} ${HEIGHT}"><path class="land" d="${land}"/>${circles}${names(drawn)}</svg><figcaption>Each place as large as the number of reports that name it. A country or region stands near its middle.${beyond}</figcaption></figure>`;
}
