// SPDX-License-Identifier: MIT
// The filters and the order of the findings, in the report of an audit with a baseline.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser, withPage } from "./support/browser.js";
import { report } from "./support/packs.js";

useBrowser();
const path = report("national-later");

// The findings on the page, those that are shown, in their order.
const shown = (page) =>
  page.$$eval(".finding", (findings) =>
    findings
      .filter((finding) => finding.checkVisibility())
      .map((finding) => ({ id: finding.id, text: finding.textContent.toLowerCase(), ...finding.dataset })));
const count = (page) => page.textContent("#filter-count");
const sum = async (page) => Number((await count(page)).split(" ")[0]);
const total = (page) => page.$$eval(".finding", (findings) => findings.length);
const address = (page) => page.evaluate(() => location.hash);
// The choices of a select, less "any".
const choices = (page, id) => page.$$eval(`#${id} option`, (options) => options.map((o) => o.value).filter(Boolean));

// What the data of a finding must be where a choice is made.
const fits = {
  severity: (finding, value) => finding.severity === value,
  rule: (finding, value) => finding.rule === value,
  force: (finding, value) => finding.forces.split("|").includes(value),
  request: (finding, value) => finding.request === value,
  change: (finding, value) => finding.change === value,
};

for (const name of Object.keys(fits))
  test(`each choice of ${name} shows what has it, and all of that`, () =>
    withPage(path, {}, async (page) => {
      const all = await shown(page);
      const values = await choices(page, `filter-${name}`);
      assert.ok(values.length > 1);
      // Of a long list the first few: what is picked out is the same code for all.
      for (const value of values.slice(0, 12)) {
        await page.selectOption(`#filter-${name}`, value);
        const expected = all.filter((finding) => fits[name](finding, value)).map((finding) => finding.id);
        assert.ok(expected.length > 0, `${value} is offered and shows nothing`);
        assert.deepEqual((await shown(page)).map((finding) => finding.id), expected, value);
        assert.equal(await count(page), `${expected.length} of ${all.length} findings`);
        assert.equal(await address(page), `#findings?${name}=${encodeURIComponent(value)}`);
      }
    }));

test("a search finds all its words, in any order and case", () =>
  withPage(path, {}, async (page) => {
    const all = await shown(page);
    await page.fill("#filter-text", "  kent   NCND ");
    const expected = all.filter((finding) => finding.text.includes("kent") && finding.text.includes("ncnd"));
    assert.ok(expected.length > 0 && expected.length < all.length);
    assert.deepEqual((await shown(page)).map((f) => f.id), expected.map((f) => f.id));
    await page.fill("#filter-text", "NCND kent");
    assert.equal(await sum(page), expected.length);
  }));

test("choices add up, and headings without findings go", () =>
  withPage(path, {}, async (page) => {
    await page.selectOption("#filter-severity", "high");
    const high = await sum(page);
    await page.selectOption("#filter-force", "kent");
    const both = await shown(page);
    assert.ok(both.length > 0 && both.length < high);
    for (const finding of both) {
      assert.equal(finding.severity, "high");
      assert.ok(finding.forces.includes("|kent|"));
    }
    const headings = await page.$$eval("#finding-list h4", (list) =>
      list.filter((h) => h.checkVisibility()).map((h) => h.textContent.split(":")[0]));
    assert.deepEqual(headings, [...new Set(both.map((finding) => finding.rule))]);
    assert.equal(await page.isVisible("#severity-critical"), false);
    assert.equal(await address(page), "#findings?severity=high&force=kent");
  }));

test("where nothing fits the page says so, and shows all again", () =>
  withPage(path, {}, async (page) => {
    await page.fill("#filter-text", "no finding says this");
    assert.deepEqual(await shown(page), []);
    assert.ok(await page.isVisible("text=No finding fits."));
    assert.equal(await count(page), `0 of ${await total(page)} findings`);
    await page.click("button[type=reset]");
    await page.waitForFunction(() => location.hash === "#findings");
    assert.equal(await sum(page), await total(page));
    assert.equal(await page.locator("text=No finding fits.").count(), 0);
    assert.equal(await page.inputValue("#filter-text"), "");
  }));

const CHANGES = ["new", "altered", "persisting"];
const orders = {
  force: (a, b) => (a.force || "\uffff") <= (b.force || "\uffff"),
  request: (a, b) => (a.request || "\uffff") <= (b.request || "\uffff"),
  date: (a, b) => a.date >= b.date,
  change: (a, b) => CHANGES.indexOf(a.change) <= CHANGES.indexOf(b.change),
};

for (const [name, inOrder] of Object.entries(orders))
  test(`sorts by ${name}, and back`, () =>
    withPage(path, {}, async (page) => {
      const before = await shown(page);
      await page.selectOption("#sort-by", name);
      const after = await shown(page);
      assert.equal(after.length, before.length);
      const wrong = after.findIndex((finding, i) => i > 0 && !inOrder(after[i - 1], finding));
      assert.equal(wrong, -1);
      assert.notDeepEqual(after.map((f) => f.id), before.map((f) => f.id));
      assert.equal(await page.locator("#finding-list h4:visible").count(), 0);
      await page.selectOption("#sort-by", "");
      assert.deepEqual((await shown(page)).map((f) => f.id), before.map((f) => f.id));
    }));

test("the choices say how many findings they have", () =>
  withPage(path, {}, async (page) => {
    for (const id of ["filter-severity", "filter-rule", "filter-force", "filter-request", "filter-change"])
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
    assert.ok(!(await choices(page, "sort-by")).includes("change"));
  }));
