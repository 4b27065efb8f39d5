// SPDX-License-Identifier: MIT
// How long the report is: words that are seen, stops of the Tab key, headings, folds, and the annex.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { useBrowser, withPage } from "./support/browser.js";
import { report } from "./support/packs.js";

useBrowser();
const annex = (audit) => join(dirname(report(audit)), "annex.html");
const wordsOf = (text) => text.match(/\S+/g)?.length ?? 0;

test("the report on the national example has 12,000 words at most, however they are counted", (t) =>
  withPage(report("national"), {}, async (page) => {
    // As a reader sees the page, and all that stands in no closed fold: choices of filters and short names too.
    const unfolded = await page.evaluate(() => {
      const body = document.body.cloneNode(true);
      for (const e of body.querySelectorAll("details:not([open]) > :not(summary), script, style")) e.remove();
      const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT), found = [];
      while (texts.nextNode()) found.push(texts.currentNode.textContent);
      return found.join(" ");
    });
    for (const words of [wordsOf(await page.innerText("body")), wordsOf(unfolded)]) {
      t.diagnostic(`${words} words`);
      assert.ok(words > 3000 && words <= 12000, `${words} words`);
    }
  }));

for (const audit of ["national", "palantir", "hostile"])
  for (const path of [report(audit), annex(audit)])
    test(`without JavaScript everything of ${audit} is shown: ${path.split("/").pop()}`, () =>
      withPage(path, { script: false }, async (page) => {
        // Without scripts the page cannot be asked, but its boxes can.
        const folds = page.locator("details");
        const count = await folds.count();
        assert.ok(count > 0);
        assert.equal(await page.locator("details:not([open])").count(), 0);
      }));

test("what is folded is opened by its address, and closed again by nobody", async () => {
  const html = readFileSync(report("national"), "utf8");
  const finding = html.match(/class="finding" id="([^"]+)"/)[1];
  await withPage(report("national"), { fragment: `#${finding}` }, async (page) => {
    assert.ok(await page.isVisible(`[id="${finding}"]`));
    assert.ok((await page.locator("details.fold:not([open])").count()) > 50, "the others stay closed");
  });
});

test("the address of a section opens none of its folds", () =>
  withPage(report("national"), { fragment: "#findings" }, async (page) => {
    assert.equal(await page.locator("#findings > details[open]").count(), 0);
  }));

test("headings of sections stay in the accessibility tree", () =>
  withPage(report("national"), {}, async (page) => {
    const client = await page.context().newCDPSession(page);
    const { nodes } = await client.send("Accessibility.getFullAXTree");
    const named = new Set(nodes.filter((n) => !n.ignored && n.role?.value === "heading").map((n) => n.name?.value.trim()));
    const headings = await page.$$eval("main > section > h2", (list) => list.map((h) => h.textContent.trim().replace(/\s+/g, " ")));
    assert.ok(headings.length >= 9);
    assert.deepEqual(headings.filter((h) => !named.has(h)), []);
    assert.doesNotMatch(readFileSync(report("national"), "utf8"), /content-visibility/);
    await client.detach();
  }));

for (const audit of ["national", "national-later", "palantir", "large"])
  test(`at most 200 stops before the matters of ${audit}`, (t) =>
    withPage(report(audit), {}, async (page) => {
      const stops = await page.evaluate(() => {
        const list = document.getElementById("finding-list");
        return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
          .filter((e) => e.tabIndex >= 0 && e.checkVisibility() && (list.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING)).length;
      });
      t.diagnostic(`${stops} stops`);
      assert.ok(stops > 10 && stops <= 200, `${stops} stops`);
    }));

test("a matrix is one stop, with the arrow keys between its links", () =>
  withPage(report("national"), {}, async (page) => {
    const links = page.locator("table.matrix").first().locator("a[href]");
    assert.ok((await links.count()) > 50);
    const stops = await links.evaluateAll((list) => list.filter((a) => a.tabIndex === 0).length);
    assert.equal(stops, 1);
    await links.first().focus();
    const place = () => page.evaluate(() => { const b = document.activeElement.getBoundingClientRect(); return [b.left + scrollX, b.top + scrollY]; });
    const [x, y] = await place();
    await page.keyboard.press("ArrowDown");
    const [x2, y2] = await place();
    assert.ok(y2 > y, "down");
    await page.keyboard.press("ArrowUp");
    const [, y3] = await place();
    assert.ok(y3 < y2, "up");
    assert.ok(Math.abs(x2 - x) < 200);
  }));

for (const audit of ["national", "palantir", "public", "hostile", "empty"])
  test(`the annex of ${audit}`, async () => {
    const tidy = spawnSync("tidy", ["-q", "-e", "-utf8", "--gnu-emacs", "no", "--drop-empty-elements", "no", annex(audit)], { encoding: "utf8" });
    assert.equal(tidy.status, 0, tidy.stderr.slice(0, 2000));
    const other = readFileSync(report(audit), "utf8");
    await withPage(annex(audit), {}, async (page) => {
      const found = await page.evaluate(() => ({
        policy: document.querySelector("meta[http-equiv='Content-Security-Policy']").content,
        scripts: document.scripts.length,
        links: [...document.links].map((a) => a.getAttribute("href")),
        missing: [...document.links].map((a) => a.getAttribute("href")).filter((h) => h.startsWith("#") && !document.getElementById(h.slice(1))),
        sections: [...document.querySelectorAll("main > section")].map((s) => s.id),
        headings: [...document.querySelectorAll("h1")].length,
      }));
      assert.match(found.policy, /^default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'$/);
      assert.equal(found.scripts, 1);
      assert.equal(found.headings, 1);
      assert.deepEqual(found.missing, []);
      assert.deepEqual(found.sections, ["exposure", "agreement", "method"]);
      assert.ok(found.links.includes("report.html"));
      for (const link of found.links.filter((h) => h.startsWith("report.html#"))) assert.ok(other.includes(`id="${link.slice(12)}"`), link);
    });
    assert.match(other, /href="annex\.html"/);
  });

test("no identifier of advice and no name of a design page stands in sentences", () =>
  withPage(report("national"), { script: false }, async (page) => {
    const texts = (await page.locator("p, li, dd, h1, h2, h3, h4, summary").allInnerTexts()).join("\n");
    assert.doesNotMatch(texts, /example-\d-[an]\b/);
    assert.doesNotMatch(texts, /SEMANTICS/);
  }));
