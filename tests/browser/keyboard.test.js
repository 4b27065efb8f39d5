// SPDX-License-Identifier: MIT
// The page by keyboard alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sizes, useBrowser, withPage } from "./support/browser.js";
import { report } from "./support/packs.js";

useBrowser();

const active = (page) =>
  page.evaluate(() => {
    const e = document.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(e);
    const box = e.getBoundingClientRect();
    return {
      tag: e.localName, id: e.id, words: e.textContent.trim().slice(0, 60),
      outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 1,
      visible: box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
    };
  });

test("the first stop skips to the content", () =>
  withPage(report("palantir"), {}, async (page) => {
    await page.keyboard.press("Tab");
    const first = await active(page);
    assert.equal(first.words, "Skip to the content");
    assert.ok(first.visible && first.outlined);
    await page.keyboard.press("Enter");
    assert.equal((await active(page)).id, "content");
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)));
  }));

for (const size of ["phone", "desktop"])
  test(`Tab passes every control once, in the order of the page, and is seen: ${size}`, () =>
    withPage(report("palantir"), { size: sizes[size] }, async (page) => {
      // Closed details are opened, so that what is in them counts.
      const expected = await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
        const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
          // Of the links of a matrix or a picture one is a stop.
          .filter((e) => e.checkVisibility() && e.tabIndex >= 0);
        all.forEach((e, i) => { e.stop = i; });
        return all.length;
      });
      assert.ok(expected > 100);
      const unseen = [];
      for (let i = 0; i < expected; i++) {
        await page.keyboard.press("Tab");
        const stop = await page.evaluate(() => document.activeElement.stop);
        assert.equal(stop, i, `stop ${i} is "${(await active(page)).words}"`);
        const now = await active(page);
        if (!now.outlined || !now.visible) unseen.push(`${now.tag} ${now.words}`);
      }
      assert.deepEqual(unseen, []);
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.stop ?? "out"), "out", "the page is a trap");
    }));

test("no stop is put out of order", async () => {
  for (const audit of ["palantir", "national-later", "hostile"])
    await withPage(report(audit), {}, async (page) => {
      const wrong = await page.$$eval("[tabindex]", (list) => list.filter((e) => !["0", "-1"].includes(e.getAttribute("tabindex"))).length);
      assert.equal(wrong, 0);
    });
});

test("what is wider than a phone can be scrolled by keyboard", () =>
  withPage(report("national"), { size: sizes.phone }, async (page) => {
    const wide = await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
      return [...document.querySelectorAll("*")]
        .filter((e) => !e.closest("svg") && e.scrollWidth > e.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(e).overflowX) && e.localName !== "select" && e.localName !== "input")
        .filter((e) => e.tabIndex < 0)
        .map((e) => `${e.localName}.${e.className}`);
    });
    assert.deepEqual([...new Set(wide)], []);
    await page.evaluate(() => [...document.querySelectorAll(".region")].find((e) => e.scrollWidth > e.clientWidth + 50).focus());
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.activeElement.scrollLeft > 0, null, { timeout: 5000 });
  }));

test("the filters work by keyboard", () =>
  withPage(report("palantir"), {}, async (page) => {
    await page.focus("#filter-severity");
    await page.keyboard.type("high");
    assert.equal(await page.inputValue("#filter-severity"), "high");
    assert.match(await page.textContent("#filter-count"), /^4 of /);
    await page.focus("#filters button");
    await page.keyboard.press("Space");
    await page.waitForFunction(() => document.getElementById("filter-severity").value === "");
    await page.focus("#filter-text");
    await page.keyboard.type("metropolitan");
    await page.keyboard.press("Enter");
    assert.match(await page.evaluate(() => location.hash), /text=metropolitan/);
  }));
