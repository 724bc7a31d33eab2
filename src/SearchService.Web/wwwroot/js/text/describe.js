import { choices } from '../state/search-state.js';
import { has, t } from './strings.js';
import { valueLabel } from './wording.js';

/** What a field is called. */
export const fieldLabel = (name) => (has(`field.${name}`) ? t(`field.${name}`) : name);

/** What articles without a value of a field are called. */
export const missingLabel = (name) => t(`field.${name}Missing`);

/** What one choice says: "critical", "not critical", "no stance", "not: no stance". */
export function choiceLabel({ field, value, excluded }) {
  const label = value === null ? missingLabel(field).toLowerCase() : valueLabel(field, value);
  return excluded ? t(value === null ? 'choice.notMissing' : 'choice.not', { value: label }) : label;
}

/** A search in one line, for the title of the window: "peace · not critical · 2022". */
export function searchLabel(state) {
  const parts = [state.q, ...choices(state).map(choiceLabel)].filter(Boolean);
  if (parts.length === 0) parts.push(t(`title.all.${state.in}`));
  else if (state.in === 'quotes') parts.push(t('title.quotes'));
  if (state.page > 1) parts.push(t('title.page', { n: state.page }));
  return parts.join(' · ');
}
