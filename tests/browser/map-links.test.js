// SPDX-License-Identifier: MIT
// The forces of a map are links: to their dossiers, on the map of a request to the answer.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { useBrowser, withPage } from "./support/browser.js";
import { readCsv } from "./support/csv.js";
import { report } from "./support/packs.js";

useBrowser();
const screens = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

// Each link of a picture with the texts that are drawn inside its box.
const drawn = (page, open) =>
  page.evaluate((openAll) => {
    if (openAll) for (const fold of document.querySelectorAll("#requests details, #map details")) fold.open = true;
    return [...document.querySelectorAll(".drawn:has(.areas)")].map((picture) => {
      const texts = [...picture.querySelectorAll("svg:not(.areas) text")].map((t) => ({ words: t.textContent, box: t.getBoundingClientRect() }));
      return {
        chart: picture.querySelector(".areas").getAttribute("aria-label").match(/of (\S+),/)[1],
        links: [...picture.querySelectorAll(".areas a")].map((a) => {
          const box = a.getBoundingClientRect();
          const inside = ({ box: t }) => t.left + t.width / 2 > box.left && t.left + t.width / 2 < box.right && t.top + t.height / 2 > box.top && t.top + t.height / 2 < box.bottom;
          return { href: a.getAttribute("href"), label: a.getAttribute("aria-label"), wide: box.width, high: box.height, words: texts.filter(inside).map((t) => t.words) };
        }),
      };
    });
  }, open);

for (const [size, audits] of [["desktop", ["national", "national-later", "palantir", "public", "large"]], ["phone", ["national", "palantir"]]])
  for (const audit of audits)
    test(`each force of each map of ${audit} is a link, over its own cell, on a ${size}`, () =>
      withPage(report(audit), { size: screens[size] }, async (page) => {
        const pictures = (await drawn(page, true)).filter(({ chart }) => chart.startsWith("stance-map"));
        assert.ok(pictures.length > 0);
        for (const { chart, links } of pictures) {
          const rows = readCsv(join(dirname(report(audit)), "charts", `${chart}.csv`));
          assert.equal(links.length, rows.length, chart);
          for (const { label, words, wide, high } of links) {
            const row = rows.find((r) => label.startsWith(`${r.force}: `));
            assert.ok(row, label);
            // A name is wider than a cell where the picture is small, so that a neighbour's may reach in.
            assert.ok(words.includes(row.abbreviation) && words.includes(row.letter), `${chart} ${label}: ${words}`);
            assert.ok(wide >= 24 && high >= 24, `${chart} ${label}: ${wide} by ${high}`);
          }
        }
        const missing = await page.$$eval(".areas a", (list) => list.map((a) => a.getAttribute("href")).filter((h) => !document.getElementById(h.slice(1))));
        assert.deepEqual(missing, []);
      }));

test("with boundaries a link is the area, or the place in the list", () =>
  withPage(report("bounded"), {}, async (page) => {
    const map = (await drawn(page)).find(({ chart }) => chart.startsWith("boundary-map"));
    const rows = readCsv(join(dirname(report("bounded")), "charts", `${map.chart}.csv`));
    assert.equal(map.links.length, rows.length);
    for (const { label, words } of map.links) {
      const row = rows.find((r) => label.startsWith(`${r.force}: `));
      assert.ok(words.includes(row.abbreviation) && words.includes(row.letter), `${label}: ${words}`);
    }
  }));

test("a click on a force opens its dossier, on the map of a request its answer", () =>
  withPage(report("national"), { size: screens.desktop }, async (page) => {
    const kent = page.locator("#headline .areas a[aria-label^='Kent Police: ']");
    const box = await kent.boundingBox();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForFunction(() => location.hash === "#force-kent");
    assert.ok(await page.isVisible("#force-kent .dossier > div"));
    await page.goBack();
    await page.evaluate(() => { for (const fold of document.querySelectorAll("#requests details")) fold.open = true; });
    const answer = page.locator("#requests .areas a[aria-label^='Kent Police: ']").first();
    const href = await answer.getAttribute("href");
    assert.match(href, /^#letter-ken-/);
    await answer.click();
    await page.waitForFunction((wanted) => location.hash === wanted, href);
    assert.ok(await page.evaluate((id) => document.getElementById(id).open, href.slice(1)));
  }));

test("a tap does the same on a phone", () =>
  withPage(report("palantir"), { size: screens.phone }, async (page) => {
    const force = page.locator("#headline .areas a[aria-label^='Metropolitan Police Service: ']");
    await force.scrollIntoViewIfNeeded();
    const box = await force.boundingBox();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForFunction(() => location.hash === "#force-metropolitan");
  }));

test("a force of which nothing is known leads to where that is said", () =>
  withPage(report("palantir"), { size: screens.desktop }, async (page) => {
    const unknown = page.locator("#headline .areas a[href='#forces-unknown']").first();
    await unknown.click();
    const name = (await unknown.getAttribute("aria-label")).split(": ")[0];
    assert.match(await page.innerText("#forces-unknown"), new RegExp(name));
  }));

test("the links of a map are one stop, with the arrow keys between them", () =>
  withPage(report("national"), { size: screens.desktop }, async (page) => {
    const links = page.locator("#headline .areas a");
    assert.equal(await links.evaluateAll((list) => list.filter((a) => a.tabIndex === 0).length), 1);
    const at = () => page.evaluate(() => document.activeElement.getAttribute("aria-label")?.split(":")[0]);
    await page.focus("#headline .picture");
    await page.keyboard.press("Tab");
    assert.equal(await at(), "Police Service of Scotland");
    await page.keyboard.press("ArrowDown");
    assert.equal(await at(), "Northumbria Police");
    const { outlineStyle } = await page.evaluate(() => ({ outlineStyle: getComputedStyle(document.activeElement).outlineStyle }));
    assert.equal(outlineStyle, "solid");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    assert.equal(await at(), "Cleveland Police");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash === "#force-cleveland");
  }));

test("a pointer at rest is told the force, and nothing of it is in the page before", () =>
  withPage(report("national"), { size: screens.desktop }, async (page) => {
    assert.equal(await page.locator(".areas title").count(), 0);
    await page.hover("#headline .areas a[aria-label^='Kent Police: ']");
    assert.match(await page.locator(".areas title").first().evaluate((t) => t.textContent), /^Kent Police: confirms, 20\d\d$/);
  }));

test("the pictures beside the page have no links", () => {
  assert.doesNotMatch(readFileSync(join(dirname(report("national")), "charts/stance-map-halcyon-insight.svg"), "utf8"), /<a /);
});
