import { element } from '../dom.js';
import { choices, formatState, lastNumberedPage, pageSize, withChoice, withIn, withoutFilters, withPage, withQuery, withTokens } from '../state/search-state.js';
import { choiceLabel, fieldLabel } from '../text/describe.js';
import { t, textAround } from '../text/strings.js';

/** Nothing to list: says why, and what would find something, each as a link that does it. */
export function createNothing(answer, state) {
  return answer.total > 0 ? pageBeyond(answer, state) : element('section', { class: 'panel nothing', 'aria-labelledby': 'nothing-title' },
    element('h2', { class: 'panel-title', id: 'nothing-title' }, t('nothing.title')),
    ...groups(answer.nothing ?? {}, state));
}

function pageBeyond({ total, stories }, state) {
  const n = Math.ceil((stories ?? total) / pageSize);
  return element('p', { class: 'panel' }, t('nothing.page', { n }), ' ', link(withPage(state, Math.min(n, lastNumberedPage)), t('nothing.lastPage')));
}

const groups = ({ parts = [], filters = [] }, state) => [
  ...group('words', parts.length > 1 || filters.length > 0 ? parts.map((part) => partOf(part, state)) : []),
  ...group('filters', filters.length > 0 ? filters.filter(({ without }) => without > 0).map((filter) => filterOf(filter, state)) : withoutEach(state)),
  ...group('other', others(state)),
];

const group = (name, items) => (items.length === 0 ? [] : [
  element('h3', { class: 'section-title' }, t(`nothing.${name}`)),
  element('ul', { class: 'ways' }, ...items.map((item) => element('li', {}, ...item)))]);

function partOf({ text, count: n, without, query, excluded }, state) {
  const part = element('bdi', { class: 'term' }, excluded ? t('outline.not', { part: text }) : text);

  return [
    ...(n === 0 && !excluded ? textAround('nothing.none', { text: part }) : textAround('nothing.part', { text: part, found: counted(n, state) })),
    query !== undefined && without > 0 && ' · ',
    query !== undefined && without > 0 && link(withQuery(state, query), t('nothing.without', { found: counted(without, state) })),
  ];
}

const counted = (n, state) => t(`results.${state.in}`, { n });

function filterOf({ field, without: n }, state) {
  return [link(withTokens(state, field, []), t('nothing.withoutFilter', { field: fieldLabel(field), found: counted(n, state) }))];
}

// Where the service doesn't say what it would find.
function withoutEach(state) {
  const chosen = choices(state);
  return [
    ...chosen.map((choice) => [link(withChoice(state, choice.field, choice.subject, 'none'),
      t('nothing.filter', { field: fieldLabel(choice.field), value: choiceLabel(choice) }))]),
    ...(chosen.length > 1 ? [[link(withoutFilters(state), t('nothing.unfiltered'))]] : []),
  ];
}

function others(state) {
  const words = state.q.replaceAll(/["“”«»„]/g, '').trim();
  return [
    words && words !== state.q && [link(withQuery(state, words), t('nothing.asWords', { words }))],
    state.in === 'quotes' && [link(withIn(state, 'articles'), t('nothing.inArticles'))],
    [link({ ...withoutFilters(withQuery(state, '')), sort: 'newest', sorted: true }, t(`title.all.${state.in}`))],
  ].filter(Boolean);
}

const link = (state, ...content) => element('a', { href: formatState(state), 'data-internal': true, dir: 'auto' }, ...content);
