(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('script');
  var all = function (selector, from) {
    return Array.prototype.slice.call((from || document).querySelectorAll(selector));
  };

  // Places: what an address names is opened, with everything that it is folded in.
  function reveal(element) {
    for (var up = element; up; up = up.parentElement) {
      if (up.tagName === 'DETAILS') { up.open = true; }
      if (up.hidden) { clear(); }
    }
  }
  function target() {
    try { return decodeURIComponent(location.hash.slice(1)); } catch (error) { return ''; }
  }
  function arrive() {
    var name = target();
    if (name.charAt(0) === '?') { restore(name.slice(1)); return; }
    var element = name && document.getElementById(name);
    if (element) { reveal(element); element.scrollIntoView(); }
  }

  // Heat map: one table at a time, and only the rows with failures if so wished.
  var views = all('.heat'), switches = all('button[data-view]'), onlyBad = document.getElementById('only-bad');
  function show(view) {
    views.forEach(function (v) { v.classList.toggle('shown', v.dataset.view === view); });
    switches.forEach(function (b) { b.setAttribute('aria-pressed', String(b.dataset.view === view)); });
  }
  switches.forEach(function (button) {
    button.addEventListener('click', function () { show(button.dataset.view); });
  });
  if (views.length) { show(views[0].dataset.view); }
  if (onlyBad) {
    onlyBad.addEventListener('change', function () {
      views.forEach(function (v) { v.classList.toggle('only-bad', onlyBad.checked); });
    });
  }

  // Filters.
  var form = document.getElementById('filters');
  if (!form) { window.addEventListener('hashchange', arrive); arrive(); return; }
  var fields = ['d', 'u', 'r', 'c', 'm', 'q'];
  var groups = all('.group'), nothing = document.querySelector('.none'), output = form.querySelector('output');
  var cards = all('.duty').map(function (card) {
    return {
      card: card,
      title: card.querySelector('header').textContent.toLowerCase(),
      rest: card.querySelector('.rest'),
      clauses: card.dataset.c.split('|'),
      rows: all('.f', card).map(function (row) { return { row: row, text: null }; })
    };
  });
  var total = cards.reduce(function (sum, card) { return sum + card.rows.length; }, 0);

  function wanted() {
    var now = { s: all('input[name=s]:checked', form).map(function (box) { return box.value; }) };
    fields.forEach(function (name) { now[name] = form.elements[name].value.trim(); });
    now.q = now.q.toLowerCase();
    return now;
  }
  function idle(now) {
    return !now.s.length && fields.every(function (name) { return !now[name]; });
  }
  function matches(entry, card, now) {
    var data = entry.row.dataset;
    if (now.s.length && now.s.indexOf(data.s) < 0) { return false; }
    if (now.u && now.u !== data.u) { return false; }
    if (now.m && now.m !== data.m) { return false; }
    if (now.r && now.r !== card.card.dataset.r && (data.r || '').split('|').indexOf(now.r) < 0) { return false; }
    if (!now.q || card.title.indexOf(now.q) >= 0) { return true; }
    if (entry.text === null) { entry.text = entry.row.textContent.toLowerCase(); }
    return entry.text.indexOf(now.q) >= 0;
  }
  function apply() {
    var now = wanted(), calm = idle(now), shown = 0;
    cards.forEach(function (card) {
      var fits = (!now.d || now.d === card.card.dataset.d) && (!now.c || card.clauses.indexOf(now.c) >= 0);
      var left = 0, folded = 0;
      card.rows.forEach(function (entry) {
        var keep = fits && matches(entry, card, now);
        entry.row.hidden = !keep;
        if (keep) { left += 1; if (card.rest && card.rest.contains(entry.row)) { folded += 1; } }
      });
      card.card.hidden = !left;
      if (card.rest) { card.rest.hidden = !folded; card.rest.open = !calm && folded > 0; }
      shown += left;
    });
    groups.forEach(function (group) { group.hidden = !group.querySelector('.duty:not([hidden])'); });
    nothing.hidden = shown > 0;
    output.textContent = output.dataset.text.replace('##', String(total)).replace('#', String(shown));
    return now;
  }
  function remember(now) {
    var parts = now.s.length ? ['s=' + now.s.join(',')] : [];
    fields.forEach(function (name) {
      if (now[name]) { parts.push(name + '=' + encodeURIComponent(now[name])); }
    });
    var state = parts.length ? '#?' + parts.join('&') : location.pathname + location.search;
    try { history.replaceState(null, '', state); } catch (error) { return; }
  }
  function restore(state) {
    var told = {};
    state.split('&').forEach(function (part) {
      var at = part.indexOf('=');
      told[part.slice(0, at)] = part.slice(at + 1);
    });
    fill(told);
    form.scrollIntoView();
  }
  function fill(told) {
    var statuses = (told.s || '').split(',');
    all('input[name=s]', form).forEach(function (box) { box.checked = statuses.indexOf(box.value) >= 0; });
    fields.forEach(function (name) { form.elements[name].value = told[name] || ''; });
    return apply();
  }
  function clear() { fill({}); }
  function fold(open) {
    all('.f:not([hidden])').forEach(function (row) {
      row.open = open;
      if (open && row.parentElement.tagName === 'DETAILS') { row.parentElement.open = true; }
    });
  }

  form.addEventListener('input', function () { remember(apply()); });
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  form.addEventListener('click', function (event) {
    var action = event.target.dataset.do;
    if (action === 'clear') { clear(); remember(wanted()); }
    if (action === 'fold' || action === 'unfold') { fold(action === 'unfold'); }
  });
  all('.heat td a').forEach(function (link) {
    link.addEventListener('click', function (event) {
      event.preventDefault();
      var data = link.dataset;
      remember(fill({ d: data.d, u: data.u, m: data.m }));
      form.scrollIntoView();
    });
  });

  // On paper, what failed is open; afterwards everything is as it was.
  var opened = [];
  window.addEventListener('beforeprint', function () {
    opened = all('.f.bad:not([open]), .sheet:not([open]), .document:not([open])');
    opened.forEach(function (row) { row.open = true; });
  });
  window.addEventListener('afterprint', function () {
    opened.forEach(function (row) { row.open = false; });
    opened = [];
  });

  window.addEventListener('hashchange', arrive);
  apply();
  arrive();
}());
