import { fieldOf } from '../state/fields.js';
import { choices } from '../state/search-state.js';
import { valueLabel } from './wording.js';

/** What one choice says: "critical", "not critical", "no stance", "not without stance". */
export function choiceLabel({ field, value, excluded }) {
  const { missing } = fieldOf(field);
  if (value === null) return excluded ? `not: ${missing.toLowerCase()}` : missing.toLowerCase();
  return excluded ? `not ${valueLabel(field, value)}` : valueLabel(field, value);
}

/** A search in one line, for the title of the window: "peace · not critical · 2022". */
export function searchLabel(state) {
  const parts = [state.q, ...choices(state).map(choiceLabel)].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : 'All articles';
}
