/** What takes two columns of a fixed-width font: East Asian scripts and pictographs. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/gu;

/** How many columns of a fixed-width font a text takes. */
export const columnsOf = (text: string): number => [...text.normalize('NFC')].length + (text.match(WIDE)?.length ?? 0);

/** The text, or as much of it as there is room for. */
export const shortened = (text: string, columns: number): string =>
  columnsOf(text) <= columns ? text : `${[...text].slice(0, columns - 1).join('')}…`;
