import { element } from '../dom.js';
import { createLatest } from '../state/latest.js';
import { valuesRequest } from '../state/facet-requests.js';
import { tokenOf } from '../state/tokens.js';
import { t } from '../text/strings.js';
import { hasNames, valueLabel } from '../text/wording.js';
import { failureTitle } from './failure.js';

const typingPauseMilliseconds = 150;
const atOnce = 50;
const namedAtOnce = 500; // of codes: those are few, and are compared here
const wantedOfAll = 100;

/**
 * Finds values of a facet that are not among those shown: by a part of what they are called, or the most frequent hundred.
 * @param {() => void} changed Called when there are other values to show.
 */
export function createFacetSearch(field, { address, endpoint }, changed) {
  const input = element('input', {
    type: 'search', class: 'facet-search', autocomplete: 'off', spellcheck: 'false', dir: 'auto',
    'aria-label': t('facets.find', { field: field.label.toLowerCase() }), oninput: later, onkeydown: leave,
  });
  const problem = element('p', { class: 'quiet', role: 'alert' });
  const node = element('div', { class: 'facet-within', hidden: true }, input, problem);
  const latest = createLatest();
  const named = hasNames(field.name);
  let timer = 0;
  let wantsAll = false;
  let found = null;

  function later() {
    clearTimeout(timer);
    timer = setTimeout(ask, typingPauseMilliseconds);
  }

  function leave(event) {
    if (event.key !== 'Escape' || input.value === '') return;
    event.preventDefault(); // the sheet on a phone stays open
    input.value = '';
    ask();
  }

  function ask() {
    const text = input.value.trim();
    problem.textContent = '';
    if (text === '' && !wantsAll) {
      latest.cancel();
      found = null;
      changed();
      return;
    }
    const request = text === '' ? { size: wantedOfAll } : named ? { size: namedAtOnce } : { contains: text, size: atOnce };
    latest.run(
      (signal) => endpoint.facet(field.name, valuesRequest(address.get(), request), signal),
      (answer) => {
        const fits = ({ value }) => text === '' || !named || `${value} ${valueLabel(field.name, value)}`.toLowerCase().includes(text.toLowerCase());
        const all = answer.values.filter(fits);
        found = {
          text,
          values: all.slice(0, wantedOfAll).map(({ value, count }) => ({ value, count, subject: tokenOf(value), depth: 0 })),
          more: named && text !== '' ? Math.max(0, all.length - wantedOfAll) : Math.max(0, answer.distinct - answer.values.length),
        };
        changed();
      },
      (failure) => {
        problem.textContent = failureTitle(failure);
      });
  }

  return {
    node,

    /** What was found: the text looked for, values, and how many more there are; null when nothing is looked for. */
    found: () => found,

    /** Shows the most frequent hundred. */
    showMore() {
      wantsAll = true;
      ask();
    },

    /** Keeps up with a new answer: other counts, another number of values. */
    update(facet, another) {
      const hidden = facet.distinct - facet.values.length;
      node.hidden = field.name === 'date' || (hidden <= 0 && input.value === '');
      input.placeholder = hidden > 0 ? t('facets.among', { n: facet.distinct }) : t('facets.findAny');
      if (another && found !== null) ask();
    },

    destroy() {
      clearTimeout(timer);
      latest.cancel();
    },
  };
}
