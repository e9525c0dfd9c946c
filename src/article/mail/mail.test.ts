import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Article } from "../../model/article.ts";
import { encodeAs } from "../encoding.test-data.ts";
import { loadArticleTables, readSource } from "../read.ts";
import { decodeHeader } from "./words.ts";

const tables = loadArticleTables((path) => readFileSync(new URL(`../../../${path}`, import.meta.url)));

function read(mail: string | Uint8Array): Article {
  const bytes = typeof mail === "string" ? Buffer.from(mail.replaceAll("\n", "\r\n")) : mail;
  const [report] = readSource({ bytes, name: "brief.eml", given: {} }, tables);
  if (!report?.ok) throw report?.error ?? new Error("no report");
  return report.article;
}

const HEAD = `Received: from mx.brief.example by mail.reader.example; Tue, 30 Aug 2016 23:12:00 -0500
From: =?utf-8?q?The_H=C3=A1rbour_Brief?= <news@brief.example>
To: reader@reader.example
Date: Tue, 30 Aug 2016 23:10:00 -0500
Subject: =?utf-8?b?RmVycmllcyBzYWls?= =?utf-8?b?IGFnYWlu?=
Message-ID: <1@brief.example>
MIME-Version: 1.0
`;

const HTML = `<html><body><h1>Ferries sail again</h1><p>The ferries sail again, the port said on Tuesday, and nobody was hurt=
.</p><p>The caf=C3=A9 on the quay is open.</p></body></html>`;

const NEWSLETTER = `${HEAD}Content-Type: multipart/mixed;
 boundary="outer"

This is a message in parts.
--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain; charset=utf-8

The ferries sail again (text).

--inner
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

${HTML}
--inner--
--outer
Content-Type: application/pdf; name="table.pdf"
Content-Disposition: attachment; filename="time table.pdf"
Content-Transfer-Encoding: base64

JVBERi0xLjQK
--outer--
`;

describe("a newsletter", () => {
  it("gives its HTML part, with what its head says", () => {
    const article = read(NEWSLETTER);
    expect(article.text).toBe(
      "Ferries sail again\\n\\nThe ferries sail again, the port said on Tuesday, and nobody was hurt.\\n\\nThe café on the quay is open.".replaceAll(
        "\\n",
        "\n",
      ),
    );
    expect(article).toMatchObject({ title: "Ferries sail again", outlet: "The Hárbour Brief" });
    expect(article.published).toMatchObject({ value: "2016-08-30", basis: "metadata" });
    expect(article.dropped).toContainEqual({ text: "time table.pdf", reason: "attachment" });
  });

  it("gives its text where it has no HTML, in its own encoding", () => {
    const words = "The café sells “tickets”, the port said on Tuesday.";
    const head = `${HEAD}Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: 8bit\n\n`;
    const article = read(Buffer.concat([Buffer.from(head), encodeAs("windows-1252", words)]));
    expect(article.text).toContain(words);
  });

  it("is read from base64, out of a forwarded mail, and after the line of a mailbox", () => {
    const inner = `${HEAD}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from("The ferries sail again, the port said.").toString("base64")}\n`;
    expect(read(inner).text).toContain("The ferries sail again, the port said.");
    expect(read(`From news@brief.example Tue Aug 30 23:10:00 2016\n${inner}`).text).toContain("The ferries");
    const forwarded = `From: Ana <ana@reader.example>\nDate: Wed, 31 Aug 2016 08:00:00 +0000\nSubject: Fwd: Ferries\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: message/rfc822\n\n${inner}\n--x--\n`;
    expect(read(forwarded)).toMatchObject({ title: "Ferries" });
  });

  it.each([
    ['"Ana Novak at The Courier" <ana@courier.example>', "The Courier"],
    ["Courier Daily <x@courier.example>", "Courier Daily"],
    ["news@newsletter.courier.example", "courier.example"],
    ["=?windows-1251?b?z+Dw7uw=?= <x@parom.example>", "Паром"],
  ])("comes from the outlet that its sender names: %s", (from, outlet) => {
    const mail = `From: ${from}\nDate: Tue, 30 Aug 2016 10:00:00 +0000\nSubject: S\n\nThe ferries sail again, the port said.\n`;
    expect(read(mail).outlet).toBe(outlet);
  });
});

describe("a mail made to exhaust the reader, or broken", () => {
  const nested = (depth: number): string =>
    depth === 0
      ? "Content-Type: text/plain\n\nThe ferries sail."
      : `Content-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\n${nested(depth - 1)}\n--b${depth}--\n`;

  it("does not follow parts nested without end", () => {
    expect(() => read(`${HEAD}${nested(200)}`)).toThrow(/a mail without text/);
  });
  it("reads a mail of ten thousand empty parts", () => {
    const parts = "--b\nContent-Type: text/plain\n\n\n".repeat(10_000);
    expect(() => read(`${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${parts}`)).toThrow(/brief\.eml/);
  });
  it("reads a part whose boundary is never closed", () => {
    const mail = NEWSLETTER.slice(0, NEWSLETTER.indexOf("--inner--"));
    expect(read(mail).text).toContain("The ferries sail again, the port said");
  });
  it("says what a mail without text holds", () => {
    const mail = `${HEAD}Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0K\n`;
    expect(() => read(mail)).toThrow(/a mail without text \(it holds image\/png\); save what is attached/);
  });
  it("leaves codes that stand for nothing", () => {
    expect(decodeHeader("=?no-such?q?caf=C3=A9?=")).toBe("café");
    expect(decodeHeader("=?utf-8?q?50=XX?= %")).toBe("50=XX %");
    expect(decodeHeader("plain = words?")).toBe("plain = words?");
  });
});

it("does not take a pasted text for a mail", () => {
  const article = read("Ferries sail again\nFrom: the harbour\n\nThe ferries sail again, the port said.");
  expect(article.text).toContain("Ferries sail again");
  expect(article.outlet).toBeUndefined();
});
