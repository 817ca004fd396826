// Heat maps: duties, townships and months against one another.

const HEAT_ROWS = 40;
const HEAT_COLUMNS = 30;
let heatView = 'duty-month';
let onlyFailing = false;

/** A row or column is `{ name, href, tall }`; a cell `{ failing, due, href, count }` or nothing. */
function heat(title, rows, columnsOf, cellOf) {
  return paged(columnsOf, HEAT_COLUMNS, (some) => paged(rows, HEAT_ROWS, (few) => heatTable(title, few, some, cellOf), word('rows')), word('columns'));
}

function heatTable(title, rows, columnsOf, cellOf) {
  const head = columnsOf.map((column) => el('th', { scope: 'col' }, el('span', null, column.href ? el('a', { href: column.href, tabindex: '-1' }, written(column.name)) : column.name)));
  const body = rows.map((row) => el('tr', null,
    el('th', { scope: 'row' }, row.href ? el('a', { href: row.href, tabindex: '-1' }, written(row.name)) : written(row.name)),
    columnsOf.map((column) => heatCell(row, column, cellOf(row, column)))));
  const inner = el('table', { role: 'grid', 'aria-label': title }, el('thead', null, el('tr', null, el('td'), head)), el('tbody', null, body));
  return rove(el('div', { class: columnsOf.some((column) => column.tall) ? 'scroll heat tall' : 'scroll heat' }, inner), 'tbody a', inner.querySelector('tbody td a'));
}

function heatCell(row, column, of) {
  if (!of) { return el('td'); }
  const says = `${apart(row.name)} ${apart(column.name)} ${of.count === undefined ? word('fails', { failing: of.failing, due: of.due }) : of.count}`;
  const shown = of.count === undefined ? of.failing : of.count;
  return el('td', { class: levelClass(of.count === undefined ? level(of.failing, of.due) : of.count ? 3 : 0) },
    el('a', { href: of.href, tabindex: '-1', 'aria-label': says, title: says }, shown ? String(shown) : '·'));
}

function monthColumns(months) {
  return months.map((at) => ({ name: index.months[at], at }));
}

function heatSection(inside, scope) {
  const holder = el('div');
  const options = [['duty-month', word('duty-by-month')], ['duty-township', word('duty-by-township')], ['township-month', word('township-by-month')]];
  const draw = (focus) => {
    const box = el('input', { type: 'checkbox', on: { change: () => { onlyFailing = box.checked; draw('only'); } } });
    box.checked = onlyFailing;
    const views = printing ? options : options.filter(([value]) => value === heatView);
    holder.replaceChildren(
      el('div', { class: 'script-row' }, choice(word('heat'), options, heatView, (value) => { heatView = value; draw(value); }), el('label', { class: 'only' }, box, ' ', word('only-failing'))),
      ...views.map(([value, title]) => [printing ? el('h3', null, title) : '', HEATS[value](inside, scope, title)]).flat());
    if (focus === 'only') { box.focus(); } else if (focus) { holder.querySelector(`[data-choice=${focus}]`).focus(); }
  };
  draw();
  return section('heat', word('heat'), intro(word('heat-how')), heatLegend(), holder);
}

function heatLegend() {
  return el('p', { class: 'legend levels' }, [word('level-0'), word('level-1'), word('level-2'), word('level-3'), word('level-4')].map((name, at) =>
    el('span', { class: `level l${at}` }, el('i', { 'aria-hidden': 'true' }), name)));
}

const HEATS = { 'duty-month': dutyByMonth, 'duty-township': dutyByTownship, 'township-month': townshipByMonth };

function dutyByMonth(inside, scope, title) {
  const rows = scope.duties.map(([group, due, failing, , months]) => dutyRow(group, byMonth(months), failing)).filter((row) => row.months.size && (row.failing || !onlyFailing)).sort(worstFirst);
  return heat(title, rows, monthColumns(index.months.map((_, at) => at)), (row, column) => {
    const of = row.months.get(column.at);
    return of && { ...of, href: toDuty(row.group, { month: column.at }) };
  });
}

function dutyRow(group, months, failing) {
  return { name: dutyOf(group).name, href: toDuty(group), group, months, failing };
}

/** Rows with most failures first, the rest in the order of the plan: a long list shows what is wrong at once. */
function worstFirst(a, b) {
  return b.failing - a.failing;
}

/** What each duty came to in a township, by group. */
function byGroup(at) {
  const { judged } = townships[at];
  return new Map((judged ? judged.duties : []).map((row) => [index.duties[row[0]].group, row]));
}

function dutyByTownship(inside, scope, title) {
  const shown = inside.filter((at) => townships[at].judged).sort(byPlace);
  const groups = new Map(shown.map((at) => [at, byGroup(at)]));
  const rows = scope.duties.map(([group, , failing]) => ({ name: dutyOf(group).name, href: toDuty(group), group, failing }));
  const columns = shown.map((at) => ({ name: townshipName(at), href: toTownship(at), at, tall: true }));
  return heat(title, rows.filter((row) => row.failing || !onlyFailing).sort(worstFirst), columns, (row, column) => {
    const of = groups.get(column.at).get(row.group);
    if (!of) { return null; }
    const [duty, due, failing] = of;
    const href = toTownship(column.at, { duty: index.duties[duty].id });
    if (view.statuses.length) { return { count: asked(of, 3, view.statuses), href }; }
    return due ? { due, failing, href } : null;
  });
}

function townshipByMonth(inside, scope, title) {
  const rows = inside.filter((at) => townships[at].judged && (townships[at].judged.failing || !onlyFailing)).sort(byPlace)
    .map((at) => ({ name: townshipName(at), href: toTownship(at), at, months: byMonth(townships[at].judged.months) }));
  return heat(title, rows, monthColumns(index.months.map((_, at) => at)), (row, column) => {
    const of = row.months.get(column.at);
    return of && { ...of, href: toTownship(row.at, { month: column.at }) };
  });
}

