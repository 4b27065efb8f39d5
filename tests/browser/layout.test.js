// SPDX-License-Identifier: MIT
// Nothing makes the page itself wider than the window, and what is wide scrolls in a
// region of its own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sizes, useBrowser, withPage } from "./support/browser.js";
import { report } from "./support/packs.js";

useBrowser();

for (const [size, viewport] of Object.entries(sizes))
  for (const audit of ["palantir", "national-later", "bounded", "empty", "hostile", "wordings", "letters-decided"].concat(size === "phone" ? "large" : []))
    test(`${audit} at ${viewport.width} px`, () =>
      withPage(report(audit), { size: viewport }, async (page) => {
        const found = await page.evaluate(() => {
          for (const details of document.querySelectorAll("details")) details.open = true;
          const scrolls = (e) => ["auto", "scroll", "hidden"].includes(getComputedStyle(e).overflowX);
          const within = (e) => e && (scrolls(e) || within(e.parentElement));
          const wide = [...document.querySelectorAll("body *")].filter((e) => {
            if (e.closest(".skip, .unseen, svg svg, svg *")) return false;
            const { right, left, width } = e.getBoundingClientRect();
            return width > 0 && (right > innerWidth + 1 || left < -1) && !within(e.parentElement);
          });
          const page = document.scrollingElement;
          return {
            wide: wide.slice(0, 5).map((e) => `${e.localName}.${e.className}: ${e.textContent.trim().slice(0, 60)}`),
            scrolls: page.scrollWidth - page.clientWidth,
            clipped: [...document.querySelectorAll("button, .tag, summary, caption, .count")]
              .filter((e) => e.scrollWidth > e.clientWidth + 2 && getComputedStyle(e).overflowX !== "visible").length,
          };
        });
        assert.deepEqual(found.wide, []);
        assert.ok(found.scrolls <= 0, `the page is ${found.scrolls} px too wide`);
        assert.equal(found.clipped, 0);
      }));

test("targets of a finger are apart on a phone", () =>
  withPage(report("national"), { size: sizes.phone }, async (page) => {
    const small = await page.$$eval("#filters select, #filters input, #filters button, summary", (list) =>
      list.filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 24).map((e) => e.id || e.textContent));
    assert.deepEqual(small, []);
  }));
