// The bar above: where one is, which county, search, statuses.

function drawTools() {
  const holder = document.getElementById('tools');
  const field = document.getElementById('search');
  // The field of the search stays: whoever types in it goes on typing.
  const search = field ? field.closest('.search') : searchBox();
  holder.replaceChildren(el('div', { class: 'top' }, trail(), el('div', { class: 'right' }, countyField(), search)), statusFilter());
}

/** From the whole down to what is shown. */
function trail() {
  const steps = [[index.county || (view.county >= 0 && view.kind !== 'township' ? countyName(view.county) : word('all')), address({})]];
  if (view.kind === 'township') {
    steps.push([townshipName(view.township), toTownship(view.township)]);
    if (view.duty) { steps.push([dutyName(view.duty), toTownship(view.township, { duty: view.duty })]); }
  } else if (view.kind !== 'all') {
    steps.push([pageName(), location.hash]);
  }
  return el('nav', { class: 'trail', 'aria-label': word('trail') }, el('ol', null, steps.map(([name, href], at) =>
    el('li', null, el('a', { href, 'aria-current': at === steps.length - 1 ? 'page' : null }, written(name))))));
}

function dutyName(id) {
  const found = index.duties.find((duty) => duty.id === id);
  return found ? found.name : id;
}

/** What a page across townships is about. */
function pageName() {
  const found = view.kind === 'duty' && index.groups.find(([, key]) => key === view.name);
  return found ? index.duties[found[0]].name : view.name;
}

function countyField() {
  if (index.counties.length < 2 || view.kind === 'township') { return ''; }
  const option = (at, name) => { const one = el('option', { value: at }, name); one.selected = at === view.county; return one; };
  const field = el('select', { id: 'county', on: { change: () => { location.hash = address({ ...view, county: Number(field.value), part: '' }); } } },
    option(-1, word('all-counties', { count: index.counties.length })), index.counties.map((_, at) => option(at, countyName(at))));
  return el('label', { class: 'county-field' }, el('span', null, word('county')), ' ', field);
}

/** Which findings are looked at; all of them where none is chosen. */
function statusFilter() {
  const counts = view.kind === 'township' ? (townships[view.township].judged || { counts: [] }).counts : index.scopes[view.county + 1].counts;
  const listed = pairs(counts).filter(([at]) => LISTED.includes(index.statuses[at].id) || view.statuses.includes(at));
  if (!listed.length) { return ''; }
  const toggle = (at) => {
    view.statuses = view.statuses.includes(at) ? view.statuses.filter((other) => other !== at) : [...view.statuses, at].sort((a, b) => a - b);
    note({});
    draw(`s-${index.statuses[at].id}`);
  };
  const picks = listed.map(([at, count]) => {
    const box = el('input', { type: 'checkbox', id: `s-${index.statuses[at].id}`, on: { change: () => toggle(at) } });
    box.checked = view.statuses.includes(at);
    return el('label', { class: 'pick' }, box, light(at, count));
  });
  const clear = view.statuses.length ? el('button', { type: 'button', on: { click: () => { note({ statuses: [] }); draw('tools'); } } }, word('clear')) : '';
  return el('fieldset', { class: 'statuses' }, el('legend', null, word('only-statuses')), picks, clear);
}

