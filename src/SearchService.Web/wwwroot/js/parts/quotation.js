import { element } from '../dom.js';
import { formatState, parseState, withIn, withChoice } from '../state/search-state.js';
import { tokenOf } from '../state/tokens.js';
import { marked } from '../text/marks.js';
import { language, t } from '../text/strings.js';

/**
 * Words that an article puts in someone's mouth, and whose they are.
 * @param {object} quote As /api/search gives it in `quotes`.
 */
export function createQuotation(quote) {
  const speaker = speakerLink(quote);
  return element('figure', { class: 'quotation' },
    element('blockquote', { class: 'quotation-words', dir: 'auto' }, '“', ...marked(quote.text, quote.highlights), '”'),
    speaker && element('figcaption', { class: 'quotation-speaker', lang: language }, ...speaker));
}

/** Who speaks: the name leads to all this person says. Null for nobody knows whom. */
export function speakerLink({ speaker, speakerAs, speakerRole }) {
  const name = speaker ?? speakerAs;
  if (!name) return null;
  const everything = speaker && withChoice(withIn(parseState(''), 'quotes'), 'speaker', tokenOf(speaker), 'included');
  return [
    everything
      ? element('a', { href: formatState(everything), 'data-internal': true, title: t('quote.everything') }, element('bdi', {}, name))
      : element('bdi', {}, name),
    speakerRole && element('span', { class: 'quiet' }, ', ', element('bdi', {}, speakerRole)),
  ].filter(Boolean);
}

/** Whether a passage says little more than the quotations that are shown already: who said a few words is told by what is around them. */
export function isRepeated({ text, highlights, offset }, quotes) {
  const parts = quotes.flatMap((quote) => quote.parts);
  const spoken = parts.reduce((sum, [start, end]) =>
    sum + Math.max(0, Math.min(end, offset + text.length) - Math.max(start, offset)), 0);
  return spoken >= 0.6 * text.length && highlights.every(([start, end]) =>
    parts.some(([from, to]) => from <= offset + start && offset + end <= to));
}
