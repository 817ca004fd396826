// The duties, those that fail most first; and signs, which are no failures, apart from them.

const DUTY_ROWS = 15;

function dutiesSection(inside, scope) {
  const chosen = view.statuses.length ? askedByGroup(inside) : null;
  const rows = scope.duties.map(([group, due, failing, failsIn]) => ({ group, due, failing, failsIn, count: chosen ? chosen.get(group) || 0 : 0 }))
    .filter((row) => (chosen ? row.count : row.failing)).sort((a, b) => b.count - a.count || b.failing - a.failing || a.group - b.group);
  const most = Math.max(...rows.map(failingPart), 0);
  const columns = [[word('duty'), ''], [word('section'), 'short'], [word('severity'), 'short'], ...(chosen ? [[word('asked-for'), 'figures']] : []),
    [word('not-done'), 'figures'], [word('share'), 'figures'], [word('failing-share'), 'bars'], [word('fails-in'), 'figures'], [word('clause'), '']];
  const draw = (some) => table(columns, some.map((row) => dutyCells(row, chosen, scope, most)), word('duties'));
  return section('duties', word('duties'), intro(word('duties-how')),
    rows.length ? paged(rows, DUTY_ROWS, draw, word('duties')) : intro(word('nothing-fails')));
}

function dutyCells({ group, due, failing, failsIn, count }, chosen, scope, most) {
  const duty = dutyOf(group);
  return [el('a', { href: toDuty(group) }, written(duty.name)), duty.section, severity(duty.severity), ...(chosen ? [String(count)] : []),
    `${failing}/${due}`, share(failing, due), bar(failingPart({ failing, due }), most), `${failsIn}/${scope.judged}`, clauseLinks(duty)];
}

function severity(of) {
  return [word('minor'), word('normal'), word('major')][of];
}

function clauseLinks(duty) {
  return duty.clauses.map((at, place) => [place ? ' ' : '', el('a', { href: address({ kind: 'clause', name: index.clauses[at][0] }) }, written(index.clauses[at][0]))]);
}

/** Findings of the statuses that are asked for, by group. */
function askedByGroup(inside) {
  const sums = new Map();
  for (const at of inside) {
    for (const row of townships[at].judged ? townships[at].judged.duties : []) {
      const { group } = index.duties[row[0]];
      sums.set(group, (sums.get(group) || 0) + asked(row, 3, view.statuses));
    }
  }
  return sums;
}

/** The county of a township, where there are several. */
function countyCell(at) {
  return index.counties.length > 1 ? [written(countyName(townships[at].county))] : [];
}

function countyColumn() {
  return index.counties.length > 1 ? [[word('county'), '']] : [];
}

/** Townships with signs in their records. */
function signsSection(inside) {
  const rows = inside.filter((at) => townships[at].judged && countOf(townships[at].judged.counts, SUSPECT))
    .map((at) => [at, countOf(townships[at].judged.counts, SUSPECT)]).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (!rows.length) { return null; }
  const cells = ([at, count]) => [el('a', { href: toTownship(at, { statuses: [SUSPECT] }) }, written(townshipName(at))), ...countyCell(at), [light(SUSPECT), ` ${count}`]];
  const draw = (some) => table([[word('township'), ''], ...countyColumn(), [word('suspects'), '']], some.map(cells), word('signs'));
  return section('signs', word('signs'), el('p', { class: 'note sign' }, word('sign-only')), paged(rows, DUTY_ROWS, draw, word('signs')));
}

