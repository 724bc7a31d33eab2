import { element } from '../dom.js';
import { createLatest } from '../state/latest.js';
import { choosingParameters } from '../state/search-state.js';
import { tokenOf } from '../state/tokens.js';
import { hasNames, valueLabel } from '../text/wording.js';

const typingPauseMilliseconds = 150;
const wanted = 50;
const wantedOfNamed = 500;

/**
 * Finds values of a facet that are not among those shown.
 * @param {() => void} changed Called when there are other values to show.
 */
export function createFacetSearch(field, { address, endpoint }, changed) {
  const input = element('input', {
    type: 'search', class: 'facet-search', autocomplete: 'off', spellcheck: 'false', dir: 'auto',
    'aria-label': `Find in ${field.label.toLowerCase()}`, oninput: later, onkeydown: leave,
  });
  const problem = element('p', { class: 'quiet', role: 'alert' });
  const node = element('div', { class: 'facet-within', hidden: true }, input, problem);
  const latest = createLatest();
  let timer = 0;
  let values = null;

  function later() {
    clearTimeout(timer);
    timer = setTimeout(find, typingPauseMilliseconds);
  }

  function leave(event) {
    if (event.key !== 'Escape' || input.value === '') return;
    event.preventDefault(); // the sheet on a phone stays open
    input.value = '';
    find();
  }

  function find() {
    const text = input.value.trim();
    problem.textContent = '';
    if (text === '') {
      latest.cancel();
      values = null;
      changed();
      return;
    }
    const parameters = choosingParameters(address.get());
    // The archive holds codes where people read names: those are few, and are compared here.
    const named = hasNames(field.name);
    if (!named) parameters.set('contains', text);
    parameters.set('size', named ? wantedOfNamed : wanted);
    latest.run(
      (signal) => endpoint.facet(field.name, parameters, signal),
      (answer) => {
        values = answer.values
          .filter(({ value }) => !named || `${value} ${valueLabel(field.name, value)}`.toLowerCase().includes(text.toLowerCase()))
          .map(({ value, count }) => ({ value, count, subject: tokenOf(value), depth: 0 }));
        changed();
      },
      (failure) => {
        problem.textContent = failure.message;
      });
  }

  return {
    node,

    /** The values that were found, or null when nothing is looked for. */
    found: () => values,

    /** Keeps up with a new answer: other counts, another number of values. */
    update(facet, another) {
      const hidden = facet.distinct - facet.values.length;
      node.hidden = field.name === 'date' || (hidden <= 0 && input.value === '');
      input.placeholder = hidden > 0 ? `Find among ${facet.distinct}` : 'Find';
      if (another && values !== null) find();
    },

    destroy() {
      clearTimeout(timer);
      latest.cancel();
    },
  };
}
