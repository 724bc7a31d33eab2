import { slotWidth } from './histogram-chart.js';

/**
 * Chooses a bucket, or a range of them, in the plot: by a click or a drag, by a tap or a finger drawn sideways, by the keys of a slider
 * (with shift they extend; Enter chooses; Escape takes the range back).
 * @param {HTMLElement} plot
 * @param {() => number} lengthNow How many buckets there are.
 * @param {(from: number, to: number) => void} changed Another bucket or range is looked at.
 * @param {(from: number, to: number) => void} chosen
 */
export function createBrush(plot, lengthNow, changed, chosen) {
  let anchor = 0;
  let head = 0;
  let pressed = false;

  const range = () => [Math.min(anchor, head), Math.max(anchor, head)];

  function move(index, extend) {
    head = Math.min(lengthNow() - 1, Math.max(0, index));
    if (!extend) anchor = head;
    changed(...range());
  }

  function indexAt({ clientX }) {
    const { left, width } = plot.getBoundingClientRect();
    return Math.floor((clientX - left) / slotWidth(lengthNow(), width));
  }

  function press(event) {
    if (event.button !== 0) return;
    pressed = true;
    plot.setPointerCapture(event.pointerId);
    move(indexAt(event), event.shiftKey);
  }

  function hover(event) {
    if (pressed || event.pointerType === 'mouse') move(indexAt(event), pressed);
  }

  function release() {
    if (!pressed) return;
    pressed = false;
    chosen(...range());
  }

  // The browser took the finger for scrolling.
  function cancel() {
    pressed = false;
    move(anchor, false);
  }

  function key(event) {
    const last = lengthNow() - 1;
    const step = { ArrowLeft: head - 1, ArrowDown: head - 1, ArrowRight: head + 1, ArrowUp: head + 1, Home: 0, End: last }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (step !== undefined) move(step, event.shiftKey);
    else if (event.key === 'Enter' || event.key === ' ') chosen(...range());
    else if (event.key === 'Escape' && anchor !== head) move(anchor, false);
    else return;
    event.preventDefault();
  }

  const listeners = { pointerdown: press, pointermove: hover, pointerup: release, pointercancel: cancel, keydown: key };
  for (const [name, listener] of Object.entries(listeners)) plot.addEventListener(name, listener);

  return {
    /** Other buckets: begins anew at the last one, the most recent. */
    reset: () => move(lengthNow() - 1, false),
    range,
    isPressed: () => pressed,
  };
}
