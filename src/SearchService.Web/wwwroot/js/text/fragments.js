// Links to words of a page: https://wicg.github.io/scroll-to-text-fragment/

const longestWhole = 160;
const wordsAtEnds = 5;
const wordsAround = 4;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * The text directive of a place: `text=[prefix-,]start[,end][,-suffix]`. A browser finds whole words within one block, so the place is
 * widened to whole words, a long one or one of several paragraphs is named by its ends, and one that isn't alone by its neighbours too.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @returns {string} Empty when there is no word.
 */
export function textDirective(text, start, end) {
  const before = text.lastIndexOf('\n', start - 1) + 1;
  const after = text.indexOf('\n', Math.max(start, end - 1));
  const inner = words(text.slice(before, after < 0 ? text.length : after), before);
  const first = inner.findIndex((word) => word.end > start);
  const last = inner.findLastIndex((word) => word.start < end);
  if (first < 0 || last < first) return '';

  const slice = (from, to) => text.slice(inner[from].start, inner[to].end);
  const whole = slice(first, last);
  const isWhole = whole.length <= longestWhole && !whole.includes('\n');
  // Neither end may run into another paragraph.
  const opening = whole.split('\n', 1)[0];
  const closing = whole.slice(whole.lastIndexOf('\n') + 1);
  const parts = isWhole ? [whole] : [ends(opening, 0, wordsAtEnds), ends(closing, -wordsAtEnds)];
  const directive = parts.map(encode);
  if (!isAlone(text, parts[0])) {
    // What stands between, a comma or a quotation mark, belongs to the neighbours: only white space may be left out.
    const left = text.slice(inner[Math.max(0, first - wordsAround)].start, inner[first].start).trim();
    const right = text.slice(inner[last].end, inner[Math.min(inner.length - 1, last + wordsAround)].end).trim();
    if (first > 0) directive.unshift(`${encode(left)}-`);
    if (last < inner.length - 1) directive.push(`-${encode(right)}`);
  }
  return `text=${directive.join(',')}`;
}

/** An address with a text directive; one it has already gives way. */
export function withDirective(url, directive) {
  const [plain] = url.split(':~:');
  if (!directive) return plain;
  return `${plain}${plain.includes('#') ? '' : '#'}:~:${directive}`;
}

// `-`, `,` and `&` have a meaning of their own in a directive.
const encode = (text) => encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');

const words = (text, offset = 0) => [...segmenter.segment(text)]
  .filter(({ isWordLike }) => isWordLike)
  .map(({ index, segment }) => ({ start: offset + index, end: offset + index + segment.length }));

// The words from the beginning, or so many at the end (a negative number), with all that stands between them.
function ends(text, from, count) {
  const some = words(text).slice(from, count);
  return some.length > 0 ? text.slice(some[0].start, some.at(-1).end) : text;
}

function isAlone(text, part) {
  const all = text.toLowerCase();
  const sought = part.toLowerCase();
  return all.indexOf(sought) === all.lastIndexOf(sought);
}
