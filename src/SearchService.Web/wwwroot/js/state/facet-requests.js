// What is asked about a single facet, beside the search.

import { choosingParameters, withTokens } from './search-state.js';

/** The parameters of /api/facets for what is counted now. */
export function valuesRequest(state, more) {
  const parameters = choosingParameters(state);
  if (state.in === 'quotes') parameters.set('in', 'quotes');
  for (const [name, value] of Object.entries(more)) parameters.set(name, value);
  return parameters;
}

/** The parameters of a search for what lies within periods, whether they are chosen or not: counts of dates don't depend on that. */
export function periodsRequest(state, periods) {
  const parameters = choosingParameters(withTokens(state, 'date', periods));
  for (const [name, value] of [['size', 0], ['facets', 'date'], ['facetSize', 1]]) parameters.set(name, value);
  return parameters;
}
