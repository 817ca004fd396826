// Search: townships, duties, clauses, officials and units; a list below the field, as one types.

const WAIT = 120;
const HITS_AT_MOST = 8;
let haystack = null;

/** What can be found: kind, texts that it is found by, what it is called, where it leads. */
function searchable() {
  const entries = townships.map((township, at) => ({ kind: 'township', by: [township.name, township.code], name: townshipName(at),
    more: index.counties.length > 1 ? countyName(township.county) : township.code, href: () => toTownship(at, { county: -1 }) }));
  index.groups.forEach(([first], group) => entries.push({ kind: 'duty', by: [index.duties[first].name, index.duties[first].id], name: index.duties[first].name, more: index.duties[first].id, href: () => toDuty(group) }));
  index.clauses.forEach(([number, heading, summary]) => entries.push({ kind: 'clause', by: [number, heading, summary], name: number, more: heading || summary, href: () => address({ kind: 'clause', name: number }) }));
  named().forEach(([who, where]) => entries.push({ kind: 'who', by: [who], name: who, more: word('in-townships', { count: where.length }), href: () => address({ kind: 'who', name: who }) }));
  return entries.map((entry) => ({ ...entry, by: entry.by.map((text) => text.toLowerCase()) }));
}

/** Entries that hold a text, those that begin with it first, kind by kind. */
function hits(query) {
  haystack = haystack || searchable();
  const rank = (entry) => Math.min(...entry.by.map((text) => { const at = text.indexOf(query); return at < 0 ? 9 : text === query ? 0 : at === 0 ? 1 : 2; }));
  const kinds = new Map();
  for (const entry of haystack) {
    const of = rank(entry);
    if (of < 9) { kinds.set(entry.kind, [...(kinds.get(entry.kind) || []), [of, entry]]); }
  }
  return Array.from(kinds, ([kind, all]) => ({ kind, count: all.length, entries: all.sort((a, b) => a[0] - b[0]).slice(0, HITS_AT_MOST).map(([, entry]) => entry) }));
}

function searchBox() {
  const list = el('ul', { id: 'hits', role: 'listbox', 'aria-label': word('search'), hidden: true });
  const field = el('input', { type: 'search', id: 'search', role: 'combobox', autocomplete: 'off', spellcheck: 'false', 'aria-expanded': 'false', 'aria-controls': 'hits',
    'aria-autocomplete': 'list', 'aria-label': word('search'), placeholder: word('search-for') });
  const said = el('output', { class: 'aside', 'aria-live': 'polite' });
  let timer = 0;
  let chosen = -1;
  const options = () => Array.from(list.querySelectorAll('[role=option]'));
  const close = () => { list.hidden = true; chosen = -1; field.setAttribute('aria-expanded', 'false'); field.removeAttribute('aria-activedescendant'); };
  const choose = (at) => {
    const all = options();
    if (!all.length) { return; }
    chosen = (at + all.length) % all.length;
    all.forEach((option, place) => option.setAttribute('aria-selected', String(place === chosen)));
    field.setAttribute('aria-activedescendant', all[chosen].id);
    all[chosen].scrollIntoView({ block: 'nearest' });
  };
  const find = () => {
    clearTimeout(timer);
    timer = 0;
    const query = field.value.trim().toLowerCase();
    if (!query) { close(); said.textContent = ''; return; }
    const found = hits(query);
    list.replaceChildren(...hitList(found));
    list.hidden = false;
    chosen = -1;
    field.setAttribute('aria-expanded', 'true');
    said.textContent = word('hits', { count: found.reduce((sum, kind) => sum + kind.count, 0) });
  };
  const go = (option) => { if (option) { close(); field.value = ''; location.hash = option.dataset.href; } };
  field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(find, WAIT); });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) { return; }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); if (list.hidden) { find(); } choose(event.key === 'ArrowDown' ? chosen + 1 : chosen < 0 ? -1 : chosen - 1); }
    if (event.key === 'Enter') { event.preventDefault(); if (list.hidden || timer) { find(); } go(options()[Math.max(chosen, 0)]); }
    if (event.key === 'Escape') { event.stopPropagation(); if (list.hidden) { field.value = ''; } close(); }
  });
  field.addEventListener('blur', () => setTimeout(() => { if (document.activeElement !== field) { close(); } }, WAIT));
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => go(event.target.closest('[role=option]')));
  return el('div', { class: 'search', role: 'search' }, field, list, said);
}

function hitList(found) {
  if (!found.length) { return [el('li', { class: 'none', role: 'presentation' }, word('no-hits'))]; }
  let number = 0;
  return found.flatMap(({ kind, count, entries }) => [
    el('li', { class: 'kind', role: 'presentation' }, kindName(kind), ` ${count > entries.length ? word('first-of', { shown: entries.length, count }) : count}`),
    ...entries.map((entry) => el('li', { role: 'option', id: `hit-${number++}`, 'aria-selected': 'false', 'data-href': entry.href() }, written(entry.name), ' ', el('small', null, written(entry.more)))),
  ]);
}

function kindName(kind) {
  return { township: word('township'), duty: word('duty'), clause: word('clause'), who: word('who') }[kind];
}

