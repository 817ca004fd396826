// Across townships: one duty, one clause, one official or unit.

const ACROSS_ROWS = 50;

/** Where a duty fails, and when. */
function dutySections(id, inside) {
  const group = index.groups.findIndex(([, key]) => key === id);
  if (group < 0) { return [missingSection(id)]; }
  const duty = dutyOf(group);
  const scope = index.scopes[view.county + 1];
  const sum = scope.duties.find((row) => row[0] === group) || [group, 0, 0, 0, []];
  const facts = [[word('section'), duty.section], [word('severity'), severity(duty.severity)], [word('not-done'), `${sum[2]}/${sum[1]}`],
    [word('fails-in'), `${sum[3]}/${scope.judged}`], [word('id'), el('code', null, written(duty.id))]];
  const top = section('summary', written(duty.name), el('dl', { class: 'facts strip' }, facts.map(([title, value]) => el('div', null, el('dt', null, title), el('dd', null, value)))),
    el('ul', { class: 'clauses' }, duty.clauses.map((at) => el('li', null, clauseText(at)))));
  const months = byMonth(sum[4]);
  const row = { name: duty.name, group, months };
  const heatPart = months.size ? section('heat', word('heat'), heatLegend(), heat(word('duty-by-month'), [row], monthColumns(Array.from(months.keys()).sort((a, b) => a - b)), (of, column) => {
    const cell = of.months.get(column.at);
    return cell && { ...cell, href: toDuty(group, { month: column.at }) };
  })) : null;
  return [top, heatPart, failingTownships(group, inside)].filter((one) => one);
}

/** Townships where a duty fails, or has findings of the statuses that are asked for; in a month, if one is asked for. */
function failingTownships(group, inside) {
  const rows = inside.map((at) => dutyIn(at, group)).filter((row) => row && row.count)
    .sort((a, b) => b.count - a.count || a.at - b.at);
  const cells = ({ at, duty, due, failing, count }) => [el('a', { href: toTownship(at, { duty: index.duties[duty].id, month: view.month }) }, written(townshipName(at))),
    ...countyCell(at), String(count), due ? `${failing}/${due}` : '-'];
  const filter = view.month < 0 ? '' : el('p', { class: 'note' }, word('only-month', { month: index.months[view.month] }), ' ', el('a', { href: toDuty(group) }, word('all-months')));
  const head = [[word('township'), ''], ...countyColumn(), [view.statuses.length ? word('asked-for') : word('failing'), 'figures'], [word('not-done'), 'figures']];
  return section('townships', word('fails-where'), filter,
    rows.length ? paged(rows, ACROSS_ROWS, (some) => table(head, some.map(cells), word('fails-where')), word('fails-where')) : intro(word('nothing-fails')));
}

function dutyIn(at, group) {
  const row = byGroup(at).get(group);
  if (!row) { return null; }
  const [duty, due, failing] = row;
  const of = { at, duty, due, failing, count: view.statuses.length ? asked(row, 3, view.statuses) : failing };
  if (view.month < 0 || !of.count) { return of; }
  const inMonth = details(at).findings.filter((one) => one.duty === duty && one.month === view.month && (view.statuses.length ? view.statuses.includes(one.status) : one.fails));
  return { ...of, count: inMonth.length };
}

/** A clause, and what carries it out. */
function clauseSections(number, inside) {
  const wordings = index.clauses.map((_, at) => at).filter((at) => index.clauses[at][0] === number);
  if (!wordings.length) { return [missingSection(number)]; }
  const scope = index.scopes[view.county + 1];
  const groups = index.groups.map((_, group) => group).filter((group) => index.duties.some((duty) => duty.group === group && duty.clauses.some((at) => wordings.includes(at))));
  const sums = new Map(scope.duties.map((row) => [row[0], row]));
  const rows = groups.map((group) => {
    const [, due, failing, failsIn] = sums.get(group) || [group, 0, 0, 0];
    const duty = dutyOf(group);
    return [el('a', { href: toDuty(group) }, written(duty.name)), duty.section, `${failing}/${due}`, share(failing, due), `${failsIn}/${scope.judged}`];
  });
  const said = wordings.map((at) => el('blockquote', null, index.clauses[at][1] ? el('b', null, written(index.clauses[at][1])) : '', el('p', null, written(index.clauses[at][2]))));
  return [section('summary', [word('clause'), ' ', written(number)], said),
    section('duties', word('carried-by'), table([[word('duty'), ''], [word('section'), ''], [word('not-done'), 'figures'], [word('share'), 'figures'], [word('fails-in'), 'figures']], rows, word('carried-by')))];
}

/** Findings that name an official or unit, wherever they are. */
function whoSections(who, inside) {
  const found = named().find(([name]) => name === who);
  if (!found) { return [missingSection(who)]; }
  const places = new Set(inside);
  const rows = found[1].filter((at) => places.has(at)).flatMap((at) => details(at).findings
    .filter((of) => wanted(of) && (of.who === who || of.chain.some(([, , holder]) => holder === who))).map((of) => ({ at, of })));
  const cells = ({ at, of }) => {
    const duty = index.duties[of.duty];
    const role = of.chain.find(([, , holder]) => holder === who);
    return [light(of.status), el('a', { href: toTownship(at) }, written(townshipName(at))),
      el('a', { href: toTownship(at, { duty: duty.id, finding: of.id }) }, written(duty.name)), about(of), of.when || '-', role ? written(role[0]) : word('about-this-one')];
  };
  const head = [[word('status'), ''], [word('township'), ''], [word('duty'), ''], [word('about'), ''], [word('when'), ''], [word('role'), '']];
  return [section('findings', [word('named-in'), ' ', written(who)], intro(word('named-how')),
    rows.length ? paged(rows, ACROSS_ROWS, (some) => table(head, some.map(cells), word('findings')), word('findings')) : intro(word('none-fit')))];
}

function missingSection(name) {
  return section('summary', word('not-there'), el('p', { role: 'alert' }, word('not-there-how'), ' ', written(name)));
}

