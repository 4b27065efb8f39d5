// SPDX-License-Identifier: MIT
// The filters and the order of the matters, in the report of an audit with a baseline.
import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { useBrowser, withPage } from "./support/browser.js";
import { readCsv } from "./support/csv.js";
import { report } from "./support/packs.js";

useBrowser();
const path = report("national-later");

// The matters on the page, those that are shown, in their order.
const shown = (page) =>
  page.$$eval(".matter", (matters) =>
    matters
      .filter((matter) => matter.checkVisibility())
      .map((matter) => ({ id: matter.id, text: matter.textContent.toLowerCase(), ...matter.dataset })));
const count = (page) => page.textContent("#filter-count");
const sum = async (page) => Number((await count(page)).split(" ")[0]);
const total = (page) => page.$$eval(".matter:not(.waived)", (matters) => matters.length);
const address = (page) => page.evaluate(() => location.hash);
// The choices of a select, less "any".
const choices = (page, id) => page.$$eval(`#${id} option`, (options) => options.map((o) => o.value).filter(Boolean));

// What the data of a matter must be where a choice is made.
const fits = {
  severity: (matter, value) => matter.severity === value,
  certainty: (matter, value) => matter.certainty === value,
  rule: (matter, value) => value.split(",").some((rule) => matter.rules.split("|").includes(rule)),
  force: (matter, value) => matter.forces.split("|").includes(value),
  reach: (matter, value) => (value === "own") === (matter.own !== ""),
  request: (matter, value) => matter.requests.split("|").includes(value),
  exemption: (matter, value) => matter.exemptions.split("|").includes(value),
  change: (matter, value) => matter.change === value,
};

for (const name of Object.keys(fits))
  test(`each choice of ${name} shows what has it, and all of that`, () =>
    withPage(path, {}, async (page) => {
      const all = await shown(page);
      const values = await choices(page, `filter-${name}`);
      assert.ok(values.length > (name === "certainty" ? 0 : 1));
      // Of a long list the first few: what is picked out is the same code for all.
      for (const value of values.slice(0, 12)) {
        await page.selectOption(`#filter-${name}`, value);
        const expected = all.filter((matter) => fits[name](matter, value)).map((matter) => matter.id);
        assert.ok(expected.length > 0, `${value} is offered and shows nothing`);
        assert.deepEqual((await shown(page)).map((matter) => matter.id), expected, value);
        assert.equal(await count(page), `${expected.length} of ${all.length} matters`);
        assert.equal(await address(page), `#findings?${name}=${encodeURIComponent(value)}`);
      }
    }));

test("a search finds all its words, in any order and case", () =>
  withPage(path, {}, async (page) => {
    const all = await shown(page);
    await page.fill("#filter-text", "  kent   NCND ");
    const expected = all.filter((matter) => matter.text.includes("kent") && matter.text.includes("ncnd"));
    assert.ok(expected.length > 0 && expected.length < all.length);
    assert.deepEqual((await shown(page)).map((f) => f.id), expected.map((f) => f.id));
    await page.fill("#filter-text", "NCND kent");
    assert.equal(await sum(page), expected.length);
  }));

test("choices add up, and headings without matters go", () =>
  withPage(path, {}, async (page) => {
    const all = await shown(page);
    await page.selectOption("#filter-severity", "high");
    const high = await sum(page);
    await page.selectOption("#filter-force", "kent");
    const both = await shown(page);
    assert.ok(both.length > 0 && both.length < high);
    for (const matter of both) {
      assert.equal(matter.severity, "high");
      assert.ok(matter.forces.includes("|kent|"));
    }
    const groups = await page.$$eval("#finding-list .group", (list) =>
      list.map((g) => [g.checkVisibility(), g.querySelectorAll(".matter:not([hidden])").length, g.querySelectorAll(".matter").length, g.querySelector("h3").textContent]));
    for (const [visible, n, all, heading] of groups) {
      assert.equal(visible, n > 0, heading);
      if (visible) assert.match(heading, n < all ? new RegExp(`: ${n} of ${all}$`) : new RegExp(`: ${all}$`));
    }
    assert.ok(groups.some(([visible]) => !visible));
    assert.equal(await page.textContent("#filter-told"), `${all.length - both.length} are hidden; chosen: force “Kent Police”, severity “high”`);
    assert.equal(await address(page), "#findings?force=kent&severity=high");
  }));

test("where nothing fits the page says so, and shows all again", () =>
  withPage(path, {}, async (page) => {
    await page.fill("#filter-text", "no matter says this");
    assert.deepEqual(await shown(page), []);
    assert.ok(await page.isVisible("text=No matter fits."));
    assert.equal(await count(page), `0 of ${await total(page)} matters`);
    await page.click("button[type=reset]");
    await page.waitForFunction(() => location.hash === "#findings");
    assert.equal(await sum(page), await total(page));
    assert.equal(await page.locator("text=No matter fits.").count(), 0);
    assert.equal(await page.inputValue("#filter-text"), "");
  }));

const orders = {
  force: (a, b) => (a.force || "\uffff") <= (b.force || "\uffff"),
  request: (a, b) => (a.request || "\uffff") <= (b.request || "\uffff"),
  date: (a, b) => a.date >= b.date,
  severity: (a, b) => Number(a.rank) >= Number(b.rank),
};

for (const [name, inOrder] of Object.entries(orders))
  test(`sorts by ${name}, and back`, () =>
    withPage(path, {}, async (page) => {
      const before = await shown(page);
      await page.selectOption("#sort-by", name);
      const after = await shown(page);
      assert.equal(after.length, before.length);
      const wrong = after.findIndex((matter, i) => i > 0 && !inOrder(after[i - 1], matter));
      assert.equal(wrong, -1);
      assert.notDeepEqual(after.map((f) => f.id), before.map((f) => f.id));
      assert.equal(await page.locator("#finding-list .group-heading:visible").count(), 0);
      await page.selectOption("#sort-by", "");
      assert.deepEqual((await shown(page)).map((f) => f.id), before.map((f) => f.id));
    }));

test("the choices say how many matters they have", () =>
  withPage(path, {}, async (page) => {
    for (const id of ["filter-severity", "filter-certainty", "filter-rule", "filter-force", "filter-request", "filter-exemption", "filter-change"])
      for (const { value, label } of await page.$$eval(`#${id} option`, (options) =>
        options.filter((o) => o.value).map((o) => ({ value: o.value, label: o.textContent })))) {
        await page.selectOption(`#${id}`, value);
        assert.equal(await sum(page), Number(/\((\d+)\)$/.exec(label)[1]), label);
        await page.selectOption(`#${id}`, "");
      }
  }));

test("without a baseline nothing about change is offered", () =>
  withPage(report("national"), {}, async (page) => {
    assert.equal(await page.locator("#filter-change").count(), 0);
  }));

// The number of matters and findings that a first screen speaks of, against the tables beside it.
test("headline, list and folds count as matters.csv does", async () => {
  for (const audit of ["national", "national-later", "palantir"]) {
    const folder = dirname(report(audit));
    const matters = readCsv(join(folder, "matters.csv"));
    const open = readCsv(join(folder, "findings.csv")).filter((row) => row.status === "open");
    await withPage(report(audit), {}, async (page) => {
      const says = (await page.textContent("#headline")).replace(/\s+/g, " ");
      assert.ok(says.includes(`${matters.length} matters to decide about, which are ${open.length} findings`), says.slice(0, 900));
      const counts = await page.$$eval("#headline .count", (list) => list.map((li) => li.textContent.trim()));
      for (const severity of ["critical", "high", "medium", "low", "info"])
        assert.ok(counts.includes(`${severity} ${matters.filter((m) => m.severity === severity).length}`), `${severity}: ${counts}`);
      const told = await page.$$eval(".matter", (list) =>
        list.filter((matter) => !matter.matches(".waived")).map((matter) => ({ id: matter.id, findings: [...matter.querySelectorAll(".finding")].map((f) => f.id) })));
      assert.deepEqual(
        told.map((matter) => [matter.id, ...matter.findings.sort()].join()).sort(),
        matters.map((m) => [m.matter_id, ...m.finding_ids.split(";").sort()].join()).sort());
    });
  }
});

test("a matter lists its questions, and folds its findings away", () =>
  withPage(path, {}, async (page) => {
    const matter = readCsv(join(dirname(path), "matters.csv")).find((row) => row.question_ids.split(";").length > 2);
    const questions = matter.question_ids.replaceAll(";", ", ");
    const article = page.locator(`#${matter.matter_id}`);
    assert.ok((await article.locator("h4").textContent()).endsWith(questions));
    assert.equal((await article.locator("summary").textContent()).split(": evidence")[0], `${matter.rule_ids.replaceAll(";", ", ")}, ${matter.findings} findings, questions ${questions}`);
    const finding = article.locator(".finding").last();
    assert.equal(await finding.isVisible(), false);
    const id = await finding.getAttribute("id");
    await page.evaluate((hash) => { location.hash = hash; }, id);
    await finding.waitFor({ state: "visible" });
    assert.equal(await page.evaluate(() => document.activeElement.id), id);
  }));

test("a dossier counts the matters that concern a force", () =>
  withPage(path, {}, async (page) => {
    for (const link of (await page.locator("a.filter-link[data-filter=force]").all()).slice(0, 5)) {
      const says = Number(/: (\d+)/.exec(await link.textContent())[1]);
      await link.click();
      assert.equal(await sum(page), says);
    }
  }));
