// A quotation and the paragraphs it stands in, as /api/quotes gives them.

const around = 160;
const longestWord = 30;

/** Cuts paragraphs to what is around the words spoken, at words. */
export function excerpt(text, spoken) {
  const from = Math.max(0, (spoken[0]?.[0] ?? 0) - around);
  const to = Math.min(text.length, (spoken.at(-1)?.[1] ?? 0) + around);
  const space = from === 0 ? -1 : text.indexOf(' ', from);
  const end = to === text.length ? to : text.lastIndexOf(' ', to);
  return {
    from: space >= 0 && space - from < longestWord ? space + 1 : from,
    to: to - end < longestWord ? end : to,
  };
}

/**
 * What is marked in a quotation, as places in its context: the quotation's text is its parts with a space between.
 * @returns {[number, number][]}
 */
export function highlightsInContext({ highlights = [] }, { spoken }) {
  let begin = 0;
  return spoken.flatMap(([start, end]) => {
    const shift = start - begin;
    const marks = highlights
      .map(([from, to]) => [Math.max(from + shift, start), Math.min(to + shift, end)])
      .filter(([from, to]) => from < to);
    begin += end - start + 1;
    return marks;
  });
}
