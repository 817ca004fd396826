// Addresses: `#/TOWNSHIP/DUTY/FINDING`, `#!duty/ID`, `#!who/ID`, `#!clause/NUMBER`, or a part of the first
// view such as `#ranking`; after a `?` what is filtered: `y` county, `s` statuses, `m` month.

const townshipAt = new Map(townships.map((township, at) => [township.key, at]));
const countyAt = new Map(index.counties.map((name, at) => [name, at]));
const statusAt = new Map(index.statuses.map((status, at) => [status.id, at]));
const monthAt = new Map(index.months.map((month, at) => [month, at]));

/** What is shown. */
let view = read();

function plain(text) {
  try { return decodeURIComponent(text); } catch (error) { return text; }
}

function read() {
  const [path, query] = location.hash.slice(1).split('?');
  const found = { kind: 'all', part: '', township: -1, duty: '', finding: '', name: '', ...filters(query || '') };
  if (path.startsWith('/')) {
    const [key, duty, id] = path.slice(1).split('/').map(plain);
    const township = townshipAt.get(key);
    if (township === undefined) { return { ...found, missing: key }; }
    return { ...found, kind: 'township', township, duty: duty || '', finding: id || '' };
  }
  if (path.startsWith('!')) {
    const [kind, ...rest] = path.slice(1).split('/');
    if (['duty', 'who', 'clause'].includes(kind)) { return { ...found, kind, name: plain(rest.join('/')) }; }
  }
  return { ...found, part: plain(path) };
}

function filters(query) {
  const told = new Map(query.split('&').map((part) => part.split('=')).filter((pair) => pair.length === 2));
  const at = (map, name) => { const found = map.get(plain(told.get(name) || '\u0000')); return found === undefined ? -1 : found; };
  const statuses = (told.get('s') || '').split(',').map((id) => statusAt.get(id));
  return { county: told.has('y') ? at(countyAt, 'y') : -1, month: at(monthAt, 'm'), statuses: statuses.filter((status) => status !== undefined) };
}

/** The address of something, under the filters of now; a month counts only where it is asked for. */
function address(to) {
  const of = { county: view.county, statuses: view.statuses, month: -1, kind: 'all', part: '', ...to };
  const query = [];
  if (of.county >= 0) { query.push(`y=${encodeURIComponent(index.counties[of.county])}`); }
  if (of.statuses.length) { query.push(`s=${of.statuses.map((at) => index.statuses[at].id).join(',')}`); }
  if (of.month >= 0) { query.push(`m=${index.months[of.month]}`); }
  return `#${path(of)}${query.length ? `?${query.join('&')}` : ''}`;
}

function path(of) {
  if (of.kind === 'township') {
    const parts = [townships[of.township].key, of.duty, of.finding].filter((part) => part);
    return `/${parts.map(encodeURIComponent).join('/')}`;
  }
  return of.kind === 'all' ? of.part : `!${of.kind}/${encodeURIComponent(of.name)}`;
}

const toTownship = (township, more) => address({ kind: 'township', township, ...more });
const toDuty = (group, more) => address({ kind: 'duty', name: index.groups[group][1], ...more });

/** Changes the address to what is shown already, for whoever copies it. */
function note(to) {
  Object.assign(view, to);
  const trailNow = document.querySelector('.trail');
  if (trailNow) { trailNow.replaceWith(trail()); }
  try { history.replaceState(history.state, '', address(view)); } catch (error) { /* not from every place */ }
}

