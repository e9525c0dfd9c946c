const NOT_ASCII = /[^\0-\x7f]/;
const CURLY_SINGLE = /[\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u02bc\u00b4]/g;
const CURLY_DOUBLE = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g;
const DASH = /[\u2010-\u2015\u2212]/g;

/** Spells quotation marks, dashes and ellipses as treebanks do; all else as it stands. */
export function normaliseForm(form: string): string {
  if (!NOT_ASCII.test(form)) return form;
  return form
    .replace(CURLY_SINGLE, "'")
    .replace(CURLY_DOUBLE, '"')
    .replace(DASH, "-")
    .replace(/\u2026/g, "...");
}

/** The form with every digit written as 0, so that all years, and all ages, look alike. */
export function withoutDigits(form: string): string {
  return /\d/.test(form) ? form.replace(/\d/g, "0") : form;
}

/** The form lower-cased and normalised: the key under which word tables know it. */
export function wordKey(form: string): string {
  return withoutDigits(normaliseForm(form).toLowerCase());
}
