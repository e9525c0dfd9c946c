import { describe, expect, it } from "vitest";
import { decode as decodeBytes } from "./decode.ts";
import { encodeAs, SAMPLES } from "./encoding.test-data.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...parts: readonly (readonly number[] | string)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...utf8(part)] : [...part])));

const decode = (each: Uint8Array, name: string, charset?: string): string =>
  decodeBytes({ bytes: each, name, charset });

describe("decode", () => {
  it("reads UTF-8 with and without a byte order mark", () => {
    expect(decode(utf8("Mõntu"), "x")).toBe("Mõntu");
    expect(decode(bytes([0xef, 0xbb, 0xbf], "Mõntu"), "x")).toBe("Mõntu");
  });
  it("reads UTF-16 by its byte order mark", () => {
    expect(decode(bytes([0xff, 0xfe, 0x41, 0, 0x42, 0]), "x")).toBe("AB");
    expect(decode(bytes([0xfe, 0xff, 0, 0x41, 0, 0x42]), "x")).toBe("AB");
  });
  it("believes a declaration where the bytes are no UTF-8", () => {
    expect(decode(bytes('<meta charset="windows-1251">', [0xcc, 0xe8, 0xf0]), "x")).toContain("Мир");
    expect(decode(bytes('<?xml version="1.0" encoding="shift_jis"?>', [0x93, 0xfa]), "x")).toContain("日");
  });
  it("does not believe a declaration that valid UTF-8 contradicts", () => {
    expect(decode(utf8('<meta charset="iso-8859-1">Mõntu'), "x")).toContain("Mõntu");
  });
  it("falls back to windows-1252, quotation marks and all", () => {
    expect(decode(bytes([0x93], "Yes", [0x94, 0x20, 0x97, 0x20, 0x80, 0xf5]), "x")).toBe("“Yes” — €õ");
    expect(decode(bytes('<meta charset="latin1">', [0x93, 0xe9]), "x")).toContain("“é");
  });
  it("passes over a declaration of what does not exist", () => {
    expect(decode(bytes('<meta charset="klingon">', [0xe9]), "x")).toContain("é");
  });
  it.each(Object.entries(SAMPLES))("tells %s by its bytes, alone and in a page", (encoding, text) => {
    const page = `<html><body><nav><a href="/">Home</a></nav><p>${text}</p></body></html>`;
    expect(decode(encodeAs(encoding, text), "x")).toBe(text);
    expect(decode(encodeAs(encoding, page), "x")).toBe(page);
  });
  it("takes English with a few marks above ASCII for windows-1252", () => {
    const text = `${"The ferries sail again, the port said. ".repeat(20)}“Nobody was hurt,” Åsa Müller said.`;
    expect(decode(encodeAs("windows-1252", text), "x")).toBe(text);
  });
  it("believes what a server says before what the page says, but not against valid UTF-8", () => {
    const page = '<meta charset="iso-8859-1">Мир, сказал министр';
    expect(decode(encodeAs("windows-1251", page), "x", "windows-1251")).toBe(page);
    expect(decode(utf8(page), "x", "windows-1251")).toBe(page);
    expect(decode(encodeAs("windows-1252", "Café"), "x", "no-such-charset")).toBe("Café");
  });
  it("says what is wrong with what cannot be read", () => {
    expect(() => decode(new Uint8Array(0), "a.txt")).toThrow(/a\.txt is empty/);
    expect(() => decode(utf8(" \n\t"), "a.txt")).toThrow(/empty/);
    expect(() => decode(new Uint8Array(64), "a.txt")).toThrow(/a\.txt holds binary data/);
    expect(() => decode(bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1, 2, 3, 4]), "a.png")).toThrow(
      /binary/,
    );
    expect(() => decode(new Uint8Array(50 * 1024 * 1024), "a.txt")).toThrow(/50\.0 MB, but .* 20 MB/);
  });
});
