// SPDX-License-Identifier: MIT
// The report on paper: A4, all of it, nothing cut off, marked on every page.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { useBrowser, withPage } from "./support/browser.js";
import { report } from "./support/packs.js";

useBrowser();

// Width of A4 less the margins of the style, in px.
const paper = { width: Math.floor(((210 - 24) / 25.4) * 96), height: 1000 };

async function printed(page, audit, pageRanges = "") {
  const file = join(dirname(report(audit)), "printed.pdf");
  await page.pdf({ path: file, format: "A4", preferCSSPageSize: true, printBackground: true, pageRanges });
  const info = execFileSync("pdfinfo", [file], { encoding: "utf8" });
  const pages = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  return { info, pages };
}

test("prints the real pack, marked at head and foot of every page", (t) =>
  withPage(report("bounded"), {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    const { info, pages } = await printed(page, "bounded");
    assert.match(info, /Page size: +59[45](\.\d+)? x 84[12](\.\d+)? pts/);
    t.diagnostic(`${pages.length} pages`);
    assert.ok(pages.length > 5 && pages.length <= 40, `${pages.length} pages`);
    pages.forEach((text, i) => {
      const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
      assert.match(lines[0], /OFFICIAL-SENSITIVE/, `head of page ${i + 1}`);
      assert.match(lines.slice(-2).join(" "), /OFFICIAL-SENSITIVE/, `foot of page ${i + 1}`);
      assert.match(lines.slice(-2).join(" "), new RegExp(`Page ${i + 1} of ${pages.length}`));
    });
    const all = pages.join("\n");
    assert.doesNotMatch(all, /Show all|Sort by/, "the filters are printed");
    assert.match(all, /On paper stands what is open on the page/, "what was closed is told of");
  }));

for (const audit of ["palantir", "national-later", "hostile", "wordings", "letters-decided"])
  test(`nothing of ${audit} is cut off at the edge of the paper`, () =>
    withPage(report(audit), { size: paper }, async (page) => {
      await page.emulateMedia({ media: "print" });
      const found = await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
        const cut = [...document.querySelectorAll("table, svg, p, li, td, th, figure, h1, h2, h3, h4, h5, pre, summary")]
          .filter((e) => e.checkVisibility() && !e.closest(".unseen") && !e.parentElement.closest("svg"))
          .filter((e) => { const { right, width } = e.getBoundingClientRect(); return width > 0 && right > innerWidth + 1; });
        return {
          cut: cut.slice(0, 5).map((e) => `${e.localName}.${e.className} ${Math.round(e.getBoundingClientRect().right)}: ${e.textContent.trim().slice(0, 60)}`),
          scrolling: [...document.querySelectorAll("body *")].filter((e) => ["auto", "scroll"].includes(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1).length,
          hidden: ["nav", ".filters", ".skip"].filter((s) => [...document.querySelectorAll(s)].some((e) => e.checkVisibility())),
        };
      });
      assert.deepEqual(found.cut, []);
      assert.equal(found.scrolling, 0, "a region that scrolls hides what it holds");
      assert.deepEqual(found.hidden, []);
    }));

test("numbers of the matrix of wordings stay on one line on paper", () =>
  withPage(report("wordings"), { size: paper }, async (page) => {
    await page.emulateMedia({ media: "print" });
    const broken = await page.$$eval("#likeness td", (list) =>
      list.filter((td) => {
        const range = document.createRange();
        range.selectNodeContents(td);
        return range.getClientRects().length > 1 || td.scrollWidth > td.clientWidth + 1;
      }).map((td) => td.textContent));
    assert.deepEqual(broken, []);
  }));

test("a filtered view prints as it is seen", () =>
  withPage(report("palantir"), { fragment: "#findings?severity=critical" }, async (page) => {
    await page.emulateMedia({ media: "print" });
    const { pages } = await printed(page, "palantir");
    const all = pages.join("\n");
    assert.match(all, /L01-9d70a40d0bbb/);
    assert.doesNotMatch(all, /Evidence[\s\S]{0,400}nbr-136[\s\S]{0,100}info\s+possible/);
  }));

test("the marking stays on one line beside the label of the pack", () =>
  withPage(report("public"), {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    const { pages } = await printed(page, "public", "1-3");
    assert.equal(pages.length, 3);
    for (const text of pages) {
      assert.match(text, /Invented data/);
      assert.equal(text.match(/OFFICIAL-SENSITIVE/g)?.length >= 2, true, "head and foot");
      assert.doesNotMatch(text, /OFFICIAL-\s*$/m, "broken in two");
    }
  }));

test("the brief has two pages at most, whatever the names", () => {
  const file = join(dirname(report("hostile")), "brief.pdf");
  const info = execFileSync("pdfinfo", [file], { encoding: "utf8" });
  assert.match(info, /Pages: +[12]\n/);
});

test("the national example has 40 pages at most, no run of pages that are half empty, and heads that are repeated", (t) =>
  withPage(report("national"), {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    const { pages } = await printed(page, "national");
    t.diagnostic(`${pages.length} pages`);
    assert.ok(pages.length > 8 && pages.length <= 40, `${pages.length} pages`);
    // How far down its words and pictures reach: by the bytes of ink of each page, drawn small.
    const file = join(dirname(report("national")), "printed.pdf");
    const grey = execFileSync("pdftoppm", ["-gray", "-r", "20", file], { maxBuffer: 1 << 28 });
    const filled = [];
    for (let at = 0; at < grey.length; ) {
      const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(grey.toString("latin1", at, at + 40));
      const [wide, high] = [Number(head[1]), Number(head[2])];
      at += head[0].length;
      let last = 0;
      for (let y = 0; y < high * 0.9; y++)
        for (let x = 0; x < wide; x++) if (grey[at + y * wide + x] < 200) last = y;
      filled.push(last / (high * 0.9));
      at += wide * high;
    }
    assert.equal(filled.length, pages.length);
    const empty = filled.map((share) => share < 0.5);
    assert.ok(!empty.some((half, i) => half && empty[i + 1]), `half empty: ${filled.map((f) => f.toFixed(2))}`);
    const heads = await page.$$eval("thead", (list) => list.filter((e) => e.checkVisibility() && getComputedStyle(e).display !== "table-header-group").length);
    assert.equal(heads, 0);
  }));

for (const audit of ["national", "palantir", "national-later"])
  test(`no word of ${audit} is broken on paper`, () =>
    withPage(report(audit), { size: paper }, async (page) => {
      await page.emulateMedia({ media: "print" });
      const broken = await page.evaluate(() => {
        const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
        while (walk.nextNode()) {
          const node = walk.currentNode, parent = node.parentElement;
          if (parent.closest("svg, script, style, .unseen") || !parent.checkVisibility()) continue;
          for (const word of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
            range.setStart(node, word.index);
            range.setEnd(node, word.index + word[0].length);
            if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) found.push(word[0]);
          }
        }
        return found;
      });
      assert.deepEqual(broken, []);
    }));

test("the brief answers on its first page", () => {
  const pdf = join(dirname(report("hostile")), "brief.pdf");
  const first = execFileSync("pdftotext", ["-l", "1", pdf, "-"], { encoding: "utf8" });
  for (const words of ["Are the forces consistent?", "What changed since the last audit?", "What is to be decided?"]) assert.ok(first.includes(words), words);
  assert.equal(first.match(/Decide:/g)?.length, 3, "three decisions");
  const second = execFileSync("pdftotext", ["-f", "2", "-layout", pdf, "-"], { encoding: "utf8" });
  assert.match(second, /[01]\.\d\d at the regulator/);
});
