import { element } from '../dom.js';
import { choices, formatState, withoutFilters, withPage } from '../state/search-state.js';
import { has, t } from '../text/strings.js';

/**
 * Says why there is no answer and what can be done.
 * @param {{failure: import('../state/endpoint.js').Failure|Error, retries?: boolean}} progress
 * @param {() => void} retry
 * @param {import('../state/search-state.js').SearchState} [state] The search that failed, to offer it in another form.
 * @param {string} [heading] `h1` where the failure is all there is.
 */
export function createFailure({ failure, retries }, retry, state, heading = 'h2') {
  const { kind, code, detail, parameter } = failure;
  const known = nameOf(failure);
  const isRefused = kind === 'refused';
  return element('section', { class: 'panel failure', role: 'alert', 'data-code': code },
    element(heading, { class: 'panel-title' }, t(known)),
    has(`${known}.what`) && element('p', {}, t(`${known}.what`)),
    // The service's own words are about this request; those of a fault are for its log.
    detail && (isRefused || !has(`${known}.what`)) && element('p', { lang: 'en' }, detail),
    parameter && element('p', { class: 'quiet' }, t('failure.parameter', { parameter })),
    retries && element('p', { class: 'quiet' }, t('failure.retries')),
    element('p', { class: 'panel-actions' },
      !isRefused && element('button', { type: 'button', class: 'button', onclick: retry }, t('failure.retry')),
      isRefused && state?.cursor && link(withPage(state, 1), t('failure.start')),
      isRefused && state && choices(state).length > 0 && link(withoutFilters(state), t('failure.unfiltered'))));
}

/** What a failure is called, in a line. */
export const failureTitle = (failure) => t(nameOf(failure));

const nameOf = ({ kind = 'page', code = '' }) =>
  [`failure.${code}`, code.startsWith('index_') && 'failure.index', `failure.${kind}`].find((key) => key && has(key));

const link = (state, text) => element('a', { href: formatState(state), 'data-internal': true }, text);
