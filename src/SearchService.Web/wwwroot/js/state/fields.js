// What the page knows of each facet, in the order shown. The names are the parameters of /api/search.

export const fields = [
  { name: 'stance', label: 'Stance', missing: 'No stance', open: true },
  { name: 'source', label: 'Outlet', missing: 'No outlet', open: true },
  { name: 'country', label: 'Country', missing: 'No country', open: true },
  { name: 'date', label: 'Date', missing: 'No date', open: true },
  { name: 'speaker', label: 'Speaker', missing: 'Nobody quoted', open: false },
  { name: 'author', label: 'Author', missing: 'No author', open: false },
  { name: 'topic', label: 'Topic', missing: 'No topic', open: false },
  { name: 'language', label: 'Language', missing: 'No language', open: false },
];

const byName = new Map(fields.map((field) => [field.name, field]));

/** Finds the field of a name; throws for a name that is none. */
export function fieldOf(name) {
  const field = byName.get(name);
  if (!field) throw new RangeError(`no facet is called '${name}'`);
  return field;
}
