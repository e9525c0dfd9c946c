/** A point in degrees, WGS 84. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Mean radius of the earth in kilometres. */
const EARTH = 6371;
const RADIANS = Math.PI / 180;

/** Kilometres between two points along the great circle, by the haversine formula. */
export function kilometres(a: Point, b: Point): number {
  const lat = Math.sin(((b.lat - a.lat) * RADIANS) / 2) ** 2;
  const lon = Math.sin(((b.lon - a.lon) * RADIANS) / 2) ** 2;
  const chord = lat + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * lon;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(chord)));
}
