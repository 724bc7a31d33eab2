// A place in an article's text, as the address names it: `#p=120-180`, [start, end) in UTF-16 units.

/** @returns {[number, number]|null} */
export function parsePassage(hash) {
  const [, start, end] = /^#?p=(\d{1,9})-(\d{1,9})$/.exec(hash ?? '') ?? [];
  return Number(start) < Number(end) ? [Number(start), Number(end)] : null;
}

export const formatPassage = ([start, end]) => `#p=${start}-${end}`;
