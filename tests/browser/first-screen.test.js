// SPDX-License-Identifier: MIT
// The first screen: what is asked is answered there, recounted from the CSV files beside the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { useBrowser, withPage } from "./support/browser.js";
import { readCsv } from "./support/csv.js";
import { report } from "./support/packs.js";

useBrowser();
const table = (audit, name) => readCsv(join(dirname(report(audit)), `${name}.csv`));
const summary = (audit) => JSON.parse(readFileSync(join(dirname(report(audit)), "summary.json"), "utf8"));
const screen = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

// Of each force and tool the latest letter that takes a position, from forces.csv.
function counted(audit) {
  const latest = table(audit, "forces").map((row) => row.latest_conforms).filter(Boolean);
  const n = (word) => latest.filter((conforms) => conforms === word).length;
  return { answers: latest.length, follow: n("yes"), depart: n("no"), unjudged: n("not_applicable") };
}

for (const audit of ["national", "national-later", "palantir", "palantir-later"])
  test(`the sentences of ${audit} add up to its tables`, () =>
    withPage(report(audit), { size: screen }, async (page) => {
      const told = (await page.innerText(".answers")).replace(/\s+/g, " ");
      const { answers, follow, depart, unjudged } = counted(audit);
      assert.ok(answers > 0);
      const found = told.match(/(\d+) of (\d+) latest answers follows? the advice in force; (\d+) departs? from it; (\d+) cannot be judged/);
      assert.deepEqual(found?.slice(1).map(Number), [follow, answers, depart, unjudged], told);
      assert.match(told, depart > 0 ? /consistent\? No\./ : /Yes|yes/);
      const matters = table(audit, "matters");
      assert.match(told, new RegExp(`decided\\? ${matters.length} matters`));
      const first = await page.getAttribute(".answers a[href^='#M-']", "href");
      assert.equal(first.slice(1), matters[0].matter_id, "the first to decide about is the first of matters.csv");
      const { consistency, matters: counts } = summary(audit);
      assert.deepEqual([consistency.answers, consistency.follow, consistency.depart, consistency.cannot_be_judged], [answers, follow, depart, unjudged]);
      if (audit.endsWith("-later")) {
        const changed = told.match(/(\d+) new, (\d+) altered, (\d+) persisting, (\d+) resolved/).slice(1).map(Number);
        assert.deepEqual(changed, [counts.new, counts.altered, counts.persisting, counts.resolved]);
        const by = (change) => matters.filter((m) => m.change === change).length;
        assert.deepEqual(changed.slice(0, 3), [by("new"), by("altered"), by("persisting")]);
      } else assert.match(told, /no last audit/);
    }));

// The same from the answers themselves: of each force and tool, by day, the last row on use.
test("the latest answers are those of the matrix", () => {
  for (const audit of ["national", "palantir"]) {
    const rows = table(audit, "matrix").filter((row) => row.position !== "silent" && ["use", "contract"].includes(row.topic) && /^\d{4}-\d\d-\d\d$/.test(row.date_responded));
    const last = new Map();
    for (const row of rows) {
      const key = `${row.force_id} ${row.tool_id}`;
      if (!last.has(key) || last.get(key).date_responded <= row.date_responded) last.set(key, row);
    }
    const forces = table(audit, "forces").filter((row) => last.has(`${row.force_id} ${row.tool_id}`) && /^\d{4}-\d\d-\d\d$/.test(row.latest_date));
    assert.ok(forces.length > (audit === "national" ? 30 : 0), `${audit}: ${forces.length}`);
    for (const row of forces) {
      const matrix = last.get(`${row.force_id} ${row.tool_id}`);
      if (matrix.date_responded === row.latest_date && matrix.position === row.latest_position)
        assert.equal(row.latest_conforms, matrix.conforms, `${row.force_id} ${row.tool_id}`);
      else assert.ok(matrix.date_responded <= row.latest_date, `${row.force_id} ${row.tool_id}`);
    }
  }
});

test("without advice the split itself is the answer", () =>
  withPage(report("letters"), { size: screen }, async (page) => {
    const told = await page.innerText(".answers");
    assert.match(told, /No\.\s+Of \d+ forces, \d+ have a public position/);
    assert.doesNotMatch(told, /latest answers follow/);
  }));

test("the title says what, which forces and as of when, and names no folder", () =>
  withPage(report("national"), {}, async (page) => {
    const { as_of: day, pack } = summary("national");
    const forces = new Set(table("national", "forces").filter((row) => Number(row.letters) > 0).map((row) => row.force_id)).size;
    for (const title of [await page.title(), await page.innerText("h1")]) {
      assert.match(title, new RegExp(`${forces} police forces. answers about Halcyon Insight .*as of ${day}`));
      assert.ok(!title.includes(pack), title);
    }
  }));

for (const audit of ["national", "national-later", "palantir", "public", "bounded", "large"])
  test(`answers and map of ${audit} stand on the first screen`, () =>
    withPage(report(audit), { size: screen }, async (page) => {
      const boxes = await page.evaluate(() => [".answers", "#headline .map svg"].map((s) => {
        const { left, top, right, bottom, width } = document.querySelector(s).getBoundingClientRect();
        return { s, left, top, right, bottom, width };
      }));
      for (const { s, top, bottom, right, width } of boxes)
        assert.ok(top >= 0 && bottom <= screen.height && right <= screen.width && width > 200, `${s}: ${Math.round(top)} to ${Math.round(bottom)}`);
    }));

for (const audit of ["national", "national-later", "palantir", "public"])
  test(`on a phone ${audit} answers on the first screen, and its map is whole on the first two`, () =>
    withPage(report(audit), { size: phone }, async (page) => {
      const [told, left, map] = await page.evaluate(() => [".answers", "#headline .caveats", "#headline .map svg"].map((s) => {
        const { left, right, top, bottom } = document.querySelector(s).getBoundingClientRect();
        return { left, right, top, bottom };
      }));
      assert.ok(told.bottom <= phone.height, `the answers end at ${told.bottom}`);
      assert.ok(left.bottom <= phone.height, `what is not read is told down to ${left.bottom}`);
      assert.ok(map.bottom <= 2 * phone.height && map.left >= 0 && map.right <= phone.width, `the map: ${JSON.stringify(map)}`);
    }));

test("rejected rows and unread answers are told there", async () => {
  for (const audit of ["hostile", "national"])
    await withPage(report(audit), {}, async (page) => {
      const { inputs } = summary(audit);
      const rejected = inputs.filter((file) => file.origin === "pack").reduce((sum, file) => sum + file.rejected, 0);
      const told = (await page.locator("#headline .caveats").count()) ? await page.innerText("#headline .caveats") : "";
      if (rejected) assert.match(told, new RegExp(`^${rejected} of \\d+ rows`));
      else assert.doesNotMatch(told, /rejected/);
      if (audit === "national") assert.match(told, /3 answers are known of and not read/);
    });
});
