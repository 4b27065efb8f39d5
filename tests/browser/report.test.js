// SPDX-License-Identifier: MIT
// What is true of every report: it loads without a word, its structure is sound, nothing
// in it points outside but what was published.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { useBrowser, withPage } from "./support/browser.js";
import { report } from "./support/packs.js";

useBrowser();
const audits = ["palantir", "palantir-later", "national", "national-later", "public", "bounded", "empty", "hostile", "wordings", "letters", "letters-decided", "letters-reread"];

for (const audit of audits)
  test(`the report of ${audit}`, async () => {
    const tidy = spawnSync("tidy", ["-q", "-e", "-utf8", "--gnu-emacs", "no", "--drop-empty-elements", "no", report(audit)], { encoding: "utf8" });
    // tidy knows no links inside an SVG: of those that stand over a map, and of no other, it is not asked.
    const lines = readFileSync(report(audit), "utf8").split("\n");
    // A force's name may have a line break.
    const isAreaOfMap = (line) =>
      /^<a href="#[^"]+" aria-label="[^"]+"><path d="[^"]+"><\/path><\/a>$/m.test(lines.slice(line - 1).join("\n").match(/^[^]*?<\/a>/)?.[0] ?? "");
    const complaints = tidy.stderr.split("\n").filter((complaint) => {
      const link = complaint.match(/^line (\d+) column 1 - Warning: <a> proprietary attribute "(href|aria-label)"$/);
      return complaint && !(link && isAreaOfMap(link[1]));
    });
    assert.ok(tidy.status < 2, tidy.stderr.slice(0, 2000));
    assert.deepEqual(complaints, []);
    await withPage(report(audit), {}, async (page) => {
      const found = await page.evaluate(() => {
        const all = [...document.querySelectorAll("*")];
        const texts = (selector) => [...document.querySelectorAll(selector)].map((e) => e.textContent.trim());
        const repeated = (list) => [...new Set(list.filter((item, i) => list.indexOf(item) !== i))];
        const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((h) => Number(h.localName[1]));
        return {
          policy: document.querySelector("meta[http-equiv='Content-Security-Policy']")?.content ?? "",
          language: document.documentElement.lang,
          title: document.title,
          ids: repeated(all.map((e) => e.id).filter(Boolean)),
          labels: repeated([...document.querySelectorAll("[role=region]")].map((e) => e.getAttribute("aria-label"))),
          headings: levels.filter((level) => level === 1).length === 1 && levels.every((level, i) => i === 0 || level <= levels[i - 1] + 1),
          emptyHeadings: texts("h1, h2, h3, h4, h5, h6, caption, th").filter((text) => text === "").length,
          scripts: document.scripts.length,
          handlers: all.flatMap((e) => e.getAttributeNames().filter((name) => name.startsWith("on"))),
          loaded: all.filter((e) => ["img", "iframe", "object", "embed", "link", "audio", "video", "base", "image"].includes(e.localName)).map((e) => e.localName),
          // A point of a picture, and of the same picture.
          uses: [...document.querySelectorAll("use")].filter((u) => !u.closest("svg").querySelector(`[id="${u.getAttribute("xlink:href").slice(1)}"]`)).length,
          links: [...document.links].map((a) => a.getAttribute("href")).filter((href) => !/^(https?:\/\/|#|annex\.html(#|$))/.test(href)),
          pictures: [...document.querySelectorAll("svg:not(.areas)")].filter((svg) => svg.getAttribute("role") !== "img" || !svg.getAttribute("aria-label")).length,
          unnamed: [...document.querySelectorAll("svg.areas")].filter((svg) => svg.getAttribute("role") !== "group" || [svg, ...svg.querySelectorAll("a")].some((e) => !e.getAttribute("aria-label"))).length,
        };
      });
      assert.match(found.policy, /^default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'$/);
      assert.equal(found.language, "en-GB");
      assert.match(found.title, /Consistency audit of/);
      assert.deepEqual(found.ids, [], "names that stand twice");
      assert.deepEqual(found.labels, [], "regions with one label");
      assert.ok(found.headings, "levels of headings");
      assert.equal(found.emptyHeadings, 0);
      assert.equal(found.scripts, 1);
      assert.deepEqual(found.handlers, []);
      assert.deepEqual(found.loaded, []);
      assert.equal(found.uses, 0);
      assert.deepEqual(found.links, []);
      assert.equal(found.pictures, 0);
      assert.equal(found.unnamed, 0);
    });
  });

test("a report of 2,000 responses loads and filters in time", (t) =>
  withPage(report("large"), {}, async (page) => {
    const loaded = await page.evaluate(() => performance.getEntriesByType("navigation")[0].loadEventEnd);
    const filtered = await page.evaluate(() => {
      const begin = performance.now();
      const select = document.getElementById("filter-force");
      select.value = "kent";
      select.dispatchEvent(new Event("change", { bubbles: true }));
      // Layout is part of what a reader waits for.
      document.getElementById("finding-list").getBoundingClientRect();
      return performance.now() - begin;
    });
    const sizes = await page.evaluate(() => [document.querySelectorAll("*").length, document.querySelectorAll(".matter").length]);
    t.diagnostic(`large report: load event after ${Math.round(loaded)} ms, first filter ${Math.round(filtered)} ms, ${sizes[0]} elements, ${sizes[1]} matters`);
    assert.ok(loaded < 5000 && filtered < 5000);
    assert.match(await page.textContent("#filter-count"), /^[1-9]\d* of \d+ matters$/);
  }));
