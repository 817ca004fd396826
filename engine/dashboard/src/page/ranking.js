// The ranking: townships line by line, by place or by any other column.

const ROWS = 50;
let sorted = { by: 'place', up: true };

/** What a column sorts by: a number, or a text. */
const SORTS = {
  place: (at) => (placeOf(at) ? placeOf(at)[0] : Infinity),
  all: (at) => (placeOf(at) ? placeOf(at)[2] : Infinity),
  name: (at) => townshipName(at),
  score: (at) => (scoreOf(at) ? scoreOf(at)[1] : -Infinity),
  share: (at) => (townships[at].judged && townships[at].judged.due ? 1 - townships[at].judged.failing / townships[at].judged.due : -1),
  failing: (at) => (townships[at].judged ? townships[at].judged.failing : -1),
  suspects: (at) => (townships[at].judged ? countOf(townships[at].judged.counts, SUSPECT) : -1),
  moved: (at) => (rose(at) === null ? -Infinity : rose(at)),
  late: (at) => (townships[at].judged && townships[at].judged.records ? townships[at].judged.backfilled / townships[at].judged.records : -1),
};

function rankingSection(inside) {
  const holder = el('div');
  const several = new Set(inside.map((at) => townships[at].county)).size > 1;
  const most = Math.max(...inside.map((at) => (townships[at].judged ? failingPart(townships[at].judged) : 0)), 0);
  const list = (focus) => {
    const rows = inside.slice().sort(order(several));
    holder.replaceChildren(paged(rows, ROWS, (some) => table(columns(several, list), some.map((at) => rankingRow(at, several, most)), word('ranking')), word('ranking')));
    if (focus) { holder.querySelector(`[data-sort=${focus}]`).focus(); }
  };
  list();
  const by = index.rankings.length < 2 ? '' : choice(word('ranked-by'), index.rankings.map((name, at) => [String(at), written(name)]), String(ranked), (at) => {
    ranked = Number(at);
    draw();
    document.querySelector(`#ranking [data-choice="${at}"]`).focus();
  });
  return section('ranking', word('ranking'), intro([ranked ? word('by-score') : word('by-share'), word('ranking-how')]), by, holder);
}

function order(several) {
  if (sorted.by === 'place' && several) { return sorted.up ? byPlace : (a, b) => byPlace(b, a); }
  const of = SORTS[sorted.by];
  const turn = sorted.up ? 1 : -1;
  return (a, b) => {
    const [x, y] = [of(a), of(b)];
    if (x === y) { return a - b; }
    return (typeof x === 'string' ? x.localeCompare(y, index.lang) : x < y ? -1 : 1) * turn;
  };
}

function columns(several, list) {
  // Browsers do not draw buttons again in the head that a table has on each page.
  const column = (by, title, kind, up) => (printing ? [title, kind] : [el('button', { type: 'button', 'data-sort': by, on: { click: () => {
    sorted = { by, up: sorted.by === by ? !sorted.up : up };
    list(by);
  } } }, title), kind, sorted.by !== by ? 'none' : sorted.up ? 'ascending' : 'descending']);
  return [
    column('place', word('place'), 'figures', true), ...(index.previous ? [column('moved', word('moved'), 'short', false)] : []), column('name', word('township'), '', true),
    ...(several ? [[word('county'), ''], column('all', word('place-all'), 'figures', true)] : []),
    column('score', word('score'), 'figures', false), [word('grade'), ''],
    column('share', word('share'), 'figures', false), [word('failing-share'), 'bars'], column('failing', word('not-done'), 'figures', false),
    column('suspects', word('suspects'), 'figures', false), column('late', word('backfilled'), 'figures', false),
  ];
}

/** The part that fails, of what was due. */
function failingPart({ failing, due }) {
  return due ? failing / due : 0;
}

function rankingRow(at, several, most) {
  const { judged, county } = townships[at];
  const name = [el('a', { href: toTownship(at) }, written(townshipName(at))), judged && judged.simulated ? el('small', null, ' ', word('simulated-short')) : ''];
  const cell = (kind, ...children) => el('td', { class: kind }, children);
  const score = scoreOf(at);
  const change = (of) => (index.previous ? cell('short', of) : '');
  const where = several ? [cell('', written(countyName(county))), cell('figures', placeOf(at) ? String(placeOf(at)[2]) : '-')] : [];
  if (!judged) {
    return el('tr', { class: 'out' }, cell('figures', '-'), change('-'), cell('', name), where, el('td', { colspan: '7' }, el('b', { class: 'alarm' }, unjudged(at)), ' ', brokenShort(at)));
  }
  return el('tr', null, cell('figures place', placeFigure(at)), change(moved(at)), cell('', name), where,
    cell('figures', score ? score[0] : '-', score && score[3] ? [' ', el('b', { class: 'veto' }, word('veto'))] : ''), cell('', score && score[2] ? written(score[2]) : '-'),
    cell('figures', share(judged.failing, judged.due)), cell('bars', bar(failingPart(judged), most)), cell('figures', `${judged.failing}/${judged.due}`),
    cell('figures', String(countOf(judged.counts, SUSPECT))), cell('figures', badShare(judged.backfilled, judged.records)));
}

/** A place as a figure, marked where it is shared. */
function placeFigure(at) {
  const place = placeOf(at);
  if (!place) { return '-'; }
  return [place[1] > 1 ? el('small', null, word('tied'), ' ') : '', String(place[0])];
}

function brokenShort(at) {
  const [code, text] = townships[at].broken[0] || ['', ''];
  return [el('code', null, code), ' ', written(text)];
}

