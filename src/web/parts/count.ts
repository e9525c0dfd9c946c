/** "1 outlet", "3 outlets"; `plural` where adding an s does not do. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? noun : plural}`;
}
