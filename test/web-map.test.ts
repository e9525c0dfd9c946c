import { describe, expect, test } from "vitest";
import { placesMap, type Spot } from "../src/web/names/map.ts";
import { HOSTILE } from "./web-sample-reports.ts";

const spot = (name: string, lat: number, lon: number, number = 1): Spot => ({
  id: name,
  name,
  lat,
  lon,
  number,
});

async function centres(spots: readonly Spot[]): Promise<Map<string, number[]>> {
  const markup = String(await placesMap(spots));
  const pattern = /href="\/entities\/([^"]+)"[^>]*><circle class="spot" cx="([^"]+)" cy="([^"]+)"/g;
  return new Map([...markup.matchAll(pattern)].map(([, name = "", x, y]) => [name, [Number(x), Number(y)]]));
}

describe("map of places", () => {
  test("is nothing without positions", async () => expect(await placesMap([])).toBeNull());

  test("shows north above south and west left of east", async () => {
    const found = await centres([
      spot("Riga", 56.9, 24.1),
      spot("Tallinn", 59.4, 24.7),
      spot("Oslo", 59.9, 10.7),
    ]);
    const [riga = [], tallinn = [], oslo = []] = ["Riga", "Tallinn", "Oslo"].map((name) => found.get(name));
    expect(tallinn[1]).toBeLessThan(riga[1] ?? 0);
    expect(oslo[0]).toBeLessThan(tallinn[0] ?? 0);
  });

  test("keeps places on both sides of the date line together", async () => {
    const found = await centres([spot("Nemuro", 43.3, 145.6), spot("Adak", 51.9, -176.6)]);
    expect(found.get("Nemuro")?.[0]).toBeLessThan(found.get("Adak")?.[0] ?? 0);
  });

  test("is not drawn small for one place far away", async () => {
    const near = [spot("Riga", 56.9, 24.1, 30), spot("Tallinn", 59.4, 24.7, 20)];
    const markup = String(await placesMap([...near, spot("Suva", -18.1, 178.4, 1)]));
    expect(markup).toContain("1 place lies beyond its edges");
    expect(await centres(near)).toEqual(await centres([...near, spot("Suva", -18.1, 178.4, 1)]));
  });

  test("writes names as text", async () => {
    const markup = String(await placesMap([spot(HOSTILE, 10, 10)]));
    expect(markup).not.toMatch(/<script|<img|onerror='/);
    expect(markup.length).toBeLessThan(120_000);
  });
});
