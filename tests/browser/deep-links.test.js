// SPDX-License-Identifier: MIT
// Addresses of views and of single things, with and without JavaScript.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sizes, useBrowser, withPage } from "./support/browser.js";
import { report } from "./support/packs.js";

useBrowser();
const path = report("palantir");
const count = (page) => page.textContent("#filter-count");
const inView = (page, id) =>
  page.evaluate((wanted) => {
    const box = document.getElementById(wanted).getBoundingClientRect();
    return box.top < innerHeight && box.bottom > 0 && box.height > 0;
  }, id);
// Scrolling to a link may take a frame or two.
const reaches = (page, id) =>
  page.waitForFunction((wanted) => {
    const box = document.getElementById(wanted).getBoundingClientRect();
    return box.height > 0 && box.top < innerHeight && box.bottom > 0;
  }, id);

test("an address with a view shows it, again after a reload", () =>
  withPage(path, { fragment: "#findings?force=north-yorkshire&severity=high&sort=date" }, async (page) => {
    for (const round of ["first", "reload"]) {
      if (round === "reload") await page.reload();
      assert.equal(await page.inputValue("#filter-force"), "north-yorkshire", round);
      assert.equal(await page.inputValue("#filter-severity"), "high");
      assert.equal(await page.inputValue("#sort-by"), "date");
      assert.match(await count(page), /^[1-9]\d* of \d+ matters$/);
      assert.equal(await page.locator(".matter:not([hidden]):not([data-severity=high])").count(), 0);
      assert.ok(await inView(page, "findings"));
    }
  }));

test("a search in an address may hold any character", () =>
  withPage(path, {}, async (page) => {
    const words = `Yorkshire & "50%" = ünï?#/\u202E`;
    await page.fill("#filter-text", words);
    await page.reload();
    assert.equal(await page.inputValue("#filter-text"), words);
  }));

test("an odd address does no harm", async () => {
  const odd = ["#findings?", "#findings?nonsense=1&force", "#%", "#no-such-thing", "#findings?sort=none&__proto__=1"];
  for (const fragment of odd)
    await withPage(path, { fragment }, async (page) => {
      assert.match(await count(page), /^(\d+) of \1 matters$/, fragment);
      assert.equal(await page.inputValue("#filter-force"), "");
    });
});

test("a force without a finding shows none, not everybody's", async () => {
  for (const force of ["dyfed-powys-elsewhere", "%E0%A4%A"])
    await withPage(path, { fragment: `#findings?force=${force}` }, async (page) => {
      assert.match(await count(page), /^0 of \d+ matters$/);
      assert.notEqual(await page.inputValue("#filter-force"), "");
    });
});

test("back and forward go through views", () =>
  withPage(path, {}, async (page) => {
    const all = await count(page);
    const link = page.locator(`a.filter-link[data-filter=force][data-value=north-yorkshire]`).first();
    await link.click();
    const narrowed = await count(page);
    assert.notEqual(narrowed, all);
    assert.equal(await page.inputValue("#filter-force"), "north-yorkshire");
    assert.equal(await page.evaluate(() => document.activeElement.id), "filter-force");
    await page.goBack();
    await page.waitForFunction((words) => document.getElementById("filter-count").textContent === words, all);
    await page.goForward();
    await page.waitForFunction((words) => document.getElementById("filter-count").textContent === words, narrowed);
  }));

test("a link from a request shows the findings on it, as many as it says", () =>
  withPage(path, {}, async (page) => {
    const links = page.locator("a.filter-link[data-filter=request]");
    assert.ok((await links.count()) > 1);
    for (const link of await links.all()) {
      const says = parseInt(await link.textContent(), 10);
      await link.click();
      assert.equal(parseInt(await count(page), 10), says);
    }
  }));

test("a link to a finding that a filter hides takes the filter away", () =>
  withPage(path, {}, async (page) => {
    const id = await page.getAttribute(".matter[data-severity=info]", "id");
    await page.selectOption("#filter-severity", "high");
    assert.equal(await page.isVisible(`#${id}`), false);
    await page.evaluate((hash) => { location.hash = hash; }, id);
    await reaches(page, id);
    assert.equal(await page.inputValue("#filter-severity"), "");
    assert.equal(await page.evaluate(() => document.activeElement.id), id);
  }));

for (const size of ["phone", "desktop"])
  for (const target of ["force-north-yorkshire", "request-995-24", "G10-e20d145075c7", "timeline", "method"])
    test(`#${target} is reached at ${size} size, with and without JavaScript`, async () => {
      for (const script of [true, false])
        await withPage(path, { fragment: `#${target}`, size: sizes[size], script }, (page) => reaches(page, target));
    });

test("every link within the page leads somewhere", async () => {
  for (const audit of ["palantir", "national", "national-later", "public", "empty", "hostile"])
    await withPage(report(audit), {}, async (page) => {
      const dead = await page.$$eval("a[href^='#']", (links) =>
        links.map((a) => a.getAttribute("href").slice(1)).filter((id) => id && !document.getElementById(decodeURIComponent(id))));
      assert.deepEqual([...new Set(dead)], [], audit);
    });
});

test("without JavaScript all findings are shown, and no filter", () =>
  withPage(path, { script: false }, async (page) => {
    assert.equal(await page.isVisible("#filters"), false);
    const findings = await page.locator(".matter").count();
    assert.ok(findings > 5);
    assert.equal(await page.locator(".matter:visible").count(), findings);
  }));
