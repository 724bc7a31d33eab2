import { element } from '../dom.js';
import { fieldOf } from '../state/fields.js';
import { formatState, parseState, withChoice, withQuery } from '../state/search-state.js';
import { tokenOf } from '../state/tokens.js';
import { has, t } from '../text/strings.js';
import { period, preciseDate, valueLabel } from '../text/wording.js';
import { webAddress } from './hit.js';

const shownAtOnce = 12;

/** What is known of an article, each value with where it came from. */
export function createFacts(article) {
  const url = webAddress(article.url);
  const date = preciseDate(article);
  const origin = (key) => {
    const name = `origin.${article.from?.[key]}`;
    return has(name) && element('span', { class: 'fact-origin' }, t(name));
  };
  const facet = (field, values, key = field) => pair(fieldOf(field).label, list(values.filter(Boolean), (value) => link(
    withChoice(parseState(''), field, tokenOf(value), 'included'), valueLabel(field, value))), origin(key));

  return element('section', { class: 'reader-facts', 'aria-labelledby': 'facts-title' },
    element('h2', { class: 'section-title', id: 'facts-title' }, t('article.facts')),
    element('dl', { class: 'facts' },
      facet('source', [article.source]), facet('country', [article.country]), facet('stance', [article.stance]),
      date
        ? pair(fieldOf('date').label, link(withChoice(parseState(''), 'date', date, 'included'), period(date)), origin('date'))
        : article.dateAsGiven && pair(fieldOf('date').label, t('article.dateAsGiven', { given: article.dateAsGiven })),
      facet('author', article.authors ?? [], 'authors'), facet('topic', article.topics ?? []), facet('language', [article.language]),
      pair(t('article.people'), list(article.people ?? [], (name) => link(withQuery(parseState(''), `"${name.replace(/["\\]/g, '\\$&')}"`), name))),
      url && pair(t('article.address'), element('a', { href: url, rel: 'noopener noreferrer' }, url), origin('url')),
      article.file && pair(t('article.file'), element('code', {}, article.file)),
      pair(t('article.id'), element('code', {}, article.id))));
}

function pair(label, content, origin) {
  return content && element('div', {}, element('dt', {}, label), element('dd', {}, content, origin));
}

// Many values: the first ones, the others in a disclosure.
function list(values, createItem) {
  if (values.length === 0) return null;
  if (values.length === 1) return createItem(values[0]);
  const items = (some) => element('ul', { class: 'fact-values' }, ...some.map((value) => element('li', {}, createItem(value))));
  const rest = values.slice(shownAtOnce);
  return element('div', {}, items(values.slice(0, shownAtOnce)),
    rest.length > 0 && element('details', { class: 'fact-more' }, element('summary', {}, t('article.more', { n: rest.length })), items(rest)));
}

const link = (state, text) => element('a', { href: formatState(state), 'data-internal': true }, element('bdi', {}, text));
