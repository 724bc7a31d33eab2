import { element } from '../dom.js';
import { choices, formatState, withoutFilters } from '../state/search-state.js';
import { has, t } from '../text/strings.js';

/**
 * Says why there is no answer and what can be done.
 * @param {{failure: import('../state/endpoint.js').Failure|Error, retries?: boolean}} progress
 * @param {() => void} retry
 * @param {import('../state/search-state.js').SearchState} [state] The search that failed, to offer it without its filters.
 */
export function createFailure({ failure, retries }, retry, state) {
  const { kind = 'page', code, detail, parameter, message } = failure;
  const known = [`failure.${code}`, `failure.${kind}`].find(has);
  return element('section', { class: 'panel failure', role: 'alert', 'data-code': code },
    element('h2', { class: 'panel-title' }, t(`${known}`)),
    element('p', {}, has(`${known}-what`) ? t(`${known}-what`) : detail ?? message),
    parameter && element('p', { class: 'quiet' }, t('failure.parameter', { parameter })),
    retries && element('p', { class: 'quiet' }, t('failure.retries')),
    element('p', { class: 'panel-actions' },
      element('button', { type: 'button', class: 'button', onclick: retry }, t('failure.retry')),
      kind === 'refused' && state && choices(state).length > 0 &&
        element('a', { href: formatState(withoutFilters(state)), 'data-internal': true }, t('failure.unfiltered'))));
}

/** What a failure is called, in a line. */
export const failureTitle = ({ kind = 'page', code }) => t([`failure.${code}`, `failure.${kind}`].find(has));
