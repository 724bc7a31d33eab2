// The state of the page is what its address says: parameters have the names and meanings of /api/search, plus `article`.
// States are immutable; every function here is pure.

import { fields } from './fields.js';
import { readToken } from './tokens.js';

const sorts = ['relevance', 'newest', 'oldest'];

/**
 * @typedef {Object} SearchState
 * @property {string} q The query, trimmed.
 * @property {Object<string, readonly string[]>} filters Tokens by field; fields without any are absent.
 * @property {'relevance'|'newest'|'oldest'} sort
 * @property {boolean} sorted Whether the address names the order: an archive is then shown without a query too.
 * @property {boolean} collapsed Whether a story has one hit, and stories are counted.
 * @property {string|null} cursor Where the list begins, or null for the beginning.
 * @property {string|null} article The article that is open.
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
  return {
    q: (parameters.get('q') ?? '').trim(),
    filters,
    sort: sorts.includes(sort) ? sort : 'relevance',
    sorted: sorts.includes(sort),
    collapsed: parameters.get('collapse') === 'story',
    cursor: parameters.get('cursor') || null,
    article: parameters.get('article') || null,
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

/** Writes the parameters of a search, as the endpoint takes them. Equal searches give equal strings. */
export function searchParameters(state) {
  const parameters = choosingParameters(state);
  if (state.sorted) parameters.set('sort', state.sort);
  if (state.cursor) parameters.set('cursor', state.cursor);
  return parameters;
}

/** Writes a state as a relative address. */
export function formatState(state) {
  const parameters = searchParameters(state);
  if (state.article) parameters.set('article', state.article);
  return parameters.size > 0 ? `search?${parameters}` : './';
}

/** Whether nothing is asked for: the first visit. */
export const isBlank = (state) => !state.q && !state.sorted && !state.cursor && Object.keys(state.filters).length === 0;

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

export const withSort = (state, sort) => changed(state, { sort, sorted: true });

export const withCollapsed = (state, collapsed) => changed(state, { collapsed });

/** All articles of a story, whatever else is chosen. */
export const withStory = (state, id) => ({ ...changed(state, { q: `story:"${id.replace(/["\\]/g, '\\$&')}"`, collapsed: false }), filters: {} });

export const withArticle = (state, article) => ({ ...state, article });

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
const changed = (state, change) => ({ ...state, ...change, cursor: null, article: null });

const within = (inner, outer) => inner.subject.startsWith(`${outer.subject}-`);

function holdTogether(a, b) {
  const [outer, inner] = within(b, a) ? [a, b] : [b, a];
  return !within(inner, outer) || (!outer.excluded && inner.excluded);
}
