// How townships are spread: over scores, over grades, over shares of failures.

function spreadSection(inside, scope) {
  const judged = inside.filter((at) => townships[at].judged);
  const levels = [word('level-0'), word('level-1'), word('level-2'), word('level-3'), word('level-4')];
  const rows = levels.map((name, of) => [name, judged.filter((at) => level(townships[at].judged.failing, townships[at].judged.due) === of).length, of]);
  return section('spread', word('spread'), intro(word('spread-how')), el('div', { class: 'spreads' },
    scope.scores.length ? bars(word('scores'), scope.scores.map(([low, high, count]) => [word('from-to', { low, high }), count])) : '',
    scope.grades.length ? bars(word('grades'), scope.grades.map(([grade, count]) => [written(grade), count])) : '',
    bars(word('failure-shares'), rows)));
}

/** Bars side by side, each with its number; a row is name, number, and the level it shows if it shows one. */
function bars(title, rows) {
  const most = Math.max(...rows.map(([, count]) => count), 1);
  return el('figure', { class: 'spread' }, el('figcaption', null, title), el('table', null, el('tbody', null, rows.map(([name, count, of]) =>
    el('tr', null, el('th', { scope: 'row' }, of === undefined ? name : el('span', { class: `level l${of}` }, el('i', { 'aria-hidden': 'true' }), name)),
      el('td', null, bar(count, most)), el('td', { class: 'figures' }, String(count)))))));
}

