// The buckets of a histogram: each is named by its first day.

import { locale } from './strings.js';
import { period } from './wording.js';

const dayMilliseconds = 86_400_000;
const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const shortMonth = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** The date filter of the bucket that begins on `from`: a year, a month, a day, or the range of a week. */
export function bucketToken(from, interval) {
  if (interval === 'year') return from.slice(0, 4);
  if (interval === 'month') return from.slice(0, 7);
  return interval === 'week' ? `${from}..${lastDayOfWeek(from)}` : from;
}

/** The date filter from one bucket to another, both included. */
export function rangeToken(first, last, interval) {
  if (first === last) return bucketToken(first, interval);
  return `${bucketToken(first, interval).split('..')[0]}..${bucketToken(last, interval).split('..').at(-1)}`;
}

/** A bucket in words; `short` for the axis. */
export function periodLabel(from, interval, short = false) {
  if (short && interval === 'month') return shortMonth.format(new Date(from));
  if (short && interval !== 'year') return shortDay.format(new Date(from));
  return interval === 'week' ? `Week of ${period(from)}` : period(bucketToken(from, interval));
}

/** Which buckets carry a label below the axis: the first, and others at even distances, about five in all. */
export function tickIndexes(length) {
  const step = Math.max(1, Math.ceil(length / 5));
  return Array.from({ length: Math.ceil(length / step) }, (_, index) => index * step);
}

const lastDayOfWeek = (from) => new Date(Date.parse(from) + 6 * dayMilliseconds).toISOString().slice(0, 10);
