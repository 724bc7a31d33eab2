/**
 * Keeps rows where they are while the pointer or the focus is among them; afterwards they take their new order.
 * @param {HTMLElement} node What holds the rows.
 * @param {() => void} settled Called when the order may change again.
 */
export function createSteadyOrder(node, settled) {
  let shown = [];
  let isPointed = false;
  let isHeld = false;

  function enter({ pointerType }) {
    isPointed = pointerType === 'mouse'; // a finger doesn't stay
  }

  function leave() {
    isPointed = false;
    release();
  }

  // The focus may only move on within the rows.
  const blur = () => queueMicrotask(release);

  function release() {
    if (isHeld && !isBusy()) settled();
  }

  const isBusy = () => isPointed || node.contains(document.activeElement);
  node.addEventListener('pointerenter', enter);
  node.addEventListener('pointerleave', leave);
  node.addEventListener('focusout', blur);

  return {
    /**
     * @param {readonly {subject: string, count: number}[]} values In their new order.
     * @param {boolean} isWhole Whether these are all: one that is gone then counts nothing, else its count isn't known.
     */
    settle(values, isWhole) {
      isHeld = isBusy() && shown.length > 0;
      if (isHeld) {
        const now = new Map(values.map((value) => [value.subject, value]));
        const kept = shown.map((old) => now.get(old.subject) ?? { ...old, count: isWhole ? 0 : null });
        const known = new Set(shown.map(({ subject }) => subject));
        shown = [...kept, ...values.filter(({ subject }) => !known.has(subject))];
      } else {
        shown = values;
      }
      return shown;
    },

    destroy() {
      node.removeEventListener('pointerenter', enter);
      node.removeEventListener('pointerleave', leave);
      node.removeEventListener('focusout', blur);
    },
  };
}
