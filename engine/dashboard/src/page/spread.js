// How townships are spread: over scores, over grades, over shares of failures.

function spreadSection(inside, scope) {
  const judged = inside.filter((at) => townships[at].judged);
  const scores = spreadIn(scope);
  const levels = [word('level-0'), word('level-1'), word('level-2'), word('level-3'), word('level-4')];
  const rows = levels.map((name, of) => [name, judged.filter((at) => level(townships[at].judged.failing, townships[at].judged.due) === of).length, of]);
  return section('spread', word('spread'), intro(word('spread-how')), el('div', { class: 'spreads' },
    scores ? [bars(word('scores'), scores.bins.map(([low, high, count]) => [word('from-to', { low, high }), count]),
      word('quartiles', { min: scores.marks[0], lower: scores.marks[1], median: scores.marks[2], upper: scores.marks[3], max: scores.marks[4] })),
    bars(word('grades'), scores.grades.map(([grade, count]) => [grade ? written(grade) : '-', count]))] : '',
    bars(word('failure-shares'), rows)));
}

/** Bars side by side, each with its number; a row is name, number, and the level it shows if it shows one. */
function bars(title, rows, said) {
  const most = Math.max(...rows.map(([, count]) => count), 1);
  return el('figure', { class: 'spread' }, el('figcaption', null, title), el('table', null, el('tbody', null, rows.map(([name, count, of]) =>
    el('tr', null, el('th', { scope: 'row' }, of === undefined ? name : el('span', { class: `level l${of}` }, el('i', { 'aria-hidden': 'true' }), name)),
      el('td', null, bar(count, most)), el('td', { class: 'figures' }, String(count)))))), said ? el('p', { class: 'intro' }, said) : '');
}

