/** How words look; without colour they are given back as they are. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  color(name: Color, text: string): string;
}

export type Color = "red" | "green" | "yellow" | "blue" | "magenta" | "cyan";

const CODES: Readonly<Record<Color, number>> = {
  red: 31,
  green: 32,
  yellow: 33,
  blue: 34,
  magenta: 35,
  cyan: 36,
};

export const NO_STYLE: Style = {
  bold: (text) => text,
  dim: (text) => text,
  color: (_name, text) => text,
};

const ANSI: Style = {
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  dim: (text) => `\u001b[2m${text}\u001b[22m`,
  color: (name, text) => `\u001b[${CODES[name]}m${text}\u001b[39m`,
};

/** The style for standard output: plain in pipes, under NO_COLOR and on terminals without colour. */
export function outputStyle(): Style {
  const { NO_COLOR, TERM } = process.env;
  return process.stdout.isTTY && !NO_COLOR && TERM !== "dumb" ? ANSI : NO_STYLE;
}

/** Lines longer than this are hard to read, however wide the terminal is. */
const WIDEST = 100;

/** Narrower than this, nothing can be laid out. */
const NARROWEST = 24;

/** Columns to fill: of the terminal, or 80 where there is none. */
export function outputWidth(): number {
  const columns = process.stdout.columns ?? Number(process.env.COLUMNS || 80);
  return Math.max(NARROWEST, Math.min(WIDEST, columns || 80));
}
