import { element } from '../dom.js';
import { choices, formatState, withChoice, withoutFilters, withQuery } from '../state/search-state.js';
import { fieldOf } from '../state/fields.js';
import { choiceLabel } from '../text/describe.js';

/** Nothing was found: says what to try, each as a link that does it. */
export function createNothing(_answer, state) {
  const chosen = choices(state);
  return element('section', { class: 'panel nothing', 'aria-labelledby': 'nothing-title' },
    element('h2', { class: 'panel-title', id: 'nothing-title' }, 'Nothing in the archive matches'),
    chosen.length > 0 && element('p', {}, 'Remove what narrows it:'),
    chosen.length > 0 && element('ul', { class: 'suggestions' },
      ...chosen.map((choice) => suggestion(withChoice(state, choice.field, choice.subject, 'none'),
        'Without ', element('strong', {}, `${fieldOf(choice.field).label}: ${choiceLabel(choice)}`))),
      chosen.length > 1 && suggestion(withoutFilters(state), 'Without any filter')),
    state.q && element('p', {}, chosen.length > 0 ? 'Or change the words:' : 'What may help:'),
    state.q && element('ul', { class: 'suggestions' }, ...wordings(state)));
}

function wordings(state) {
  const { q } = state;
  const words = q.replaceAll(/["“”]/g, '').trim();
  return [
    words && words !== q && suggestion(withQuery(state, words), 'The same words, not as a quotation: ', element('strong', { dir: 'auto' }, words)),
    element('li', {}, 'Fewer words, or another spelling of a name.'),
    element('li', {}, 'The beginning of a word with a star: ', element('code', {}, 'negotiat*')),
    chosenNone(state) && suggestion({ ...withQuery(state, ''), sort: 'newest', sorted: true }, 'All articles, the newest first'),
  ].filter(Boolean);
}

const chosenNone = (state) => choices(state).length === 0;

const suggestion = (state, ...content) =>
  element('li', {}, element('a', { href: formatState(state), 'data-internal': true }, ...content));
