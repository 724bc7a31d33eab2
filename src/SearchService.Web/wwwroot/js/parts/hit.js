import { element } from '../dom.js';
import { formatState, withArticle, withStory } from '../state/search-state.js';
import { marked } from '../text/marks.js';
import { stanceLabel } from '../text/stances.js';
import { language, t, textAround } from '../text/strings.js';
import { period, preciseDate, valueLabel } from '../text/wording.js';
import { createQuotation, isRepeated } from './quotation.js';

const namedAuthors = 5;

/**
 * One article in the list of results.
 * @param {object} hit As /api/search gives it.
 * @param {import('../state/search-state.js').SearchState} state The search it belongs to.
 */
export function createHit(hit, state) {
  const inside = formatState(withArticle(state, hit.id));
  const outside = webAddress(hit.url);
  const quotes = hit.quotes ?? [];
  const title = element('a', { class: 'hit-link', href: inside, 'data-internal': true },
    ...marked(hit.title || t('hit.untitled'), hit.titleHighlights));

  return element('article', { class: 'hit', lang: hit.language, 'data-id': hit.id },
    kicker(hit),
    element('h2', { class: 'hit-title', dir: 'auto' }, title),
    byline(hit),
    ...quotes.map((quote) => createQuotation(quote)),
    ...(hit.passages ?? []).filter((each) => !isRepeated(each, quotes)).map(passage),
    element('p', { class: 'hit-foot', lang: language },
      hit.matches > 0 && element('span', {}, t('hit.matches', { n: hit.matches })),
      alsoCarried(hit, state),
      outside && element('a', { class: 'hit-original', href: outside, rel: 'noopener noreferrer', 'aria-label': t('hit.originalOf', { title: hit.title }) },
        t('hit.original'))));
}

/** Who wrote it; of very many, the first ones. */
export function byline({ authors }) {
  if (!(authors?.length > 0)) return null;
  const named = authors.slice(0, namedAuthors).join(', ');
  const n = authors.length - namedAuthors;
  return element('p', { class: 'hit-authors' },
    ...textAround(n > 0 ? 'hit.byMore' : 'hit.by', { authors: element('bdi', {}, named), n }));
}

/** Other outlets that carried the story, or other articles of this one; leads to all of them. */
function alsoCarried({ story, source }, state) {
  if (!(story?.size > 1)) return null;
  const outlets = story.outlets.filter((outlet) => outlet !== source);
  const text = outlets.length === 0 ? t('hit.versions', { n: story.size - 1 })
    : outlets.length === 1 ? t('hit.carriedOne', { outlet: outlets[0] }) : t('hit.carried', { n: outlets.length });
  return element('a', { href: formatState(withStory(state, story.id)), 'data-internal': true, title: outlets.join(', ') }, text);
}

/** Outlet, country, stance and date in one line; a value that isn't there is left out, but for the date. */
export function kicker(article) {
  return element('p', { class: 'kicker', lang: language },
    article.source && element('bdi', { class: 'kicker-source' }, article.source),
    article.country && element('span', {}, valueLabel('country', article.country)),
    article.stance && stanceLabel(article.stance),
    dateOf(article));
}

function dateOf(article) {
  const date = preciseDate(article);
  if (date) return element('time', { datetime: date }, period(date));
  return element('span', { class: 'kicker-dateless' },
    article.dateAsGiven ? t('hit.datelessGiven', { given: article.dateAsGiven }) : t('hit.dateless'));
}

function passage({ text, highlights, offset }) {
  return element('p', { class: 'passage', dir: 'auto' }, offset > 0 && '… ', ...marked(text, highlights));
}

/** The address if it leads to the web; anything else (a file path, `javascript:`) is not a link. */
export function webAddress(url) {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
