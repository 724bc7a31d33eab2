/**
 * Runs one request at a time: a new one aborts the one before, and an answer that comes late all the same is dropped.
 * (An abort alone isn't enough: an answer may already be on its way through the microtask queue.)
 */
export function createLatest() {
  let number = 0;
  let controller = null;

  const cancel = () => {
    number++;
    controller?.abort();
    controller = null;
  };

  return {
    cancel,

    /**
     * @param {(signal: AbortSignal) => Promise<T>} ask
     * @param {(answer: T) => void} answered
     * @param {(error: Error) => void} failed
     * @template T
     */
    async run(ask, answered, failed) {
      cancel();
      const mine = number;
      controller = new AbortController();
      let answer;
      try {
        answer = await ask(controller.signal);
      } catch (error) {
        if (mine === number) failed(error);
        return;
      }
      if (mine === number) answered(answer);
    },
  };
}
