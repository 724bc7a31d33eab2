// What the page knows of each facet, in the order shown. The names are the parameters of /api/search.

import { t } from '../text/strings.js';

export const fields = [
  field('stance', true), field('source', true), field('country', true), field('date', true),
  field('speaker'), field('author'), field('topic'), field('language'),
];

const byName = new Map(fields.map((field) => [field.name, field]));

/** Finds the field of a name; throws for a name that is none. */
export function fieldOf(name) {
  const field = byName.get(name);
  if (!field) throw new RangeError(`no facet is called '${name}'`);
  return field;
}

function field(name, open = false) {
  return { name, label: t(`field.${name}`), missing: t(`field.${name}Missing`), open };
}
