// Numbers, dates and codes as people read them.

import { locale, t } from './strings.js';

const number = new Intl.NumberFormat(locale);
const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const names = {
  country: new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }),
  language: new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }),
};

export const count = (value) => number.format(value);

/** "1 article", "2 articles". */
export const counted = (value, one, many = `${one}s`) => `${count(value)} ${value === 1 ? one : many}`;

/** A year, month or day in ISO 8601: "2022", "January 2022", "13 January 2022"; anything else as it is. */
export function period(value) {
  if (/^\d{4}$/.test(value)) return value;
  const format = /^\d{4}-\d{2}$/.test(value) ? month : /^\d{4}-\d{2}-\d{2}$/.test(value) ? day : null;
  const date = new Date(value);
  return format === null || Number.isNaN(date.getTime()) ? value : format.format(date);
}

/** A date filter: a period, or a range that may be open. */
export function dateFilter(value) {
  const [from, to] = value.split('..');
  if (to === undefined) return period(value);
  if (!from) return t('date.until', { to: period(to) });
  return to ? `${period(from)} – ${period(to)}` : t('date.since', { from: period(from) });
}

/** The ISO date of an article, cut to the precision it really has; null without one. */
export function preciseDate({ date, datePrecision }) {
  if (!date) return null;
  return date.slice(0, { year: 4, month: 7 }[datePrecision] ?? 10);
}

/** The value of a facet for the eye: countries and languages by name, periods in words. */
export function valueLabel(field, value) {
  if (field === 'date') return dateFilter(value);
  try {
    return names[field]?.of(value) ?? value;
  } catch {
    return value; // not a code: the archive's own word
  }
}

/** Whether what is shown of a value is not what the archive holds: searching it then goes by the label. */
export const hasNames = (field) => field in names;
