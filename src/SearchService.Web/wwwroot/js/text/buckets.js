// The buckets of a histogram: each is named by its first day.

import { locale, t } from './strings.js';
import { period } from './wording.js';

const dayMilliseconds = 86_400_000;
const form = (options) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
const shortDay = form({ day: 'numeric', month: 'short' });
const shortMonth = form({ month: 'short', year: 'numeric' });

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

/** A bucket in words. */
export const periodLabel = (from, interval) =>
  interval === 'week' ? t('timeline.week', { day: period(from) }) : period(bucketToken(from, interval));

/**
 * What stands below the axis: where years begin, or months, else buckets at even distances.
 * @param {readonly {from: string}[]} buckets
 * @param {'year'|'month'|'week'|'day'} interval
 * @param {number} most Labels wanted.
 * @returns {{index: number, label: string}[]}
 */
export function ticks(buckets, interval, most) {
  const every = (indexes, label) => {
    const step = Math.ceil(indexes.length / most);
    return indexes.filter((_, place) => place % step === 0).map((index) => ({ index, label: label(buckets[index].from) }));
  };
  const beginnings = (length) => buckets.flatMap(({ from }, index) =>
    (index > 0 && from.slice(0, length) !== buckets[index - 1].from.slice(0, length) ? [index] : []));
  const year = (from) => from.slice(0, 4);
  const month = (from) => shortMonth.format(new Date(from));
  const day = (from) => shortDay.format(new Date(from));
  if (interval !== 'year' && beginnings(4).length > 2) return every(beginnings(4), year);
  if ((interval === 'week' || interval === 'day') && beginnings(7).length > 2) return every(beginnings(7), month);
  return every([...buckets.keys()], { year, month }[interval] ?? day);
}

// Time ends on the last day of 9999: a date has four digits for the year.
const lastDayOfWeek = (from) => new Date(Math.min(Date.parse(from) + 6 * dayMilliseconds, Date.UTC(9999, 11, 31))).toISOString().slice(0, 10);
