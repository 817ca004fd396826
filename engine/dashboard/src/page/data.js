// The data: lines of the index, and of each township its details, read when somebody looks.

const townships = index.townships;
const MET = index.statuses.length - 1;
/** Statuses whose findings are listed one by one. */
const LISTED = ['violated', 'missed', 'late', 'suspect', 'unknown', 'unset', 'waived'];
const SUSPECT = index.statuses.findIndex((status) => status.id === 'suspect');

/** Pairs of a list in which they stand one after the other. */
function pairs(flat, from) {
  const found = [];
  for (let at = from || 0; at < flat.length; at += 2) { found.push([flat[at], flat[at + 1]]); }
  return found;
}

/** Month, judged, failing, one after the other, by month. */
function byMonth(flat, from) {
  const found = new Map();
  for (let at = from || 0; at < flat.length; at += 3) { found.set(flat[at], { due: flat[at + 1], failing: flat[at + 2] }); }
  return found;
}

function countOf(flat, status, from) {
  const found = pairs(flat, from).find(([at]) => at === status);
  return found ? found[1] : 0;
}

/** A duty as most plans word it. */
const dutyOf = (group) => index.duties[index.groups[group][0]];

/** What places go by: the share carried out, or a scorecard. */
let ranked = index.ranking;

/** Place, how many share it, place among all; nothing for one that is not ranked. */
function placeOf(at) {
  const { judged } = townships[at];
  return judged ? judged.places[ranked] : null;
}

/** Score, the same in hundredths, grade, number of vetoes; nothing where there is none. */
function scoreOf(at) {
  const { judged } = townships[at];
  return (judged && judged.scores[Math.max(ranked - 1, 0)]) || null;
}

/** How scores are spread in a scope; nothing where there are none. */
function spreadIn(scope) {
  return scope.spreads[Math.max(ranked - 1, 0)] || null;
}

/** Names of counties and townships, as people see them. */
const countyName = (at) => index.counties[at] || word('no-county');
const townshipName = (at) => townships[at].name || townships[at].code;

let sharedTexts = null;
const detailsOf = new Map();

/** What is told of a township. */
function details(at) {
  if (!detailsOf.has(at)) {
    const raw = JSON.parse(document.getElementById(`t${at}`).textContent);
    sharedTexts = sharedTexts || JSON.parse(document.getElementById('texts').textContent);
    const text = (of) => (typeof of === 'string' ? of : of < 0 ? raw.texts[-1 - of] : sharedTexts[of]);
    raw.chains = raw.chains.map((chain) => chain.map((who) => who.map(text)));
    raw.findings = raw.findings.map((row) => finding(row, raw.chains, text));
    detailsOf.set(at, raw);
  }
  return detailsOf.get(at);
}

function finding([duty, status, fails, figure, chain, month, texts], chains, text) {
  const [id, subject, who, record, when, day, reason, decision, ...evidence] = texts.map(text);
  return { duty, status, fails: fails === 1, figure, chain: chain < 0 ? [] : chains[chain], month,
    id, subject, who, record, when, day, reason, decision, evidence };
}

let namedIn = null;

/** Units and officials, and in which townships findings name them. */
function named() {
  namedIn = namedIn || JSON.parse(document.getElementById('named').textContent);
  return namedIn;
}

/** The townships that are looked at: all, or those of a county. */
function within(county) {
  const all = townships.map((_, at) => at);
  return county < 0 ? all : all.filter((at) => townships[at].county === county);
}

/** Findings of the statuses that are asked for. */
function asked(flat, from, statuses) {
  return pairs(flat, from).reduce((sum, [status, count]) => sum + (statuses.includes(status) ? count : 0), 0);
}

/** Whether a township has a finding of the statuses that are asked for; any has, where none are. */
function fits(at, statuses) {
  const { judged } = townships[at];
  return !statuses.length || (judged !== undefined && asked(judged.counts, 0, statuses) > 0);
}

/** Townships by county, then place; those without one last. */
function byPlace(a, b) {
  const place = (at) => (placeOf(at) ? placeOf(at)[0] : Infinity);
  return townships[a].county - townships[b].county || (place(a) === place(b) ? a - b : place(a) - place(b));
}

