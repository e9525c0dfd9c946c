/** The words of a text for comparing: small letters, no accents, no signs; "Putin's" is "putin". */
export function plainWords(text: string): readonly string[] {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s?(?![\p{L}\p{N}])/gu, "");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
