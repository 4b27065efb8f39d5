// SPDX-License-Identifier: MIT
// Pictures of a report as a browser shows it, for scripts/make-pictures.
// Usage: node scripts/take-pictures.mjs OUT.png HEIGHT REPORT.html#ADDRESS [...]
import { createRequire } from 'node:module';

const require = createRequire(new URL('../tests/browser/package.json', import.meta.url));
const { chromium } = require('playwright-core');

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: process.getuid() === 0 ? ['--no-sandbox'] : [],
});
const wanted = process.argv.slice(2);
while (wanted.length >= 3) {
  const [out, height, address] = wanted.splice(0, 3);
  const page = await browser.newPage({ viewport: { width: 1280, height: Number(height) } });
  await page.goto(`file://${address}`, { waitUntil: 'load' });
  await page.waitForTimeout(500); // what scrolled into view is laid out
  await page.screenshot({ path: out });
  await page.close();
}
await browser.close();
