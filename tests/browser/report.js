'use strict';
// Looks at pages written by `luoshi check --format html` as people do: with a mouse, with keys, on a
// phone, on paper, without script. Usage: CHROMIUM=/usr/bin/chromium node report.js PAGE...

const assert = require('node:assert/strict');
const { DESKTOP, PHONE, barriers, drawings, open, openWithoutScript, run, shown } = require('./browser.js');

const CHECKS = { nothingFromElsewhere, nothingWider, filters, filtersInTheAddress, keyboard, linkToFinding, heatMap, accessible, withoutScript, onPaper };

async function nothingFromElsewhere(browser, url) {
  for (const viewport of [DESKTOP, PHONE]) {
    const page = await open(browser, url, viewport);
    assert.deepEqual(page.complaints, []);
    assert.deepEqual(page.asked, [url]);
    await page.close();
  }
}

async function nothingWider(browser, url) {
  for (const viewport of [DESKTOP, PHONE]) {
    const page = await open(browser, url, viewport);
    await page.click('[data-do="unfold"]');
    await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= viewport.width, `${width} at ${viewport.width}`);
    await page.close();
  }
}

async function filters(browser, url) {
  const page = await open(browser, url);
  const all = await page.locator('.f').count();
  await page.check('input[name=s][value=missed]');
  const missed = await page.locator('.f[data-s=missed]').count();
  assert.equal(await shown(page, '.f'), missed);
  assert.match(await page.textContent('output'), new RegExp(`${missed}\\D+${all}`));
  await page.uncheck('input[name=s][value=missed]');
  for (const name of ['d', 'u', 'r', 'c', 'm']) {
    await page.selectOption(`select[name=${name}]`, { index: 1 });
    const some = await shown(page, '.f');
    assert.ok(some > 0 && some < all, `${name}: ${some} of ${all}`);
    await page.click('[data-do=clear]');
  }
  await page.fill('input[name=q]', 'no such text anywhere');
  assert.equal(await shown(page, '.f'), 0);
  assert.equal(await shown(page, '.none'), 1);
  await page.click('[data-do=clear]');
  assert.equal(await page.locator('.f:not([hidden])').count(), all);
  assert.deepEqual(page.complaints, []);
  await page.close();
}

async function filtersInTheAddress(browser, url) {
  const page = await open(browser, url);
  await page.check('input[name=s][value=missed]');
  await page.fill('input[name=q]', '2012');
  const address = await page.evaluate(() => location.href);
  assert.match(address, /#\?s=missed&q=2012/);
  const before = await shown(page, '.f');
  await page.close();
  const again = await open(browser, address);
  assert.equal(await shown(again, '.f'), before);
  await again.close();
}

async function keyboard(browser, url) {
  const page = await open(browser, url);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.keyboard.press('Enter');
  await page.locator('.f.bad > summary').first().focus();
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('.f.bad').first().evaluate((f) => f.open));
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(outline, 'none', 'the focus is seen');
  const seen = new Set();
  for (let at = 0; at < 40; at += 1) {
    await page.keyboard.press('Tab');
    seen.add(await page.evaluate(() => document.activeElement.outerHTML.slice(0, 300)));
  }
  assert.ok(seen.size > 20, 'keys lead on');
  await page.close();
}

async function linkToFinding(browser, url) {
  const first = await open(browser, url);
  // One that is folded away, and one with a name that is not ASCII or has a slash.
  const id = await first.evaluate(() => document.querySelector('.rest .f').id);
  await first.close();
  const page = await open(browser, `${url}#${encodeURI(id)}`);
  const finding = page.locator(`[id="${id}"]`);
  assert.ok(await finding.evaluate((f) => f.open), 'it is open');
  const top = (await finding.boundingBox()).y;
  assert.ok(top >= 0 && top < DESKTOP.height, `it is in sight: ${top}`);
  await page.close();
}

async function heatMap(browser, url) {
  const page = await open(browser, url);
  assert.equal(await shown(page, '.heat'), 1);
  await page.click('button[data-view=subject-month]');
  assert.equal(await shown(page, '.heat[data-view=subject-month]'), 1);
  assert.equal(await page.getAttribute('button[data-view=subject-month]', 'aria-pressed'), 'true');
  await page.click('button[data-view=duty-month]');
  await page.check('#only-bad');
  assert.equal(await shown(page, '.heat tbody tr:not(.bad)'), 0);
  await page.locator('.heat.shown td a').first().click();
  assert.match(await page.evaluate(() => location.href), /#\?d=/);
  assert.ok(await shown(page, '.f.bad') > 0);
  await page.close();
}

async function accessible(browser, url) {
  for (const [colorScheme, viewport] of [['light', DESKTOP], ['dark', PHONE]]) {
    const page = await open(browser, url, viewport);
    await page.emulateMedia({ colorScheme });
    await page.evaluate(() => document.querySelectorAll('.ask, .f.bad').forEach((d) => { d.open = true; }));
    assert.deepEqual(await barriers(page), [], `${colorScheme} ${viewport.width}`);
    await page.close();
  }
}

async function withoutScript(browser, url) {
  const page = await openWithoutScript(browser, url);
  assert.equal(await shown(page, '.filters'), 0);
  assert.equal(await shown(page, '.heat'), 3);
  assert.ok(await shown(page, '.f.bad') > 0);
  await page.close();
}

async function onPaper(browser, url) {
  const page = await open(browser, url);
  const label = await page.textContent('.running b');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await shown(page, '.running b'), 1);
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.running')).display), 'table-header-group');
  assert.equal(await shown(page, '.filters'), 0);
  assert.equal(await shown(page, '.heat'), 3);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false });
  assert.ok(label.length > 0);
  const pages = (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) || []).length;
  assert.ok(pages > 3, `${pages} pages`);
  // The frame of the label has a red of its own; it is drawn on every page.
  const frames = drawings(pdf).filter((drawing) => drawing.includes('.4784 .0471 .1804 RG')).length;
  assert.ok(frames >= pages, `${frames} labels on ${pages} pages`);
  await page.close();
}

run(CHECKS);
