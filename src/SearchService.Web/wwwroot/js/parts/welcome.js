import { element } from '../dom.js';
import { formatState, isBlank, parseState, withChoice, withQuery } from '../state/search-state.js';
import { tokenOf } from '../state/tokens.js';
import { stanceLabel } from '../text/stances.js';
import { has, t, textAround } from '../text/strings.js';
import { count, period, valueLabel } from '../text/wording.js';
import { formsInShort } from './help.js';

const shelves = ['stance', 'source', 'country', 'date'];
const shelfLength = 6;

/** The first visit: what the archive holds, and ways in. */
export function mount(root, { address, archive }) {
  const panel = element('section', { class: 'welcome', 'aria-labelledby': 'welcome-title' });
  root.append(panel);

  const show = () => {
    const state = address.get();
    panel.hidden = !isBlank(state) || state.article !== null;
    if (!panel.hidden && archive.get() !== panel.shown) {
      panel.shown = archive.get();
      panel.replaceChildren(...content(archive.get()));
    }
  };
  panel.shown = undefined;
  const stops = [address.subscribe(show), archive.subscribe(show)];

  return function destroy() {
    for (const stop of stops) stop();
    panel.remove();
  };
}

function content(archive) {
  return [
    element('div', { class: 'welcome-head' },
      element('h1', { class: 'welcome-title', id: 'welcome-title' }, t('welcome.title')),
      archive && element('p', { class: 'welcome-numbers' }, ...numbers(archive), ' ',
        element('a', { href: 'search?sort=newest', 'data-internal': true }, t('welcome.browse')))),
    archive?.examples?.length > 0 && element('section', { 'aria-labelledby': 'examples-title' },
      element('h2', { class: 'section-title', id: 'examples-title' }, t('welcome.examples')),
      element('ul', { class: 'examples' }, ...archive.examples.map(example))),
    archive && element('div', { class: 'shelves' }, ...shelves.map((field) => shelfOf(field, archive.facets?.[field]))),
    element('section', { class: 'help', 'aria-labelledby': 'help-title' },
      element('h2', { class: 'section-title', id: 'help-title' }, t('help.open')), formsInShort()),
  ].filter(Boolean);
}

function numbers({ index, earliest, latest, facets }) {
  const strong = (text) => element('strong', {}, text);
  const values = { articles: strong(t('results.articles', { n: index.articles })), outlets: strong(t('welcome.outlets', { n: facets?.source?.distinct ?? 0 })) };
  if (!earliest || !latest) return textAround('welcome.undated', values);
  return textAround('welcome.numbers', { ...values, from: strong(period(earliest.slice(0, 7))), to: strong(period(latest.slice(0, 7))) });
}

function example({ kind, query, in: listed = 'articles', count: n }) {
  const state = withQuery({ ...parseState(''), in: listed }, query);
  return element('li', {},
    element('span', { class: 'quiet' }, has(`example.${kind}`) && `${t(`example.${kind}`)} · `, t(`results.${listed}`, { n })),
    element('a', { href: formatState(state), 'data-internal': true, dir: 'auto' }, query));
}

function shelfOf(field, facet) {
  if (!facet || facet.values.length === 0) return null;
  const values = field === 'date' ? [...facet.values].sort((a, b) => (a.value < b.value ? 1 : -1)) : facet.values;
  const id = `shelf-${field}`;
  return element('section', { class: 'shelf', 'aria-labelledby': id },
    element('h2', { class: 'section-title', id }, t(`shelf.${field}`)),
    element('ul', {}, ...values.slice(0, shelfLength).map(({ value, count: articles }) =>
      element('li', {},
        element('a', { href: formatState(withChoice(parseState(''), field, tokenOf(value), 'included')), 'data-internal': true },
          field === 'stance' ? stanceLabel(value) : element('bdi', {}, valueLabel(field, value))),
        element('span', { class: 'shelf-count' }, count(articles))))));
}
