// One township: what it came to, duty by duty, down to each finding.

/** Findings of a duty drawn at first; more at a touch. */
const FINDINGS = 60;

function townshipSections(at) {
  const { judged } = townships[at];
  if (!judged) { return [section('summary', word('summary'), brokenDetails(at))]; }
  const told = details(at);
  return [townshipSummary(at, judged, told), townshipCompared(at, told), townshipHeat(at, judged, told), findingsSection(at, judged, told),
    townshipSigns(at, told), proposalsSection(at, told), scoresSection(told), basisSection(judged, told)].filter((one) => one);
}

function brokenDetails(at) {
  const rows = townships[at].broken.map(([code, text, help, place]) => [el('code', null, code), written(text), written(help || '-'), el('code', null, written(place || '-'))]);
  return el('div', { class: 'alarms', role: 'note' }, el('h3', null, unjudged(at)), intro(word('broken-how')),
    table([[word('code'), ''], [word('what'), ''], [word('help'), ''], [word('where'), '']], rows, word('broken')));
}

function townshipSummary(at, judged, told) {
  const score = scoreOf(at);
  const facts = [
    [word('place'), placeOf(at) ? word('place-among', { place: placeText(at), all: index.scopes[townships[at].county + 1].judged }) : '-'],
    [word('score'), score ? score[0] : '-'], [word('grade'), score && score[2] ? written(score[2]) : '-'],
    [word('records'), String(judged.records)], [word('backfilled'), judged.backfilled ? `${judged.backfilled} (${badShare(judged.backfilled, judged.records)})` : '0'], [word('corrected'), String(told.corrected)], [word('irrelevant'), String(told.irrelevant)],
  ];
  return section('summary', word('summary'), judged.simulated ? el('p', { class: 'label' }, word('simulated', { origin: judged.simulated })) : '',
    el('div', { class: 'overview' }, shareBlock(judged), statusTiles(judged.counts)),
    el('dl', { class: 'facts strip' }, facts.map(([title, value]) => el('div', null, el('dt', null, title), el('dd', null, value)))));
}

function townshipHeat(at, judged, told) {
  const failing = new Map(judged.duties.map((row) => [row[0], row[2]]));
  const rows = told.months.map(([duty, ...months]) => ({ name: index.duties[duty].name, duty, months: byMonth(months), failing: failing.get(duty),
    href: toTownship(at, { duty: index.duties[duty].id }) })).filter((row) => row.months.size).sort(worstFirst);
  if (!rows.length) { return null; }
  const used = index.months.map((_, month) => month).filter((month) => rows.some((row) => row.months.has(month)));
  return section('heat', word('heat'), intro(word('heat-how')), heatLegend(), heat(word('duty-by-month'), rows, monthColumns(used), (row, column) => {
    const of = row.months.get(column.at);
    return of && { ...of, href: toTownship(at, { duty: index.duties[row.duty].id, month: column.at }) };
  }));
}

/** Whether a finding is asked for: by status and month. */
function wanted(of) {
  return (!view.statuses.length || view.statuses.includes(of.status)) && (view.month < 0 || of.month === view.month);
}

function findingsSection(at, judged, told) {
  const findings = new Map();
  for (const of of told.findings.filter((one) => one.status !== SUSPECT && wanted(one))) {
    findings.set(of.duty, [...(findings.get(of.duty) || []), of]);
  }
  const fails = (duty) => (findings.get(duty) || []).filter((of) => of.fails).length;
  const rows = judged.duties.slice().sort((a, b) => fails(b[0]) - fails(a[0]));
  const listed = rows.filter((row) => findings.has(row[0]));
  const quiet = rows.filter((row) => !findings.has(row[0]));
  const filtered = view.statuses.length || view.month >= 0;
  return section('findings', word('findings'), intro(word('findings-how')), monthFilter(at),
    el('div', { class: 'duties' }, listed.map((row) => dutyElement(at, row, findings.get(row[0])))),
    listed.length ? '' : el('p', { class: 'none' }, filtered ? word('none-fit') : word('nothing-fails')),
    !filtered && quiet.length ? el('details', { class: 'rest', open: printing }, el('summary', null, word('quiet-duties', { count: quiet.length })),
      el('ul', { class: 'quiet' }, quiet.map((row) => el('li', null, dutyTitle(row))))) : '');
}

function monthFilter(at) {
  if (view.month < 0) { return ''; }
  return el('p', { class: 'note' }, word('only-month', { month: index.months[view.month] }), ' ', el('a', { href: toTownship(at, { duty: view.duty }) }, word('all-months')));
}

function dutyTitle(row) {
  const duty = index.duties[row[0]];
  return [el('b', null, written(duty.name)), ' ', el('small', null, duty.section), ' ', el('span', { class: 'counts' }, pairs(row, 3).map(([status, count]) => light(status, count)))];
}

function dutyElement(at, row, findings) {
  const duty = index.duties[row[0]];
  const element = el('details', { class: row[2] ? 'duty bad' : 'duty', 'data-duty': duty.id }, el('summary', null, dutyTitle(row)));
  const fill = () => { if (element.children.length === 1) { element.append(dutyBody(at, duty, findings)); } };
  if (view.duty === duty.id || (printing && row[2])) { fill(); element.open = true; }
  element.addEventListener('toggle', () => {
    if (element.open) { fill(); }
    if (element.open && !printing && view.duty !== duty.id) { note({ duty: duty.id, finding: '' }); }
  });
  return element;
}

function dutyBody(at, duty, findings) {
  const draw = (some) => el('div', null, some.map((of) => findingElement(at, of, of.id === view.finding)));
  const first = Math.max(0, findings.findIndex((of) => of.id === view.finding));
  // The one asked for is on the first page.
  const turned = first < FINDINGS ? findings : [findings[first], ...findings.slice(0, first), ...findings.slice(first + 1)];
  return el('div', { class: 'body' }, el('div', { class: 'clauses' }, duty.clauses.length
    ? duty.clauses.map((clause) => el('p', null, word('clause'), ' ', clauseText(clause))) : el('p', null, word('no-clause'))),
    paged(turned, FINDINGS, draw, word('findings')));
}

/** What should be looked into, apart from what failed. */
function townshipSigns(at, told) {
  const signs = told.findings.filter((of) => of.status === SUSPECT && wanted(of));
  // A sign about the evidence has no month and no status to be asked for.
  const about = view.month >= 0 || view.statuses.length ? [] : told.signs;
  if (!signs.length && !about.length) { return null; }
  const draw = (some) => el('div', null, some.map((of) => el('div', { class: 'signed' }, el('h4', null, written(index.duties[of.duty].name)), findingElement(at, of, of.id === view.finding))));
  return section('signs', word('signs'), el('p', { class: 'note sign' }, word('sign-only')),
    signs.length ? paged(signs, FINDINGS, draw, word('signs')) : '', aboutEvidence(about));
}

/** Signs about the evidence, each with how often it is wrong, why, and whom to ask. */
function aboutEvidence(signs) {
  return el('div', null, signs.map(([heading, reason, ask]) => el('div', { class: 'signed' },
    el('h4', null, heading), el('p', null, written(reason)), el('p', { class: 'note' }, written(ask)))));
}

function proposalsSection(at, told) {
  if (!told.proposals.length) { return null; }
  const duties = new Map(told.findings.map((of) => [of.id, index.duties[of.duty].id]));
  const link = (id) => (duties.has(id) ? el('a', { href: toTownship(at, { duty: duties.get(id), finding: id }) }, written(id)) : written(id));
  const rows = told.proposals.map(([id, by, measure, on, decidedBy, decision]) => [written(by), measure, written(on || word('whole')), written(decidedBy || '-'), decision, link(id)]);
  return section('proposals', word('proposals'), intro(word('proposals-how')), table([[word('by'), ''], [word('measure'), ''], [word('falls-on'), ''], [word('decided-by'), ''],
    [word('decision'), ''], [word('finding'), '']], rows, word('proposals')));
}

function scoresSection(told) {
  if (!told.scores.length) { return null; }
  const rows = told.scores.map(([subject, score, sum, grade]) => [written(subject || word('whole')), score, sum, written(grade || '-')]);
  return section('scores', word('scores'), table([[word('falls-on'), ''], [word('score'), 'figures'], [word('before-vetoes'), 'figures'], [word('grade'), '']], rows, word('scores')));
}

/** What it was judged by: plan, packages, files. */
function basisSection(judged, told) {
  const rows = [[word('plan'), [written(told.title), ' ', el('code', null, written(told.plan))]], [word('span'), `${told.from} – ${told.to}`],
    [word('packages'), told.packages.map(([name, version, digest]) => el('div', null, el('code', null, written(`${name} ${version}`)), ' ', el('code', { class: 'digest' }, digest)))],
    ...(told.inputs.length ? [[word('inputs'), told.inputs.map(([name, digest]) => el('div', null, written(name), ' ', el('code', { class: 'digest' }, digest)))]] : [])];
  return section('basis', word('basis'), el('dl', { class: 'basis' }, rows.map(([title, value]) => [el('dt', null, title), el('dd', null, value)])));
}

