'use strict';
// Looks at pages written by `luoshi audit page` as people do. Usage: CHROMIUM=/usr/bin/chromium node dashboard.js PAGE...
// With SHOTS=DIR it leaves pictures there, for people to look at.

const assert = require('node:assert/strict');
const path = require('node:path');
const { DESKTOP, PHONE, barriers, open, openWithoutScript, run, shown } = require('./browser.js');

const CHECKS = { nothingFromElsewhere, nothingWider, opensAtOnce, tilesSayAll, byKeysAlone, everyFinding, heatByKeys, search, searchWaits, linkToFinding, linkToNothing,
  ranking, compared, statuses, counties, acrossTownships, brokenTownship, accessible, calm, withoutScript, onPaper, pictures };

const data = (page) => page.evaluate(() => JSON.parse(document.getElementById('index').textContent));
const focused = (page, of) => page.evaluate((name) => document.activeElement[name] || document.activeElement.getAttribute(name), of);
const hash = (page) => page.evaluate(() => location.hash);
/** A township with failures that is not the first. */
const failing = (index) => index.townships.findIndex((township, at) => at > 2 && township.judged && township.judged.failing > 1);

async function nothingFromElsewhere(browser, url) {
  for (const viewport of [DESKTOP, PHONE]) {
    const page = await open(browser, url, viewport);
    await page.evaluate(() => { location.hash = document.querySelector('a[data-at]').getAttribute('href'); });
    await page.waitForSelector('#findings, .alarms');
    assert.deepEqual(page.complaints, []);
    assert.deepEqual(page.asked, [url]);
    assert.notEqual(await page.title(), 'broken');
    assert.equal(await page.locator('img, iframe, object, [onerror], [onmouseover]').count(), 0);
    await page.close();
  }
}

async function nothingWider(browser, url) {
  for (const viewport of [DESKTOP, PHONE]) {
    const page = await open(browser, url, viewport);
    const index = await data(page);
    for (const at of [-1, failing(index)]) {
      if (at >= 0) {
        await page.evaluate((key) => { location.hash = `#/${encodeURIComponent(key)}`; }, index.townships[at].key);
        await page.waitForSelector('#findings');
        await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
      }
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= viewport.width, `${width} at ${viewport.width}, ${at < 0 ? 'all' : 'one'}`);
    }
    await page.close();
  }
}

/** Opening does not wait for what nobody has asked for. The bound is wide: it is there for mistakes, not for slow machines. */
async function opensAtOnce(browser, url) {
  const page = await open(browser, url);
  const took = await page.evaluate(() => { const [n] = performance.getEntriesByType('navigation'); return n.domComplete - n.responseEnd; });
  const count = (await data(page)).townships.length;
  console.log(`        ${count} townships, shown after ${Math.round(took)} ms`);
  assert.ok(took < 8000, `${took} ms`);
  const elements = await page.evaluate(() => document.querySelectorAll('main *').length);
  assert.ok(elements < 4000 + 6 * count, `${elements} elements`);
  await page.close();
}

async function tilesSayAll(browser, url) {
  const page = await open(browser, url);
  const { townships } = await data(page);
  assert.equal(await page.locator('a[data-at]').count(), townships.length);
  const broken = townships.filter((township) => township.broken).length;
  assert.equal(await page.locator('a[data-at].broken').count(), broken);
  assert.equal(await page.locator('main .alarms li').count(), broken);
  const first = await page.locator('main > section').first().evaluate((section) => section.querySelector('h2').nextElementSibling.className);
  assert.equal(first, broken ? 'alarms' : 'overview', 'what is broken comes first');
  const silent = await page.evaluate(() => Array.from(document.querySelectorAll('a[data-at]')).filter((tile) => !tile.textContent.trim()).length);
  assert.equal(silent, 0, 'every tile says something without its colour');
  await page.close();
}

/** From the first key to the clause behind a finding, and back, without a mouse. */
async function byKeysAlone(browser, url) {
  const page = await open(browser, url);
  await page.keyboard.press('Tab');
  assert.equal(await focused(page, 'className'), 'skip');
  await page.keyboard.press('Enter');
  await tabTo(page, (element) => element.matches('[data-at]'));
  const start = await focused(page, 'data-at');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft']) { await page.keyboard.press(key); }
  assert.notEqual(await focused(page, 'data-at'), start);
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), 'none', 'the focus is seen');
  const index = await data(page);
  for (let steps = 0; steps < 60; steps += 1) {
    const { judged } = index.townships[Number(await focused(page, 'data-at'))];
    if (judged && judged.failing) { break; }
    await page.keyboard.press('ArrowRight');
  }
  const at = await focused(page, 'data-at');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#findings');
  assert.equal(await focused(page, 'id'), 'subject');
  await tabTo(page, (element) => element.matches('.duty.bad > summary'));
  await page.keyboard.press('Enter');
  await tabTo(page, (element) => element.matches('.f.bad > summary'));
  await page.keyboard.press('Enter');
  const argument = page.locator('.f[open] dl');
  await argument.waitFor();
  assert.equal(await argument.locator('.number').count(), 1, 'down to the clause');
  assert.match(await hash(page), /^#\/[^/]+\/[^/]+\/[^/]+/);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.f[open]').count(), 0);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.duty[open]').count(), 0);
  await page.keyboard.press('Escape');
  await page.waitForSelector('#ranking');
  assert.equal(await focused(page, 'data-at'), at, 'back where one was');
  assert.deepEqual(page.complaints, []);
  await page.close();
}

async function tabTo(page, is) {
  for (let keys = 0; keys < 120; keys += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`(${is})(document.activeElement)`)) { return; }
  }
  assert.fail(`no key leads to ${is}`);
}

/** Every finding of a township can be opened by keys, and says why, on which records and by which clause. */
async function everyFinding(browser, url) {
  const page = await open(browser, url);
  const index = await data(page);
  const at = failing(index);
  await page.evaluate((key) => { location.hash = `#/${encodeURIComponent(key)}`; }, index.townships[at].key);
  await page.waitForSelector('#findings');
  for (const kind of ['.duty', '.f']) {
    await page.waitForFunction(() => Array.from(document.querySelectorAll('.duty[open]')).every((duty) => duty.querySelector('.body')));
    for (const summary of await page.locator(`${kind} > summary`).all()) {
      await summary.focus();
      if (await summary.evaluate((s) => !s.parentElement.open)) { await page.keyboard.press('Enter'); }
    }
  }
  await page.waitForFunction(() => Array.from(document.querySelectorAll('.f')).every((f) => f.open && f.children.length > 1));
  const { counts } = index.townships[at].judged;
  let expected = 0;
  for (let place = 0; place < counts.length; place += 2) {
    if (['violated', 'missed', 'late', 'suspect', 'unknown', 'unset', 'waived'].includes(index.statuses[counts[place]].id)) { expected += counts[place + 1]; }
  }
  assert.equal(await page.locator('.f[open]').count(), expected);
  const said = await page.evaluate(() => Array.from(document.querySelectorAll('.f'), (f) => f.querySelectorAll('dl dt').length >= 6 && f.querySelector('.ref a').textContent.length > 0));
  assert.ok(said.every(Boolean));
  assert.equal(await page.locator('#findings .light.s-suspect').count(), await page.locator('#findings .duty > summary .s-suspect').count(), 'signs are apart from failures');
  await page.close();
}

async function heatByKeys(browser, url) {
  const page = await open(browser, url);
  for (const view of ['duty-township', 'township-month', 'duty-month']) {
    await page.locator(`[data-choice=${view}]`).focus();
    await page.keyboard.press('Enter');
    assert.equal(await focused(page, 'data-choice'), view);
    assert.equal(await page.getAttribute(`[data-choice=${view}]`, 'aria-pressed'), 'true');
    assert.ok(await page.locator('#heat td a').count() > 10);
    assert.ok(await page.locator('#heat td a').count() <= 40 * 30);
  }
  await page.locator('#heat td a[tabindex="0"]').focus();
  const from = await focused(page, 'aria-label');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await focused(page, 'aria-label'), from);
  await page.keyboard.press('Home');
  assert.equal(await page.evaluate(() => document.activeElement.closest('th') === null || document.activeElement.closest('tr').rowIndex), 1);
  await page.locator('#heat td.l2 a, #heat td.l3 a, #heat td.l4 a').first().focus();
  const count = Number(await focused(page, 'textContent'));
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash.startsWith('#!duty/'));
  await page.waitForSelector('#townships .plain');
  const total = await page.evaluate(() => Number(document.querySelector('#townships output') ? -1 : Array.from(document.querySelectorAll('#townships tbody tr'), (row) => Number(row.querySelector('.figures').textContent)).reduce((a, b) => a + b, 0)));
  assert.ok(total === -1 || total === count, `${total} of ${count}`);
  await page.keyboard.press('Escape');
  await page.waitForSelector('#ranking');
  await page.close();
}

async function search(browser, url) {
  const page = await open(browser, url);
  const index = await data(page);
  const township = index.townships[failing(index)];
  const named = await page.evaluate(() => JSON.parse(document.getElementById('named').textContent)[0][0]);
  const wanted = [[township.code, /^#\//], [index.duties[1].id, /^#!duty\//], [index.clauses[2][0], /^#!clause\//], [named, /^#!who\//]];
  for (const [text, leads] of wanted) {
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press('/');
    assert.equal(await focused(page, 'id'), 'search');
    await page.keyboard.insertText(text);
    await page.waitForSelector('#hits [role=option]');
    await page.keyboard.press('ArrowDown');
    const chosen = await focused(page, 'aria-activedescendant');
    assert.equal(await page.getAttribute(`#${chosen}`, 'aria-selected'), 'true');
    await page.keyboard.press('Enter');
    await page.waitForFunction((before) => new RegExp(before).test(location.hash), leads.source);
    // Arriving takes the focus away from the field.
    await page.waitForFunction(() => document.activeElement.id !== 'search');
    assert.equal(await shown(page, '#hits'), 0);
    assert.ok(await shown(page, 'main section') > 0);
  }
  // What the codes of many townships begin with, whatever they are called.
  await page.fill('#search', township.code.slice(0, 2));
  await page.waitForSelector('#hits [role=option]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const second = await page.locator('#hits [role=option]').nth(1).getAttribute('data-href');
  await page.keyboard.press('Enter');
  await page.waitForFunction((leads) => location.hash === leads, second);
  await page.fill('#search', 'no such thing anywhere');
  await page.waitForSelector('#hits .none');
  await page.keyboard.press('Escape');
  assert.equal(await shown(page, '#hits'), 0);
  assert.deepEqual(page.complaints, []);
  await page.close();
}

async function searchWaits(browser, url) {
  const page = await open(browser, url);
  await page.evaluate(() => {
    window.drawn = 0;
    new MutationObserver(() => { window.drawn += 1; }).observe(document.getElementById('hits'), { childList: true });
    const field = document.getElementById('search');
    for (const text of ['1', '12', '1', '13']) { field.value = text; field.dispatchEvent(new Event('input')); }
  });
  await page.waitForSelector('#hits li');
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => window.drawn), 1);
  await page.close();
}

/** A finding can be sent by its address. */
async function linkToFinding(browser, url) {
  const first = await open(browser, url);
  const index = await data(first);
  await first.evaluate((key) => { location.hash = `#/${encodeURIComponent(key)}`; }, index.townships[failing(index)].key);
  await first.waitForSelector('.duty.bad');
  await first.locator('.duty.bad > summary').last().click();
  const link = await first.locator('.f.bad').last().evaluate((f) => { f.querySelector('summary').click(); return new Promise((done) => { setTimeout(() => done(f.querySelector('.ref a').getAttribute('href')), 50); }); });
  assert.equal((await hash(first)).split('?')[0], link, 'the address follows');
  await first.close();
  const page = await open(browser, url + link);
  const finding = page.locator('.f[open]');
  assert.equal(await finding.count(), 1);
  assert.equal(await finding.locator('.ref a').getAttribute('href'), link);
  const top = (await finding.boundingBox()).y;
  assert.ok(top >= 0 && top < DESKTOP.height, `it is in sight: ${top}`);
  assert.ok(await page.evaluate(() => document.activeElement.matches('.f[open] > summary')));
  await page.goBack().catch(() => null);
  await page.close();
}

async function linkToNothing(browser, url) {
  for (const wrong of ['#/no-such-township', '#!duty/none', '#!who/none', '#!clause/none', '#/%E0%A4%A', '#!duty/%', '#none', '#?y=none&s=none&m=none']) {
    const page = await open(browser, url + wrong);
    assert.deepEqual(page.complaints, [], wrong);
    assert.ok(await shown(page, 'main section') > 0, wrong);
    if (/^#[/!]/.test(wrong)) {
      assert.equal(await shown(page, '[role=alert]'), 1, wrong);
      await page.keyboard.press('Escape');
      await page.waitForSelector('#ranking');
    }
    await page.close();
  }
}

async function ranking(browser, url) {
  const page = await open(browser, url);
  const index = await data(page);
  const places = await page.evaluate(() => Array.from(document.querySelectorAll('#ranking tbody .place'), (cell) => Number(cell.textContent.replace(/\D/g, ''))));
  const county = index.townships.filter((t) => t.county === 0 && t.judged).map((t) => t.judged.places[index.ranking]).filter(Boolean);
  assert.deepEqual(places.slice(0, county.length), county.map(([place]) => place).sort((a, b) => a - b).slice(0, places.length));
  const tied = county.filter(([, sharing]) => sharing > 1).length;
  if (county.length <= places.length) { assert.ok(await page.locator('#ranking tbody .place small').count() >= tied); }
  await page.locator('[data-sort=failing]').focus();
  await page.keyboard.press('Enter');
  assert.equal(await focused(page, 'data-sort'), 'failing');
  assert.equal(await page.locator('#ranking th[aria-sort=descending]').count(), 1);
  const counts = await page.evaluate(() => Array.from(document.querySelectorAll('#ranking tbody tr:not(.out)'), (row) => parseInt(Array.from(row.cells).map((cell) => cell.textContent).find((text) => /^\d+\/\d+$/.test(text)), 10)));
  assert.deepEqual(counts, counts.slice().sort((a, b) => b - a));
  assert.ok(counts.length <= 50);
  await page.locator('#ranking [data-choice="0"]').focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.getAttribute('#ranking [data-choice="0"]', 'aria-pressed'), 'true');
  assert.equal(await focused(page, 'data-choice'), '0');
  await page.close();
}

async function compared(browser, url) {
  const page = await open(browser, url);
  const index = await data(page);
  if (!index.previous) {
    assert.equal(await page.locator('#compared, [data-sort=moved], .turn').count(), 0);
    await page.close();
    return;
  }
  const { sums, fates } = index.scopes[0].turned;
  const said = await page.textContent('#compared');
  for (const count of sums) { assert.match(said, new RegExp(`\\b${count}\\b`)); }
  for (const name of fates.flatMap(([, names]) => names)) { assert.ok(said.includes(name), name); }
  const both = index.townships.filter((t) => t.before && t.before.fate === 'compared');
  assert.equal(await page.locator('#compared table').first().locator('tbody tr').count(), Math.min(30, both.length));
  await page.locator('[data-sort=moved]').click();
  const moves = await page.evaluate(() => Array.from(document.querySelectorAll('#ranking tbody tr'), (row) => row.cells[1].textContent).filter((text) => text !== '-'));
  const by = (text) => Number(text.replace(/\D/g, '') || 0) * (/降|down/.test(text) ? -1 : 1);
  assert.deepEqual(moves.map(by), moves.map(by).sort((a, b) => b - a));
  const expected = index.townships.filter((t) => t.judged && t.before && t.before.places[index.ranking] && t.judged.places[index.ranking])
    .map((t) => t.before.places[index.ranking] - t.judged.places[index.ranking][0]).sort((a, b) => b - a);
  assert.deepEqual(moves.map(by).slice(0, 50), expected.slice(0, moves.length));
  const { key, before } = index.townships.find((t) => t.before && t.before.sums[0] && t.before.sums[2]);
  await page.evaluate((to) => { location.hash = `#/${encodeURIComponent(to)}`; }, key);
  await page.waitForSelector('#findings');
  assert.equal(await page.locator('#compared .t-fixed').count(), before.sums[2]);
  assert.equal(await page.locator('#compared .t-new').count(), before.sums[0]);
  await page.locator('#compared tr', { has: page.locator('.t-new') }).first().locator('a').click();
  await page.waitForSelector('.f[open]');
  assert.equal(await page.locator('.f[open] > summary .t-new').count(), 1, 'the finding has the same mark');
  assert.deepEqual(page.complaints, []);
  await page.close();
}

async function statuses(browser, url) {
  const page = await open(browser, url);
  const index = await data(page);
  const suspect = index.statuses.findIndex((status) => status.id === 'suspect');
  const having = index.townships.filter((t) => t.judged && t.judged.counts.some((status, at) => at % 2 === 0 && status === suspect)).length;
  await page.check('#s-suspect');
  assert.equal(await page.locator('a[data-at]').count(), having);
  assert.match(await hash(page), /\?s=suspect/);
  assert.equal(await focused(page, 'id'), 's-suspect');
  const address = await page.evaluate(() => location.href);
  const again = await open(browser, address);
  assert.equal(await again.locator('a[data-at]').count(), having);
  await again.locator('a[data-at]').first().click();
  await again.waitForSelector('.f');
  assert.equal(await again.locator('.f .s-suspect').count() > 0, true);
  assert.equal(await again.locator('.f.bad').count(), 0);
  await again.close();
  await page.uncheck('#s-suspect');
  assert.equal(await page.locator('a[data-at]').count(), index.townships.length);
  await page.close();
}

async function counties(browser, url) {
  const page = await open(browser, url);
  const index = await data(page);
  if (index.counties.length > 1) {
    await page.selectOption('#county', '1');
    await page.waitForFunction(() => location.hash.includes('y='));
    assert.equal(await page.locator('a[data-at]').count(), index.townships.filter((t) => t.county === 1).length);
    assert.equal(await page.locator('.trail a').first().textContent(), index.counties[1]);
  } else {
    assert.equal(await page.locator('#county').count(), 0);
    assert.match(await page.textContent('h1'), new RegExp(index.counties[0]));
  }
  await page.close();
}

async function acrossTownships(browser, url) {
  const page = await open(browser, url);
  const index = await data(page);
  const [group, , failures, failsIn] = index.scopes[0].duties.slice().sort((a, b) => b[2] - a[2])[0];
  await page.locator('#duties tbody a').first().click();
  await page.waitForSelector('#townships .plain');
  assert.match(await hash(page), /^#!duty\//);
  const rows = await page.evaluate(() => Array.from(document.querySelectorAll('#townships tbody tr'), (row) => Number(row.querySelector('.figures').textContent)));
  if (failsIn <= 50) { assert.deepEqual([rows.length, rows.reduce((a, b) => a + b, 0)], [failsIn, failures]); }
  await page.locator('.clauses .number').first().click();
  await page.waitForSelector('blockquote');
  assert.ok(await page.locator('#duties tbody tr').count() > 0);
  await page.goBack();
  await page.waitForSelector('#townships .plain');
  await page.locator('#townships tbody a').first().click();
  await page.waitForSelector('.duty[open]');
  assert.equal(await page.locator('.duty[open]').getAttribute('data-duty'), index.duties[index.groups[group][0]].id);
  assert.deepEqual(page.complaints, []);
  await page.close();
}

async function brokenTownship(browser, url) {
  const page = await open(browser, url);
  await page.locator('a[data-at].broken').first().click();
  await page.waitForSelector('.alarms table');
  assert.match(await page.textContent('.alarms table'), /LS0101/);
  await page.close();
}

async function accessible(browser, url) {
  const first = await open(browser, url);
  const index = await data(first);
  await first.close();
  const { key } = index.townships[failing(index)];
  const places = ['', `#/${encodeURIComponent(key)}`, `#!duty/${encodeURIComponent(index.duties[0].id)}`, `#!clause/${encodeURIComponent(index.clauses[0][0])}`];
  // Each page is looked through element by element, which takes long: one look is enough where the parts are the same.
  const looks = index.counties.length > 1 || index.lang === 'en' ? [['light', DESKTOP]] : [['light', DESKTOP], ['dark', DESKTOP], ['dark', PHONE]];
  for (const [colorScheme, viewport] of looks) {
    for (const place of places) {
      const page = await open(browser, url + place, viewport);
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => document.querySelectorAll('.duty').forEach((d) => { d.open = true; }));
      await page.evaluate(() => new Promise((done) => { setTimeout(() => { document.querySelectorAll('.f').forEach((d) => { d.open = true; }); setTimeout(done, 50); }, 50); }));
      assert.deepEqual(await barriers(page), [], `${colorScheme} ${viewport.width} ${place}`);
      await page.close();
    }
  }
}

async function calm(browser, url) {
  const page = await open(browser, url);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await page.evaluate(() => Array.from(document.querySelectorAll('*')).filter((e) => parseFloat(getComputedStyle(e, '::before').transitionDuration) > 0 || parseFloat(getComputedStyle(e).transitionDuration) > 0).length);
  assert.equal(moving, 0);
  await page.close();
}

async function withoutScript(browser, url) {
  const page = await openWithoutScript(browser, url);
  const count = Number(await page.locator('.facts dd').nth(1).textContent());
  assert.ok(await shown(page, '.still tbody tr') >= count);
  assert.match(await page.textContent('.still table'), /LS0101/);
  assert.equal(await shown(page, '.tools'), 0);
  const town = page.locator('.still .town').first();
  await town.locator('> summary').click();
  const finding = town.locator('.f').first();
  await finding.locator('> summary').click();
  const argument = await finding.locator('dl').innerText();
  assert.match(argument, /r-\w+-\d+/, 'its records');
  assert.match(argument, /P001/, 'who answers');
  const link = finding.locator('dl a');
  const clause = page.locator(await link.getAttribute('href'));
  await link.click();
  assert.equal(await clause.isVisible(), true);
  assert.match(await clause.locator('xpath=following-sibling::dl[1]').innerText(), /01\/\d/, 'the clause');
  assert.deepEqual(page.complaints || [], []);
  await page.close();
}

async function onPaper(browser, url) {
  const page = await open(browser, url);
  const index = await data(page);
  await page.emulateMedia({ media: 'print' });
  await page.waitForFunction(() => document.querySelectorAll('#heat h3').length === 3);
  assert.equal(await page.locator('#ranking tbody tr').count(), index.townships.length, 'the whole ranking');
  assert.equal(await shown(page, '.tools'), 0);
  assert.equal(await shown(page, '.pager'), 0);
  assert.equal(await shown(page, '.running'), 1);
  const coloured = await page.evaluate(() => Array.from(document.querySelectorAll('main *')).filter((e) => {
    const { color, backgroundColor } = getComputedStyle(e);
    return [color, backgroundColor].some((c) => { const [r, g, b] = c.match(/\d+/g).map(Number); return r !== g || g !== b; });
  }).length);
  assert.equal(coloured, 0, 'black, white and grey');
  if (index.townships.length <= 100) {
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false });
    const pages = (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) || []).length;
    assert.ok(pages >= 3 && pages <= 20, `${pages} pages`);
  }
  await page.emulateMedia({ media: 'screen' });
  await page.waitForFunction(() => document.querySelectorAll('#heat h3').length === 0);
  await page.evaluate((key) => { location.hash = `#/${encodeURIComponent(key)}`; }, index.townships[failing(index)].key);
  await page.waitForSelector('#findings');
  await page.emulateMedia({ media: 'print' });
  await page.waitForSelector('.f.bad[open]');
  assert.equal(await page.locator('.f.bad:not([open])').count(), 0, 'what failed is open');
  await page.close();
}

async function pictures(browser, url) {
  if (!process.env.SHOTS) { return; }
  const name = path.basename(url, '.html');
  const shot = (page, part) => page.screenshot({ path: path.join(process.env.SHOTS, `${name}-${part}.png`) });
  for (const [colorScheme, viewport] of [['light', DESKTOP], ['dark', PHONE]]) {
    const page = await open(browser, url, viewport);
    await page.emulateMedia({ colorScheme });
    const index = await data(page);
    for (const id of ['summary', ...(index.previous ? ['compared'] : []), 'townships', 'ranking', 'spread', 'heat', 'duties']) {
      await page.evaluate((part) => document.getElementById(part).scrollIntoView(), id);
      await shot(page, `${colorScheme}-${id}`);
    }
    await page.evaluate((key) => { location.hash = `#/${encodeURIComponent(key)}`; }, index.townships[failing(index)].key);
    await page.waitForSelector('.duty.bad');
    await shot(page, `${colorScheme}-township`);
    await page.locator('.duty.bad > summary').first().click();
    await page.locator('.f.bad > summary').first().click();
    await page.evaluate(() => document.getElementById('findings').scrollIntoView());
    await shot(page, `${colorScheme}-finding`);
    await page.close();
  }
  const page = await open(browser, url);
  if ((await data(page)).townships.length <= 100) { await page.pdf({ path: path.join(process.env.SHOTS, `${name}.pdf`), preferCSSPageSize: true, printBackground: true }); }
  await page.close();
}

run(CHECKS);
