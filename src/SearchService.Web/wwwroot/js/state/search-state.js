// The state of the page is what its address says: parameters have the names and meanings of /api/search, and `in`, `page`, `article`, `at`.
// States are immutable; every function here is pure.

import { fields } from './fields.js';
import { readToken } from './tokens.js';

const sorts = ['relevance', 'newest', 'oldest'];

/** Hits on a page. */
export const pageSize = 10;

/** The last page that can be skipped to (SearchLimits.MaxSkip); beyond it pages follow each other by cursor. */
export const lastNumberedPage = 1 + 10_000 / pageSize;

/**
 * @typedef {Object} SearchState
 * @property {string} q The query, trimmed.
 * @property {'articles'|'quotes'} in What is listed and counted.
 * @property {Object<string, readonly string[]>} filters Tokens by field; fields without any are absent.
 * @property {'relevance'|'newest'|'oldest'} sort
 * @property {boolean} sorted Whether the address names the order: an archive is then shown without a query too.
 * @property {boolean} collapsed Whether a story has one hit, and stories are counted; never among quotations.
 * @property {number} page From 1.
 * @property {string|null} cursor Where a page begins that can't be skipped to.
 * @property {string|null} article The article that is open.
 * @property {number|null} at The place to show in its text, in UTF-16 units.
 */

/** Reads the query part of an address. What it doesn't know is left out; nothing is an error. */
export function parseState(query) {
  const parameters = new URLSearchParams(query);
  const filters = {};
  for (const { name } of fields) {
    const tokens = [...new Set(parameters.getAll(name).filter((token) => token !== '' && token !== '-'))];
    if (tokens.length > 0) filters[name] = tokens;
  }
  const sort = parameters.get('sort');
  const listed = parameters.get('in') === 'quotes' ? 'quotes' : 'articles';
  const cursor = parameters.get('cursor') || null;
  const page = wholeNumber(parameters.get('page')) || 1;
  return {
    q: (parameters.get('q') ?? '').trim(),
    in: listed,
    filters,
    sort: sorts.includes(sort) ? sort : 'relevance',
    sorted: sorts.includes(sort),
    collapsed: listed === 'articles' && parameters.get('collapse') === 'story',
    page: cursor ? page : Math.min(page, lastNumberedPage),
    cursor,
    article: parameters.get('article') || null,
    at: parameters.has('article') ? wholeNumber(parameters.get('at')) : null,
  };
}

/** Writes what chooses articles, and what is counted: the query, the filters, articles or stories. */
export function choosingParameters(state) {
  const parameters = new URLSearchParams();
  if (state.q) parameters.set('q', state.q);
  for (const { name } of fields) {
    for (const token of state.filters[name] ?? []) parameters.append(name, token);
  }
  if (state.collapsed) parameters.set('collapse', 'story');
  return parameters;
}

/** Writes what is seen of a search, as the address has it. Equal views give equal strings. */
export function searchParameters(state) {
  const parameters = choosingParameters(state);
  if (state.in === 'quotes') parameters.set('in', 'quotes');
  if (state.sorted) parameters.set('sort', state.sort);
  if (state.page > 1) parameters.set('page', state.page);
  if (state.cursor) parameters.set('cursor', state.cursor);
  return parameters;
}

/** Writes the request for a page of hits, as `/api/search` and `/api/quotes` take it. */
export function requestParameters(state) {
  const parameters = choosingParameters(state);
  if (state.sorted) parameters.set('sort', state.sort);
  parameters.set('size', pageSize);
  if (state.cursor) parameters.set('cursor', state.cursor);
  else if (state.page > 1) parameters.set('skip', (state.page - 1) * pageSize);
  return parameters;
}

/** Writes a state as a relative address. */
export function formatState(state) {
  const parameters = searchParameters(state);
  if (state.article) parameters.set('article', state.article);
  if (state.article && state.at !== null) parameters.set('at', state.at);
  return parameters.size > 0 ? `search?${parameters}` : './';
}

/** Whether nothing is asked for: the first visit. */
export const isBlank = (state) =>
  !state.q && state.in === 'articles' && !state.sorted && !state.cursor && Object.keys(state.filters).length === 0;

/** Everything chosen, in the order of the fields. */
export const choices = (state) =>
  fields.flatMap(({ name }) => (state.filters[name] ?? []).map((token) => ({ field: name, token, ...readToken(token) })));

/** What a state says of a subject (a token that includes): `'included'`, `'excluded'` or `'none'`. */
export function choiceOf(state, field, subject) {
  const tokens = state.filters[field] ?? [];
  if (tokens.includes(subject)) return 'included';
  return tokens.includes(`-${subject}`) ? 'excluded' : 'none';
}

export const withQuery = (state, q) => changed(state, { q: q.trim() });

/** The same search among articles or quotations; all of them when nothing else is asked. */
export function withIn(state, listed) {
  const next = changed(state, { in: listed, collapsed: false });
  return isBlank(next) ? withSort(next, 'newest') : next;
}

export const withPage = (state, page, cursor = null) => ({ ...changed(state, { page }), cursor });

export const withSort = (state, sort) => changed(state, { sort, sorted: true });

export const withCollapsed = (state, collapsed) => changed(state, { collapsed });

/** All articles of a story, whatever else is chosen. */
export const withStory = (state, id) => ({ ...changed(state, { q: `story:"${id.replace(/["\\]/g, '\\$&')}"`, in: 'articles', collapsed: false }), filters: {} });

export const withArticle = (state, article, at = null) => ({ ...state, article, at });

export const withoutFilters = (state) => changed(state, { filters: {} });

/** Replaces all that is chosen in a field; no tokens clears it. */
export function withTokens(state, field, tokens) {
  const filters = { ...state.filters, [field]: tokens };
  if (tokens.length === 0) delete filters[field];
  return changed(state, { filters });
}

/**
 * Chooses, excludes or frees one value.
 * Periods nest: choosing a month takes the place of its year and of its days, which would say the same or nothing; a year
 * without one of its months stays both.
 */
export function withChoice(state, field, subject, choice) {
  const kept = (state.filters[field] ?? []).filter((token) => {
    const other = readToken(token);
    if (other.subject === subject) return false;
    return field !== 'date' || choice === 'none' || holdTogether(other, { subject, excluded: choice === 'excluded' });
  });
  if (choice === 'included') kept.push(subject);
  if (choice === 'excluded') kept.push(`-${subject}`);
  return withTokens(state, field, kept);
}

// A page of results or an open article belongs to the search it came from.
const changed = (state, change) => ({ ...state, page: 1, ...change, cursor: null, article: null, at: null });

const wholeNumber = (text) => (/^\d{1,9}$/.test(text) ? Number(text) : null);

const within = (inner, outer) => inner.subject.startsWith(`${outer.subject}-`);

function holdTogether(a, b) {
  const [outer, inner] = within(b, a) ? [a, b] : [b, a];
  return !within(inner, outer) || (!outer.excluded && inner.excluded);
}
