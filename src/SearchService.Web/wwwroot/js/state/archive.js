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

  /** Whether the archive can do what `capabilities` names; all, as long as that isn't known. */
  const can = (capability) => description.get()?.capabilities?.[capability] !== false;

  return { get: description.get, subscribe: description.subscribe, can, ready, destroy: () => controller.abort() };
}
