// What is said first: what is broken, how much was done, where it stands worst.

/** Broken townships listed before the rest is folded away. */
const BROKEN_AT_MOST = 12;
/** Names in a sentence. */
const NAMES_AT_MOST = 5;

function summarySection(inside, scope) {
  return section('summary', word('summary'),
    brokenBlock(inside.filter((at) => townships[at].broken)),
    el('div', { class: 'overview' }, shareBlock(scope), statusTiles(scope.counts)),
    el('ul', { class: 'points' }, points(inside, scope)));
}

/** Townships that could not be judged, with what stood in the way. */
function brokenBlock(broken) {
  if (!broken.length) { return ''; }
  const shown = broken.slice(0, BROKEN_AT_MOST).map(brokenItem);
  const rest = broken.slice(BROKEN_AT_MOST);
  return el('div', { class: 'alarms', role: 'note' },
    el('h3', null, word('broken-count', { count: broken.length })), intro(word('broken-how')),
    el('ul', null, shown),
    rest.length ? el('details', { class: 'rest', open: printing }, el('summary', null, word('rest-of', { count: rest.length })), el('ul', null, rest.map(brokenItem))) : '');
}

function brokenItem(at) {
  const [code, text, help, place] = townships[at].broken[0] || ['', '', '', ''];
  const more = townships[at].broken.length - 1;
  return el('li', null, el('a', { href: toTownship(at) }, written(townshipName(at))), ' ',
    el('code', null, code), ' ', written(text), help ? [' ', el('small', null, written(help))] : '',
    place ? [' ', el('code', null, written(place))] : '', more > 0 ? [' ', el('small', null, word('and-more', { count: more }))] : '');
}

/** The share carried out, large. */
function shareBlock({ due, failing }) {
  return el('p', { class: 'share' }, el('span', null, word('share')), ' ', el('strong', null, share(failing, due)), ' ',
    el('small', null, due ? word('share-of', { due, met: due - failing, failing }) : word('share-none')));
}

/** Every status that occurs, with its number and what it means. */
function statusTiles(counts) {
  return el('ul', { class: 'tiles' }, pairs(counts).map(([at, count]) => {
    const { id, sign, name, meaning } = index.statuses[at];
    return el('li', { class: `tile s-${id}` }, el('b', { 'aria-hidden': 'true' }, sign), el('strong', null, String(count)),
      el('span', null, name), el('small', null, meaning));
  }));
}

function points(inside, scope) {
  return [worstTownships(inside), worstDuties(scope), vetoed(inside), backfilled(scope)]
    .filter((point) => point).map((point) => el('li', null, point));
}

function worstTownships(inside) {
  const judged = inside.filter((at) => townships[at].judged && townships[at].judged.failing);
  if (!judged.length) { return null; }
  const part = (at) => townships[at].judged.failing / townships[at].judged.due;
  const worst = judged.slice().sort((a, b) => part(b) - part(a) || a - b).slice(0, NAMES_AT_MOST);
  return [word('worst-townships', { count: judged.length }), worst.map((at) =>
    el('a', { href: toTownship(at) }, written(townshipName(at)), ` ${share(townships[at].judged.failing, townships[at].judged.due)}`))];
}

function worstDuties(scope) {
  const failing = scope.duties.filter((row) => row[2] > 0).sort((a, b) => b[2] - a[2] || a[0] - b[0]);
  if (!failing.length) { return null; }
  return [word('worst-duties', { count: failing.length }), failing.slice(0, NAMES_AT_MOST).map(([group, , count]) =>
    el('a', { href: toDuty(group) }, written(dutyOf(group).name), ` ${count}`))];
}

function vetoed(inside) {
  const hit = inside.filter((at) => scoreOf(at) && scoreOf(at)[3]);
  if (!hit.length) { return null; }
  return [word('vetoed', { count: hit.length }), hit.slice(0, NAMES_AT_MOST).map((at) => el('a', { href: toTownship(at) }, written(townshipName(at)))),
    hit.length > NAMES_AT_MOST ? '…' : ''];
}

function backfilled({ records, backfilled: late }) {
  return records && late ? word('late-records', { records, count: late, share: badShare(late, records) }) : null;
}

