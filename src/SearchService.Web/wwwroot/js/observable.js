/**
 * A value that tells when it is replaced. Values are treated as immutable.
 * @param {T} value
 * @template T
 */
export function observable(value) {
  const listeners = new Set();

  return {
    get: () => value,

    set(next) {
      value = next;
      for (const listener of [...listeners]) listener(value);
    },

    /** Calls the listener now and at every change; returns what ends that. */
    subscribe(listener) {
      listeners.add(listener);
      listener(value);
      return () => listeners.delete(listener);
    },
  };
}
