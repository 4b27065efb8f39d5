// SPDX-License-Identifier: MIT
// The dossier of a force: two sheets of A4 for a meeting, whatever there is to say.
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { promisify } from "node:util";
import { sizes, useBrowser, withPage } from "./support/browser.js";
import { program, realPack, report } from "./support/packs.js";

useBrowser();
const run = promisify(execFile);
const folder = join(dirname(report("palantir")), "../../dossiers");
const database = (audit) => join(dirname(report(audit)), "audit.db");

// What a page stands for: an audit, and what was asked of it.
const made = {
  yorkshire: ["palantir", "--force", "north-yorkshire", "--request", "157/25", "--pdf"],
  own: ["bounded", "--force", "north-yorkshire", "--pdf"],
  silent: ["palantir", "--force", "kent", "--pdf"],
  many: ["large", "--force", "kent", "--pdf"],
  asked: ["large", "--force", "essex", "--request", "7040/25", "--pdf"],
  hostile: ["hostile", "--all"],
  national: ["national", "--force", "west-yorkshire"],
  public: ["public", "--force", "west-yorkshire"],
  decided: ["letters-decided", "--all"],
  empty: ["empty", "--force", "kent", "--pdf"],
};
const pages = (name) => readdirSync(join(folder, name)).filter((f) => f.endsWith(".html")).map((f) => join(folder, name, f));
const page = (name) => pages(name)[0];

before(async () => {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all(
    Object.entries(made).map(([name, [audit, ...options]]) => {
      mkdirSync(join(folder, name), { recursive: true });
      return run(program, ["dossier", database(audit), ...options, "-o", join(folder, name)]);
    }),
  );
});

const questions = ["What did we say?", "What was public?", "What was advised?", "What did the others say?", "Where does it not hold?",
  "What would an answer do today?", "Which days to keep in view?"];

for (const name of Object.keys(made).filter((name) => made[name].includes("--pdf")))
  test(`${name} is two pages of A4 that answer every question`, () => {
    const pdf = page(name).replace(/html$/, "pdf");
    const info = execFileSync("pdfinfo", [pdf], { encoding: "utf8" });
    assert.match(info, /Pages: +2\n/);
    assert.match(info, /Page size: +59[45](\.\d+)? x 84[12](\.\d+)? pts/);
    const [first, second] = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" }).split("\f");
    for (const question of questions.slice(0, 3)) assert.ok(first.includes(question), question);
    for (const question of questions.slice(4)) if (name !== "empty" || !question.includes("answer")) assert.ok(second.includes(question), question);
    assert.ok((first + second).includes(questions[3]));
    assert.match(second, /These two sheets leave out the words of the letters[\s\S]*the force\s+decides for itself/, "the foot is cut off");
    if (made[name][0] === "bounded")
      for (const text of [first, second]) assert.equal(text.match(/OFFICIAL-SENSITIVE/g)?.length >= 2, true, "marked at head and foot");
  });

// As on paper: nothing of a sheet is beyond its height or its width.
const paper = { width: Math.floor(((210 - 24) / 25.4) * 96), height: 1000 };
for (const name of Object.keys(made))
  test(`nothing of ${name} is cut off on paper`, async () => {
    for (const file of pages(name))
      await withPage(file, { size: paper }, async (p) => {
        await p.emulateMedia({ media: "print" });
        const cut = await p.evaluate(() => [
          ...[...document.querySelectorAll(".sheet")].filter((e) => e.scrollHeight > e.clientHeight + 1).map((e) => `${e.ariaLabel}: ${e.scrollHeight} of ${e.clientHeight}`),
          ...[...document.querySelectorAll("p, li, td, th, h1, h2")].filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.textContent.slice(0, 60)),
        ]);
        assert.deepEqual(cut, [], file);
        await p.emulateMedia({ media: null });
      });
  });

test("the table of answers is that of advise", () =>
  withPage(page("yorkshire"), {}, async (p) => {
    const shown = await p.$$eval(".answers tbody tr", (rows) =>
      rows.map((row) => [row.cells[0].firstChild.textContent, ...[...row.cells].slice(1).map((c) => c.textContent)]));
    const { stdout } = await run(program, ["advise", realPack, "--force", "north-yorkshire", "--request", "157/25", "--tool", "palantir", "--json"]);
    const { options } = JSON.parse(stdout);
    assert.deepEqual(shown, options.map((o) => [
      o.option,
      ...[o.creates.critical.length, o.creates.high.length, o.creates.medium.length + o.creates.low.length + o.creates.info.length,
        o.contradicts.length, o.with.length, o.against.length].map(String),
      `${o.bits >= 0 ? "+" : ""}${o.bits.toFixed(2)}`,
    ]));
  }));

test("each matter says what speaks against it", () =>
  withPage(page("own"), {}, async (p) => {
    const matters = await p.$$eval(".top li", (list) => list.map((e) => e.textContent.replace(/\s+/g, " ")));
    assert.ok(matters.length >= 3);
    for (const matter of matters) assert.match(matter, /Against it: \S.*To do: \S/);
    assert.match(matters[0], /L01-\w+.*Against it: Whoever coded it doubts the row itself/);
  }));

test("another reading of a letter is held against what rests on it", () =>
  withPage(pages("decided").find((f) => f.includes("gloucestershire")), {}, async (p) => {
    const matters = await p.$$eval(".top li", (list) => list.map((e) => e.textContent));
    assert.ok(matters.length > 1);
    for (const matter of matters) assert.match(matter, /The letter can be read otherwise: gloucestershire as neither confirmed nor denied/);
  }));

test("a page of hostile names shows them and runs nothing", async () => {
  const all = pages("hostile");
  assert.ok(all.length > 1);
  let shown = "";
  for (const file of all)
    await withPage(file, {}, async (p) => {
      shown += await p.evaluate(() => document.body.innerText);
      assert.equal(await p.locator("script, img, iframe, object").count(), 0);
      const links = await p.$$eval("a[href]", (list) => list.map((a) => a.getAttribute("href")).filter((h) => !/^(https?:|#)/.test(h)));
      assert.deepEqual(links, []);
    });
  assert.match(shown, /<script|<img|<b>/i, "the hostile text is not on the page");
});

test("to the public it says nothing of what a single force may use", () =>
  withPage(page("public"), {}, async (p) => {
    const text = await p.evaluate(() => document.body.innerText);
    assert.match(text, /For the public audience/);
    assert.doesNotMatch(text, /For internal use|chance of use|exposure/i);
  }));

test("it is read on a phone without scrolling, but for its tables", async () => {
  for (const name of ["yorkshire", "hostile", "many"])
    await withPage(page(name), { size: { ...sizes.phone, width: 390 } }, async (p) => {
      const wide = await p.evaluate(() => [
        document.documentElement.scrollWidth > innerWidth ? "the page" : "",
        ...[...document.querySelectorAll("p, li, h1, h2, .region")].filter((e) => !e.closest("table") && e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.textContent.slice(0, 60)),
      ].filter(Boolean));
      assert.deepEqual(wide, [], name);
    });
});
