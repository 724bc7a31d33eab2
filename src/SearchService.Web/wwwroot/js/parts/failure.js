import { element } from '../dom.js';
import { choices, formatState, withoutFilters } from '../state/search-state.js';

/**
 * Says why there is no answer and what can be done.
 * @param {import('../state/endpoint.js').Failure|Error} failure
 * @param {() => void} retry
 * @param {import('../state/search-state.js').SearchState} [state] The search that failed, to offer it without its filters.
 */
export function createFailure(failure, retry, state) {
  return element('section', { class: 'panel failure', role: 'alert', 'data-code': failure.code },
    element('h2', { class: 'panel-title' }, failure.title ?? 'This page has met an error'),
    element('p', {}, failure.detail ?? failure.message),
    failure.parameter && element('p', { class: 'quiet' }, 'It is about ', element('code', {}, failure.parameter), ' in the address.'),
    element('p', { class: 'panel-actions' },
      element('button', { type: 'button', class: 'button', onclick: retry }, 'Try again'),
      failure.kind === 'refused' && state && choices(state).length > 0 &&
        element('a', { href: formatState(withoutFilters(state)), 'data-internal': true }, 'Search without filters')));
}
