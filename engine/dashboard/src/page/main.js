// What is shown, and how one gets from one thing to the next.

/** Draws what is asked for; `focus` is the id of what has the focus afterwards. */
function draw(focus) {
  const inside = within(view.county).filter((at) => fits(at, view.statuses));
  const parts = sections(inside);
  drawTools();
  drawContents(parts);
  document.getElementById('main').replaceChildren(...heading(), ...parts.map(({ element }) => element));
  document.title = `${apart(title())} ${index.as_of}`;
  const at = focus && document.getElementById(focus);
  if (at) { at.focus(); }
}

function sections(inside) {
  if (view.missing !== undefined) { return [missingSection(view.missing)]; }
  switch (view.kind) {
    case 'township': return numbered(townshipSections(view.township));
    case 'duty': return numbered(dutySections(view.name, inside));
    case 'clause': return numbered(clauseSections(view.name, inside));
    case 'who': return numbered(whoSections(view.name, inside));
    default: return numbered(allSections(inside));
  }
}

function allSections(inside) {
  const scope = index.scopes[view.county + 1];
  return [summarySection(within(view.county), scope), compareSection(within(view.county), scope), tilesSection(inside, scope), rankingSection(inside), spreadSection(within(view.county), scope),
    heatSection(inside, scope), dutiesSection(inside, scope), gatheringSection(scope), signsSection(inside)].filter((one) => one);
}

/** Headings with their ordinals, where there are several. */
function numbered(parts) {
  if (parts.length > 1) { parts.forEach((part, at) => { part.ordinal = index.ordinals[at] || ''; part.element.querySelector('h2').prepend(part.ordinal); }); }
  return parts;
}

/** What a page about one thing is about. */
function heading() {
  if (view.kind !== 'township') { return []; }
  const { code, county } = townships[view.township];
  return [el('h2', { class: 'subject', id: 'subject', tabindex: '-1' }, written(townshipName(view.township)), ' ', el('small', null, index.counties[county] ? [written(countyName(county)), ' '] : '', el('code', null, written(code))))];
}

function title() {
  return view.kind === 'township' ? townshipName(view.township) : view.kind === 'all' ? word('title') : pageName();
}

function drawContents(parts) {
  const holder = document.getElementById('contents');
  holder.setAttribute('aria-label', word('contents'));
  const link = (part) => {
    const anchor = el('a', { href: view.kind === 'all' ? address({ part: part.id }) : `#${part.id}` }, part.ordinal || '', typeof part.title === 'string' ? part.title : word('about-it'));
    // On a page about one thing the address says which; the way to a part of it is not noted there.
    if (view.kind !== 'all') { anchor.addEventListener('click', (event) => { event.preventDefault(); part.element.scrollIntoView(); focusOn(part.element.querySelector('h2')); }); }
    return el('li', null, anchor);
  };
  holder.replaceChildren(el('h2', null, word('contents')), el('ol', null, parts.map(link)));
}

function focusOn(element) {
  if (!element) { return; }
  if (!element.hasAttribute('tabindex') && !element.matches('a, button, summary, input')) { element.tabIndex = -1; }
  element.focus({ preventScroll: true });
}

/** After an address was followed: what it names is in sight and has the focus. */
function arrive() {
  const last = view;
  view = read();
  // A part of the first view: nothing new to draw.
  const same = last.kind === 'all' && view.kind === 'all' && last.county === view.county && String(last.statuses) === String(view.statuses) && view.missing === last.missing;
  if (!same) {
    if (view.kind === 'all' && last.kind === 'township') { view.from = last.township; }
    draw();
  }
  land(last);
}

function land(last) {
  const main = document.getElementById('main');
  const tile = view.from === undefined ? null : main.querySelector(`[data-at="${view.from}"]`);
  const part = view.part && view.part !== 'top' && document.getElementById(view.part);
  const place = tile || part || foundPlace(main);
  if (place) {
    place.scrollIntoView({ block: tile ? 'center' : 'start' });
    focusOn(place.matches('section') ? place.querySelector('h2') : place.matches('details') ? place.querySelector('summary') : place);
  } else if (last) {
    window.scrollTo(0, 0);
    focusOn(main.querySelector('h2'));
  }
}

/** The finding or the duty that the address names. */
function foundPlace(main) {
  const by = (name, value) => Array.from(main.querySelectorAll(`[data-${name}]`)).find((element) => element.dataset[name] === value);
  return (view.finding && by('finding', view.finding)) || (view.kind === 'township' && view.duty && by('duty', view.duty)) || null;
}

/** Escape closes what is open round the focus, then leads one level up. */
function up(event) {
  if (event.key === '/' && !event.target.closest('input, select')) { event.preventDefault(); document.getElementById('search').focus(); return; }
  if (event.key !== 'Escape') { return; }
  const open = event.target.closest('main details[open]');
  if (open) {
    open.open = false;
    open.querySelector('summary').focus();
    note(open.dataset.finding ? { finding: '' } : { duty: '', finding: '' });
  } else if (view.kind !== 'all' || view.missing !== undefined) {
    location.hash = address({}) || '#';
  }
}

/** On paper everything that fails is open and no list is cut; afterwards all is as it was. */
function paper(on) {
  if (printing === on) { return; }
  printing = on;
  draw();
}

document.documentElement.classList.add('script');
window.addEventListener('hashchange', arrive);
document.addEventListener('keydown', up);
window.addEventListener('beforeprint', () => paper(true));
window.addEventListener('afterprint', () => paper(false));
window.matchMedia('print').addEventListener('change', (event) => paper(event.matches));
draw();
land(null);
