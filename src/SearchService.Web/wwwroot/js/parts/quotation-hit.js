import { element } from '../dom.js';
import { formatState, withArticle } from '../state/search-state.js';
import { marked } from '../text/marks.js';
import { t } from '../text/strings.js';
import { excerpt, highlightsInContext } from '../text/excerpt.js';
import { kicker } from './hit.js';
import { speakerLink } from './quotation.js';
import { createVersions } from './versions.js';

/**
 * One quotation in the list of results: who says it, the words in the sentence they stand in, and where.
 * @param {object} hit As /api/quotes gives it.
 * @param {import('../state/search-state.js').SearchState} state The search it belongs to.
 */
export function createQuotationHit({ quote, context, article }, state, { endpoint }) {
  const inside = formatState(withArticle(state, article.id, quote.start));
  return element('article', { class: 'hit hit-quote', 'data-id': quote.id },
    element('h2', { class: 'hit-speaker' }, ...(speakerLink(quote) ?? [t('quote.nobody')])),
    element('blockquote', { class: 'quote-context', dir: 'auto', lang: article.language }, ...words(quote, context)),
    kicker(article),
    element('p', { class: 'hit-carrier', dir: 'auto', lang: article.language },
      element('a', { class: 'hit-link', href: inside, 'data-internal': true }, article.title || t('hit.untitled'))),
    createVersions(quote.id, state, endpoint));
}

// The words spoken stand out of the reporter's, and what matched is marked in them.
function words(quote, context) {
  const highlights = highlightsInContext(quote, context);
  const { from, to } = excerpt(context.text, context.spoken);
  const pieces = [];
  const within = (start, end) => marked(context.text.slice(start, end),
    highlights.filter(([a, b]) => b > start && a < end).map(([a, b]) => [a - start, b - start]));
  let at = from;
  for (const [start, end] of context.spoken) {
    if (start > at) pieces.push(...within(at, start));
    pieces.push(element('span', { class: 'said' }, ...within(start, end)));
    at = end;
  }
  return [from > 0 && '… ', ...pieces, ...within(at, to), to < context.text.length && ' …'];
}
