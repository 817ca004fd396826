// Long lists, page by page; all of it on paper.

let printing = false;

/** Shows a list page by page: `draw` makes an element of some of its entries. */
function paged(entries, size, draw, label) {
  const holder = el('div', { class: 'paged' });
  const show = (from, focus) => {
    const to = printing ? entries.length : Math.min(from + size, entries.length);
    const turn = (title, at, name) => el('button', { type: 'button', 'data-turn': name, disabled: at < 0 || at >= entries.length, on: { click: () => show(at, name) } }, title);
    const shown = word('shown', { from: entries.length ? from + 1 : 0, to, count: entries.length });
    const nav = entries.length > size && !printing ? el('p', { class: 'pager', role: 'group', 'aria-label': label },
      turn(word('back'), from - size, 'back'), el('output', null, shown), turn(word('on'), from + size, 'on')) : '';
    holder.replaceChildren(draw(entries.slice(from, to), from), nav);
    if (focus) {
      const button = holder.querySelector(`:scope > .pager [data-turn=${focus}]:not([disabled])`) || holder.querySelector(':scope > .pager button:not([disabled])');
      if (button) { button.focus(); }
    }
  };
  show(0);
  return holder;
}

