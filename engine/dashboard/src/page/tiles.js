// Townships as tiles: colour, sign and figures say how they stand.

/** Tiles with names; above that they are small, a line for each county. */
const LARGE_AT_MOST = 150;
let colour = 'share';

function tilesSection(inside, scope) {
  const holder = el('div');
  const draw = (focus) => {
    holder.replaceChildren(
      el('div', { class: 'script-row' }, choice(word('colour-by'), [['share', word('by-failures')], ['place', word('by-place')]], colour,
        (value) => { colour = value; draw(value); }), legend()),
      field(inside));
    if (focus) { holder.querySelector(`[data-choice=${focus}]`).focus(); }
  };
  draw();
  return section('townships', word('townships-as-tiles'), intro(word('tiles-how')), inside.length ? holder : intro(word('none-fit')));
}

function legend() {
  const names = colour === 'share'
    ? [word('level-0'), word('level-1'), word('level-2'), word('level-3'), word('level-4')]
    : [word('fifth-0'), word('fifth-1'), word('fifth-2'), word('fifth-3'), word('fifth-4')];
  return el('p', { class: 'legend levels' }, names.map((name, at) => el('span', { class: `level l${at}` }, el('i', { 'aria-hidden': 'true' }), name)),
    el('span', { class: 'level broken' }, word('broken')));
}

/** All tiles: in one field, or county by county. */
function field(inside) {
  const small = inside.length > LARGE_AT_MOST;
  const counties = new Map();
  for (const at of inside.slice().sort(byPlace)) {
    const county = townships[at].county;
    counties.set(county, [...(counties.get(county) || []), at]);
  }
  const draw = small ? smallTile : largeTile;
  const groups = Array.from(counties, ([county, all]) => el('div', { class: small ? 'county small' : 'county' },
    counties.size > 1 || index.counties[county] ? countyHead(county, all) : '', el('ul', { class: small ? 'chips' : 'cards' }, all.map((at) => el('li', null, draw(at))))));
  const all = el('div', { class: small ? 'field high' : 'field' }, groups);
  const from = view.from === undefined ? null : all.querySelector(`[data-at="${view.from}"]`);
  return rove(all, 'a[data-at]', from);
}

function countyHead(county, all) {
  const scope = index.scopes[county + 1];
  const name = view.county < 0 && index.counties.length > 1
    ? el('a', { href: address({ county }) }, written(countyName(county))) : written(countyName(county));
  return el('h3', null, name, ' ', el('small', null, word('county-line', { count: all.length, share: share(scope.failing, scope.due) }),
    scope.broken + scope.absent ? [' ', el('b', { class: 'alarm' }, word('broken-of', { count: scope.broken + scope.absent }))] : ''));
}

/** What the colour of a township says: a level from 0 to 4, or -1. */
function standing(at) {
  const { judged, county } = townships[at];
  if (colour === 'share') { return level(judged.failing, judged.due); }
  const place = placeOf(at);
  return place ? Math.min(4, Math.floor(((place[0] - 1) * 5) / index.scopes[county + 1].judged)) : -1;
}

function spoken(at) {
  const { judged } = townships[at];
  const name = apart(townshipName(at));
  if (!judged) { return `${name} ${unjudged(at)}`; }
  const score = scoreOf(at);
  const parts = [name, score ? word('score-is', { score: score[0] }) : '', score && score[2] ? apart(score[2]) : '',
    placeText(at), word('share-is', { share: share(judged.failing, judged.due) }), word('fails', { failing: judged.failing, due: judged.due })];
  return parts.filter((part) => part).join(' ');
}

/** Why there is nothing to say of a township. */
function unjudged(at) {
  return townships[at].absent ? word('absent') : word('broken');
}

/** A place in words. */
function placeText(at) {
  if (!placeOf(at)) { return ''; }
  const [place, tied] = placeOf(at);
  return tied > 1 ? word('place-tied', { place }) : word('place-is', { place });
}

function largeTile(at) {
  const { judged, broken } = townships[at];
  const name = el('span', { class: 'name' }, written(townshipName(at)));
  if (!judged) {
    return el('a', { class: 'card level broken', href: toTownship(at), 'data-at': at }, name,
      el('strong', null, unjudged(at)), el('small', null, broken[0] ? broken[0][0] : ''));
  }
  const score = scoreOf(at);
  return el('a', { class: `card ${levelClass(standing(at))}`, href: toTownship(at), 'data-at': at },
    name, el('strong', null, score ? score[0] : share(judged.failing, judged.due), score && score[3] ? [' ', el('b', null, word('veto'))] : ''),
    el('small', null, placeText(at), ' ', score && score[2] ? written(score[2]) : ''),
    el('small', null, el('i', { 'aria-hidden': 'true' }), word('fails', { failing: judged.failing, due: judged.due })));
}

function smallTile(at) {
  const { judged } = townships[at];
  const says = spoken(at);
  if (!judged) { return el('a', { class: 'chip level broken', href: toTownship(at), 'data-at': at, 'aria-label': says, title: says }, '×'); }
  const figure = colour === 'share' ? String(judged.failing) : placeOf(at) ? String(placeOf(at)[0]) : '-';
  return el('a', { class: `chip ${levelClass(standing(at))}`, href: toTownship(at), 'data-at': at, 'aria-label': says, title: says }, figure);
}

