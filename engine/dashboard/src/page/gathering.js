// Where failures gather: posts, and the ways up from the work to the head of the township.

function gatheringSection(scope) {
  if (!scope.roles.length) { return null; }
  const most = Math.max(...scope.roles.map(([, , answers]) => answers), 1);
  const roles = scope.roles.map(([name, first, answers, where]) => [written(name), String(first), String(answers), bar(answers, most), `${where}/${scope.judged}`]);
  const ways = scope.ways.map(([names, failing, where]) => [names.map((name, at) => [at ? ' → ' : '', written(name)]), String(failing), `${where}/${scope.judged}`]);
  return section('gathering', word('gathering'), intro(word('gathering-how')),
    table([[word('role'), ''], [word('answers-first'), 'figures'], [word('answers-at-all'), 'figures'], [word('number'), 'bars'], [word('fails-in'), 'figures']], roles, word('gathering')),
    el('h3', null, word('ways')), table([[word('way'), ''], [word('failing'), 'figures'], [word('fails-in'), 'figures']], ways, word('ways')));
}

