// Keys: one stop of the tabulator for a field of many links, arrows within it.

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Makes the links of a field reachable by arrows, Home and End; the first, or the one given, by the tabulator. */
function rove(field, selector, first) {
  const items = () => Array.from(field.querySelectorAll(selector));
  const stop = (item) => {
    field.querySelectorAll('[tabindex="0"]').forEach((other) => { if (other.matches(selector)) { other.tabIndex = -1; } });
    item.tabIndex = 0;
  };
  items().forEach((item) => { item.tabIndex = -1; });
  const start = first || field.querySelector(selector);
  if (start) { start.tabIndex = 0; }
  field.addEventListener('focusin', (event) => {
    const item = event.target.closest(selector);
    if (item) { stop(item); }
  });
  field.addEventListener('keydown', (event) => {
    const item = event.target.closest(selector);
    if (!item || event.altKey || event.ctrlKey || event.metaKey) { return; }
    const next = goal(items(), item, event.key);
    if (next) { event.preventDefault(); stop(next); next.focus(); next.scrollIntoView({ block: 'nearest', inline: 'nearest' }); }
  });
  return field;
}

function goal(items, from, key) {
  if (key === 'Home') { return items[0]; }
  if (key === 'End') { return items[items.length - 1]; }
  if (!(key in STEPS)) { return null; }
  const [x, y] = STEPS[key];
  return y ? upOrDown(items, from, y) : items[items.indexOf(from) + x];
}

/** The nearest item of the nearest row above or below. */
function upOrDown(items, from, y) {
  const start = from.getBoundingClientRect();
  let best = null;
  for (const item of items) {
    const box = item.getBoundingClientRect();
    const rows = Math.round((box.top - start.top) * y);
    if (rows < start.height / 2) { continue; }
    const aside = Math.abs(box.left + box.width / 2 - start.left - start.width / 2);
    if (!best || rows < best.rows - 2 || (rows <= best.rows + 2 && aside < best.aside)) { best = { item, rows, aside }; }
  }
  return best && best.item;
}

