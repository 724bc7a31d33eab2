import { element } from '../dom.js';
import { formatState, isBlank, parseState, withChoice } from '../state/search-state.js';
import { tokenOf } from '../state/tokens.js';
import { stanceLabel } from '../text/stances.js';
import { count, counted, period, valueLabel } from '../text/wording.js';

const shelves = [
  { field: 'stance', title: 'By stance' },
  { field: 'source', title: 'By outlet' },
  { field: 'country', title: 'By country' },
  { field: 'date', title: 'By year' },
];
const shelfLength = 6;

const forms = [
  ['troops leave', 'both words, in any inflection'],
  ['"not a single ship"', 'exactly these words'],
  ['ceasefire OR truce', 'either word'],
  ['harbour NOT fishing', 'one without the other'],
  ['negotiat*', 'words that begin so'],
  ['title:election', 'in the title alone'],
  ['date:[2022-01 TO 2022-03]', 'in a period'],
  ['_missing:date', 'articles without a date'],
];

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
    element('h1', { class: 'welcome-title', id: 'welcome-title' }, 'Who said this, where, and in which words?'),
    archive && element('p', { class: 'welcome-numbers' }, ...numbers(archive), ' ',
      element('a', { href: '?sort=newest', 'data-internal': true }, 'Browse them all')),
    archive && element('div', { class: 'shelves' }, ...shelves.map((shelf) => shelfOf(shelf, archive.facets?.[shelf.field]))),
    element('section', { class: 'help', 'aria-labelledby': 'help-title' },
      element('h2', { class: 'section-title', id: 'help-title' }, 'Ways to ask'),
      element('dl', { class: 'help-forms' }, ...forms.map(([form, meaning]) =>
        element('div', {}, element('dt', {}, element('code', {}, form)), element('dd', {}, meaning))))),
  ].filter(Boolean);
}

function numbers({ index, earliest, latest, facets }) {
  const outlets = facets?.source?.distinct ?? 0;
  const parts = [element('strong', {}, counted(index.articles, 'article'))];
  if (outlets > 0) parts.push(' from ', element('strong', {}, counted(outlets, 'outlet')));
  if (earliest && latest) {
    const [from, to] = [period(earliest.slice(0, 7)), period(latest.slice(0, 7))];
    parts.push(', ', element('strong', {}, from === to ? from : `${from} – ${to}`));
  }
  return [...parts, '.'];
}

function shelfOf({ field, title }, facet) {
  if (!facet || facet.values.length === 0) return null;
  const values = field === 'date' ? [...facet.values].sort((a, b) => (a.value < b.value ? 1 : -1)) : facet.values;
  const id = `shelf-${field}`;
  return element('section', { class: 'shelf', 'aria-labelledby': id },
    element('h2', { class: 'section-title', id }, title),
    element('ul', {}, ...values.slice(0, shelfLength).map(({ value, count: articles }) =>
      element('li', {},
        element('a', { href: formatState(withChoice(parseState(''), field, tokenOf(value), 'included')), 'data-internal': true },
          field === 'stance' ? stanceLabel(value) : element('bdi', {}, valueLabel(field, value))),
        element('span', { class: 'shelf-count' }, count(articles))))));
}
