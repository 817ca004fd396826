// One finding: a line, and behind it the argument that leads to it, down to the clause.

/** Records named; the rest are counted. */
const NAMED_AT_MOST = 20;

/** A finding of a township; `open` if it is the one asked for. */
function findingElement(township, of, open) {
  const nearest = of.chain[0];
  const summary = el('summary', null, light(of.status),
    el('span', { class: 'about' }, about(of)), el('span', { class: 'when' }, of.when || '-'),
    el('span', { class: 'why' }, of.reason ? written(of.reason) : word('figure-is', { figure: of.figure })),
    el('span', { class: 'who' }, turnMark(township, of.id), nearest ? [' ', answerer(nearest, false)] : ''));
  const element = el('details', { class: of.fails ? 'f bad' : 'f', 'data-finding': of.id }, summary);
  const fill = () => { if (element.children.length === 1) { element.append(...argument(township, of)); } };
  if (open || (printing && of.fails)) { fill(); element.open = true; }
  element.addEventListener('toggle', () => {
    if (!element.open) { return; }
    fill();
    if (!printing) { note({ duty: index.duties[of.duty].id, finding: of.id }); }
  });
  return element;
}

/** What a finding is about. */
function about(of) {
  const parts = [of.subject, of.who].filter((part) => part);
  const shown = parts.length ? parts : [of.record || word('whole')];
  return shown.map((part, at) => [at ? ' ' : '', written(part)]);
}

/** Role, for whom, staff number; as a link to everything that names it, where links may stand. */
function answerer([role, subject, holder], linked) {
  return [written(role), subject ? [' · ', written(subject)] : '', ' · ', holder ? (linked ? staff(holder) : written(holder)) : word('vacant')];
}

/** An official or unit, with everything that names it. */
function staff(who) {
  return el('a', { href: address({ kind: 'who', name: who }) }, written(who));
}

function argument(township, of) {
  const duty = index.duties[of.duty];
  const status = index.statuses[of.status];
  const list = el('dl');
  const say = (title, ...said) => { list.append(el('dt', null, title)); said.forEach((one) => list.append(el('dd', null, one))); };
  say(word('judged-as'), [light(of.status), word('colon'), status.meaning],
    ...(of.status === SUSPECT ? [el('strong', null, word('sign-only'))] : []));
  if (of.reason || !index.told) { say(word('reason'), of.reason ? written(of.reason) : word('figures-only')); }
  if (of.day) { say(word('day'), of.day); }
  if (index.told) { say(word('evidence'), records(of)); }
  if (of.decision) { say(word('decision'), of.decision); }
  if (of.chain.length) { say(of.status === SUSPECT ? word('ask') : word('answers'), chain(of.chain)); }
  say(word('duty'), [el('a', { href: toDuty(duty.group) }, written(duty.name)), ' ', el('code', null, duty.id),
    duty.place ? [' ', el('code', null, written(duty.place))] : '']);
  say(word('clause'), ...(duty.clauses.length ? duty.clauses.map(clauseText) : [word('no-clause')]));
  const link = toTownship(township, { duty: duty.id, finding: of.id, county: -1, statuses: [] });
  const reference = el('p', { class: 'ref' }, el('a', { href: link }, written(of.id)), ' ', copyButton(link));
  return [list, reference];
}

function records(of) {
  if (!of.evidence.length) { return word('no-records'); }
  const shown = printing ? of.evidence : of.evidence.slice(0, NAMED_AT_MOST);
  return [word('rests-on', { count: of.evidence.length }), shown.map((id) => [' ', el('code', null, written(id))]),
    shown.length < of.evidence.length ? ' …' : ''];
}

function chain(of) {
  return of.map((who, at) => [at ? ' → ' : '', answerer(who, true)]);
}

function clauseText(at) {
  const [number, heading, summary] = index.clauses[at];
  return [el('a', { class: 'number', href: address({ kind: 'clause', name: number }) }, written(number)), ' ',
    heading ? [written(heading), word('colon')] : '', written(summary)];
}

/** Copies the address of something, where the browser lets it. */
function copyButton(link) {
  if (!navigator.clipboard) { return ''; }
  const button = el('button', { type: 'button', class: 'copy' }, word('copy'));
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(location.href.split('#')[0] + link).then(() => { button.textContent = word('copied'); }, () => { button.remove(); });
  });
  return button;
}

