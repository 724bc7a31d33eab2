import { element } from '../dom.js';
import { formatState, parseState, withQuery } from '../state/search-state.js';
import { t } from '../text/strings.js';

/** Forms of the query language, by what they are for; each has an example that runs on click. */
const forms = {
  words: ['words', 'phrase', 'or', 'not', 'group'],
  quotations: ['said', 'speaker'],
  shapes: ['prefix', 'fuzzy', 'near', 'verbatim'],
  places: ['title', 'source', 'date', 'missing'],
};

const inShort = ['words', 'phrase', 'or', 'not', 'said', 'speaker', 'prefix', 'date'];

/** Some forms, each with its meaning. */
const listOf = (names) => element('dl', { class: 'help-forms' }, ...names.map((name) => {
  const query = t(`help.${name}.query`);
  return element('div', {},
    element('dt', {}, element('a', { href: formatState(withQuery(parseState(''), query)), 'data-internal': true }, element('code', {}, query))),
    element('dd', {}, t(`help.${name}`)));
}));

export const formsInShort = () => listOf(inShort);

/** All forms, under what they are for. */
export const allForms = () => Object.entries(forms).flatMap(([group, names]) =>
  [element('h3', { class: 'section-title' }, t(`help.of.${group}`)), listOf(names)]);
