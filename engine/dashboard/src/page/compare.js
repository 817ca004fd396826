// What became of findings and places since the earlier audit. It does not go by the filter of statuses.

const COMPARED_ROWS = 30;
/** Sums stand in this order: new, persisting, fixed, dropped. */
const TURN_COLUMNS = () => [word('new'), word('persisting'), word('fixed'), word('dropped')].map((title) => [title, 'figures']);
const sumCells = (sums) => sums.map((count) => (count ? String(count) : '·'));
const worse = (a, b) => b[0] - a[0] || b[1] - a[1] || b[2] - a[2] || b[3] - a[3];

/** The place of a township before, in the ranking that is looked at; nothing where it had none among the same. */
function placeBefore(at) {
  const { before } = townships[at];
  return (before && before.places[ranked]) || null;
}

/** By how many places it rose; nothing where one of the two is not known. */
function rose(at) {
  const [now, was] = [placeOf(at), placeBefore(at)];
  return now && was ? was - now[0] : null;
}

function moved(at) {
  const by = rose(at);
  if (by === null) { return '-'; }
  return by > 0 ? el('span', { class: 'rose' }, word('rose', { count: by })) : by < 0 ? el('span', { class: 'fell' }, word('fell', { count: -by })) : word('stayed');
}

function compareSection(inside, scope) {
  const { turned } = scope;
  if (!turned) { return null; }
  const [fresh, persisting, fixed, dropped] = turned.sums;
  const line = word('compared-line', { previous: index.previous, count: turned.compared, new: fresh, persisting, graver: turned.graver, milder: turned.milder, fixed, dropped });
  return section('compared', word('compared'), el('p', null, line), intro(word('compared-how')),
    fates(turned.fates), comparedTownships(inside), comparedDuties(turned.duties));
}

/** Townships that were not judged in both. */
function fates(of) {
  const said = { broken_now: word('stopped'), mended: word('resumed'), added: word('came'), gone: word('went') };
  return of.length ? el('ul', { class: 'points' }, of.map(([fate, names]) => el('li', null, said[fate], word('colon'),
    names.map((name, place) => [place ? ' ' : '', written(name)])))) : '';
}

function comparedTownships(inside) {
  const rows = inside.filter((at) => townships[at].before && townships[at].before.fate === 'compared')
    .sort((a, b) => worse(townships[a].before.sums, townships[b].before.sums) || a - b);
  const cells = (at) => [el('a', { href: toTownship(at) }, written(townshipName(at))), ...countyCell(at), placeOf(at) ? String(placeOf(at)[0]) : '-',
    placeBefore(at) ? String(placeBefore(at)) : '-', moved(at), ...sumCells(townships[at].before.sums)];
  const head = [[word('township'), ''], ...countyColumn(), [word('place'), 'figures'], [word('place-before'), 'figures'], [word('moved'), 'short'], ...TURN_COLUMNS()];
  return rows.length ? paged(rows, COMPARED_ROWS, (some) => table(head, some.map(cells), word('township')), word('township')) : '';
}

function comparedDuties(duties) {
  const rows = duties.slice().sort((a, b) => worse(a[3], b[3]) || (a[0] < b[0] ? -1 : 1));
  const cells = ([id, name, group, sums]) => [group === null ? [written(name), ' ', el('code', null, written(id))] : el('a', { href: toDuty(group) }, written(name)), ...sumCells(sums)];
  return rows.length ? paged(rows, COMPARED_ROWS, (some) => table([[word('duty'), ''], ...TURN_COLUMNS()], some.map(cells), word('duty')), word('duty')) : '';
}

/** One township: finding by finding. */
function townshipCompared(at, told) {
  const { before } = townships[at];
  if (!before) { return null; }
  const facts = [[word('place'), placeOf(at) ? String(placeOf(at)[0]) : '-'], [word('place-before'), placeBefore(at) ? String(placeBefore(at)) : '-'], [word('moved'), moved(at)]];
  const rows = told.changes || [];
  // What the audit lists says its reason where it is listed.
  const reasons = rows.some((row) => row[5][2]);
  return section('compared', word('compared'), intro(word('compared-with', { previous: index.previous })),
    el('dl', { class: 'facts strip' }, facts.map(([title, value]) => el('div', null, el('dt', null, title), el('dd', null, value)))),
    before.fate === 'compared' ? '' : el('p', { class: 'note' }, { broken_now: word('stopped'), mended: word('resumed'), added: word('came') }[before.fate] || ''),
    rows.length ? paged(rows, COMPARED_ROWS, (some) => table([[word('turn'), 'short'], [word('duty'), ''], [word('about'), ''], [word('before'), 'short'], [word('now'), 'short'], ...(reasons ? [[word('reason'), '']] : [])],
      some.map((row) => changeCells(at, row, reasons)), word('compared')), word('compared')) : before.fate === 'compared' ? intro(word('nothing-changed')) : '');
}

function changeCells(at, [turn, duty, listed, was, is, [id, about, reason]], reasons) {
  const shown = written(about || word('whole'));
  return [el('b', { class: `turn t-${index.turns[turn][0]}` }, index.turns[turn][1]), written(dutyName(duty)),
    listed ? el('a', { href: toTownship(at, { duty, finding: id }) }, shown) : shown, was, is, ...(reasons ? [written(reason)] : [])];
}

/** What became of a finding, by its id: a mark beside it. */
function turnMark(at, id) {
  const change = index.previous && (details(at).changes || []).find((row) => row[5][0] === id);
  return change ? el('span', { class: `turn t-${index.turns[change[0]][0]}` }, index.turns[change[0]][1]) : '';
}
