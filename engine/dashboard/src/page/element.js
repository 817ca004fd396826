// Elements, texts and figures. Whatever comes from data becomes a text of the page, never markup.

const index = JSON.parse(document.getElementById('index').textContent);

/** A text of the catalogue, with what it fills in. */
function word(key, fill) {
  return index.words[key].replace(/\{(\w+)\}/g, (all, name) => (fill && name in fill ? fill[name] : all));
}

/** An element: attributes, `on` for what happens, children that are elements, texts or lists of them. */
function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) { continue; }
    if (key === 'on') {
      for (const [event, act] of Object.entries(value)) { element.addEventListener(event, act); }
    } else {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) { append(element, child); }
    else if (child !== null && child !== undefined && child !== false) { element.append(child); }
  }
}

/** A text that people wrote, apart from what stands beside it: a mark of direction turns nothing else round. */
function written(text) {
  return el('bdi', null, text);
}

/** The same for attributes, where there are no elements. */
function apart(text) {
  return /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufefc]/.test(text) ? `\u2068${text}\u2069` : text;
}

/** Sign and word of a status, with a number where there is one to say. */
function light(status, count) {
  const { id, sign, name } = index.statuses[status];
  return el('span', { class: `light s-${id}` }, el('b', { 'aria-hidden': 'true' }, sign), el('span', null, name),
    count === undefined ? null : ` ${count}`);
}

/** A share with one place, rounded down: only all is 100 %. */
function share(failing, due) {
  if (!due) { return '-'; }
  const thousandths = Math.floor(((due - failing) * 1000) / due);
  return `${Math.floor(thousandths / 10)}.${thousandths % 10}%`;
}

/** A share of which more is bad: rounded up, so that only none is 0 %. */
function badShare(count, of) {
  if (!of) { return '-'; }
  const thousandths = Math.ceil((count * 1000) / of);
  return `${Math.floor(thousandths / 10)}.${thousandths % 10}%`;
}

/** Percent of failures from which a level begins. */
const LEVELS = [0, 5, 10, 20];

/** How bad a share of failures is: 0 none, up to 4; -1 where nothing was due. */
function level(failing, due) {
  if (!due) { return -1; }
  if (!failing) { return 0; }
  return LEVELS.filter((percent) => failing * 100 >= percent * due).length;
}

/** Class of a level, which gives colour and sign. */
function levelClass(of) {
  return of < 0 ? 'level none' : `level l${of}`;
}

/** A bar of the length of a share. */
function bar(part, all) {
  const inner = el('i');
  inner.style.width = all ? `${(part * 100) / all}%` : '0';
  return el('span', { class: 'stretch', 'aria-hidden': 'true' }, inner);
}

/** A numbered part of the page. */
function section(id, title, ...children) {
  return { id, title, element: el('section', { id, 'aria-labelledby': `h-${id}` }, el('h2', { id: `h-${id}` }, title), children) };
}

function intro(text) {
  return el('p', { class: 'intro' }, text);
}

/** A table; a column is `[heading, class]`, a row its cells or an element of its own. */
function table(columns, rows, label) {
  const head = columns.map(([title, kind, sorting]) => el('th', { scope: 'col', class: kind, 'aria-sort': sorting }, title));
  const body = rows.map((row) => (Array.isArray(row) ? el('tr', null, row.map((cell, at) =>
    el('td', { class: columns[at][1], 'data-label': columns[at][2] === undefined && typeof columns[at][0] === 'string' ? columns[at][0] : null }, cell))) : row));
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label },
    el('table', { class: 'plain' }, el('thead', null, el('tr', null, head)), el('tbody', null, body)));
}

/** Buttons of which one is pressed. */
function choice(label, options, chosen, act) {
  return el('p', { class: 'switch', role: 'group', 'aria-label': label }, options.map(([value, title]) =>
    el('button', { type: 'button', 'aria-pressed': String(value === chosen), 'data-choice': value, on: { click: () => act(value) } }, title)));
}

