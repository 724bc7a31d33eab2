import { element, reconcile } from '../dom.js';
import { fields } from '../state/fields.js';
import { isBlank } from '../state/search-state.js';
import { createFacet } from './facet.js';

/** All facets of the answer; one that has nothing to choose is not shown. */
export function mount(root, context) {
  const { address, search } = context;
  const list = element('div', { class: 'facets' });
  root.append(list);

  const show = () => {
    const state = address.get();
    const { answer } = search.get();
    list.hidden = isBlank(state) || state.article !== null;
    const shown = fields.filter(({ name }) => answer?.facets?.[name] && isUseful(answer.facets[name], state.filters[name]));
    reconcile(list, shown, ({ name }) => name, (field) => {
      const facet = createFacet(field, context);
      return { ...facet, update: () => facet.update(search.get().answer.facets[field.name]) };
    });
  };
  const stops = [address.subscribe(show), search.subscribe(show)];

  return function destroy() {
    for (const stop of stops) stop();
    reconcile(list, []);
    list.remove();
  };
}

const isUseful = (facet, tokens) => facet.distinct > 0 || facet.missing > 0 || tokens !== undefined;
