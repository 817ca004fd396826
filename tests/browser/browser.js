'use strict';
// What the tests in a browser share: starting it, opening pages, what is wrong with them for whom.

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const zlib = require('node:zlib');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Runs checks on the pages that the command line names. */
async function run(checks) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-browser-'));
  const browser = await chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: FLAGS });
  let failed = 0;
  try {
    for (const file of process.argv.slice(2)) {
      for (const [name, check] of Object.entries(checks)) {
        const start = Date.now();
        try {
          await check(browser.browser() || browser, pathToFileURL(file).href);
          console.log(`ok      ${name} ${path.basename(file)} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
        } catch (error) {
          failed += 1;
          console.log(`FAILED  ${name} ${path.basename(file)}\n${error.message}`);
        }
      }
    }
  } finally {
    await browser.close();
    fs.rmSync(profile, { recursive: true, force: true });
  }
  process.exitCode = failed ? 1 : 0;
}

/** A page; what it says to the console or asks of the network is remembered. */
async function open(browser, url, viewport = DESKTOP) {
  const page = await browser.newPage();
  await page.setViewportSize(viewport);
  page.complaints = [];
  page.asked = [];
  page.on('console', (message) => page.complaints.push(message.text()));
  page.on('pageerror', (error) => page.complaints.push(error.message));
  page.on('request', (request) => page.asked.push(request.url()));
  await page.goto(url);
  return page;
}

/** A page in a browser that runs no scripts. */
async function openWithoutScript(browser, url) {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  await page.goto(url);
  return page;
}

const shown = (page, selector) => page.locator(`${selector}:visible`).count();

/** What keeps people with disabilities from using a page. */
async function barriers(page) {
  // By the browser's debugger, which the page's own policy does not bind.
  await page.evaluate(AXE);
  const result = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] }));
  return result.violations.map((v) => `${v.id}: ${v.help} (${v.nodes.length}) ${v.nodes[0].html.slice(0, 160)}`);
}

/** What a PDF draws, stream by stream. */
function drawings(pdf) {
  const found = [];
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 1)) {
    if (pdf.toString('latin1', at - 3, at) === 'end') { continue; }
    const start = at + (pdf[at + 6] === 13 ? 8 : 7);
    const end = pdf.indexOf('endstream', start);
    try { found.push(zlib.inflateSync(pdf.subarray(start, end)).toString('latin1')); } catch { /* fonts and pictures */ }
  }
  return found;
}

module.exports = { DESKTOP, PHONE, barriers, drawings, open, openWithoutScript, run, shown };
