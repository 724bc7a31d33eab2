/** What a search counts, as the keys of strings end: `articles`, `stories` or `quotes`. */
export const counts = (state) => (state.collapsed ? 'stories' : state.in);
