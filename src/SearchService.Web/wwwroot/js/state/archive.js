import { observable } from '../observable.js';

/**
 * The description of the archive, or null as long as (or if) there is none: nothing on the page depends on it but numbers,
 * examples and the shapes of stances.
 */
export function createArchive(endpoint) {
  const description = observable(null);
  const controller = new AbortController();
  const ready = endpoint.archive(controller.signal).then(
    (answer) => description.set(answer),
    () => {}); // the search itself will say that the service is away

  return { get: description.get, subscribe: description.subscribe, ready, destroy: () => controller.abort() };
}
