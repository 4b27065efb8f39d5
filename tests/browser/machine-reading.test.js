// SPDX-License-Identifier: MIT
// What the program has read from letters by itself says so: on the first screen, at each row, and
// with the words of the letter and their place, which must be there.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { sizes, useBrowser, withPage } from "./support/browser.js";
import { readCsv } from "./support/csv.js";
import { report } from "./support/packs.js";

useBrowser();
const folder = (audit) => dirname(report(audit));
const plain = (text) => text.replace(/\s+/g, " ").trim();
const responses = (audit) =>
  readCsv(audit === "letters" ? join(folder(audit), "pack/responses.csv") : join(folder(audit), "../../packs/letters-decided/responses.csv"));
const byMachine = (audit) => responses(audit).filter((row) => row.coded_by === "machine").map((row) => row.response_id);

for (const audit of ["letters", "letters-decided"]) {
  for (const [size, viewport] of Object.entries({ desktop: sizes.desktop, phone: sizes.phone }))
    test(`${audit}: the first screen of a ${size} counts them`, () =>
      withPage(report(audit), { size: viewport }, async (page) => {
        const told = plain(await page.textContent(".readings"));
        const [machine, all] = [byMachine(audit).length, responses(audit).length];
        assert.ok(machine > 0 && machine < all);
        assert.ok(told.startsWith(`${machine} of ${all} rows rest on machine reading alone`), told);
        const { y, height } = await page.locator(".readings").boundingBox();
        assert.ok(y + height <= viewport.height, `it ends at ${y + height}`);
      }));

  test(`${audit}: each row of evidence that nobody has looked at is marked, and no other`, () =>
    withPage(report(audit), {}, async (page) => {
      const rows = await page.$$eval(".evidence tbody tr", (list) =>
        list.map((tr) => ({ id: tr.querySelector("th").textContent, tags: [...tr.querySelectorAll(".tag")].map((tag) => tag.textContent) })));
      const machine = byMachine(audit);
      assert.ok(rows.some((row) => row.tags.includes("read by machine")));
      for (const { id, tags } of rows) assert.equal(tags.includes("read by machine"), machine.includes(id), id);
    }));

  test(`${audit}: the words of a letter stand at the place that is named`, () =>
    withPage(report(audit), {}, async (page) => {
      const notes = await page.$$eval(".says .note", (list) =>
        list.filter((note) => note.querySelector(".place")).map((note) => ({
          words: note.querySelector("bdi").textContent, file: note.querySelector(".place bdi").textContent, span: note.querySelector(".word").textContent,
        })));
      assert.ok(notes.length > 5);
      for (const { words, file, span } of notes) {
        const [, begin, end] = span.match(/^bytes (\d+)-(\d+)$/).map(Number);
        const text = readFileSync(join(audit === "letters" ? folder(audit) : join(folder(audit), "../../packs/letters-decided"), file));
        assert.equal(plain(text.subarray(begin, end).toString("utf8")), plain(words), file);
      }
    }));

  test(`${audit}: a finding says how many of its rows they are, on the first screen too`, () =>
    withPage(report(audit), {}, async (page) => {
      const machine = byMachine(audit);
      const found = await page.$$eval(".finding", (list) =>
        list.map((finding) => ({
          id: finding.id,
          ids: [...finding.querySelectorAll(".evidence tbody th")].map((th) => th.textContent),
          tag: [...finding.querySelectorAll("p .tag")].map((tag) => tag.textContent).find((text) => text.startsWith("read by machine")) ?? null,
          top: document.querySelector(`.top a[href="#${finding.id}"]`)?.closest("li").querySelector("p.small .tag")?.textContent ?? null,
          is_top: document.querySelector(`.top a[href="#${finding.id}"]`) !== null,
        })));
      for (const { id, ids, tag, top, is_top } of found) {
        const letters = [...new Set(ids.filter((name) => responses(audit).some((row) => row.response_id === name)))];
        const read = letters.filter((name) => machine.includes(name)).length;
        const expected = read ? `read by machine: ${read} of ${letters.length} ${letters.length === 1 ? "row" : "rows"}` : null;
        assert.equal(tag, expected, id);
        if (is_top) assert.equal(top, expected, id);
      }
    }));

  test(`${audit}: matrix, dossiers and timeline mark them`, () =>
    withPage(report(audit), {}, async (page) => {
      const machine = byMachine(audit);
      const forces = new Set(responses(audit).filter((row) => machine.includes(row.response_id)).map((row) => row.force_id));
      const marked = await page.$$eval("#matrix table.matrix tbody tr", (list) =>
        list.filter((tr) => tr.querySelector("sup")).map((tr) => ({ cells: tr.querySelectorAll("td").length, marks: tr.querySelectorAll("sup").length, titles: [...tr.querySelectorAll("td")].every((td) => !td.querySelector("sup") || td.title.includes("read by machine")) })));
      assert.equal(marked.length, forces.size);
      for (const row of marked) assert.ok(row.titles && row.marks <= row.cells);
      assert.match(await page.textContent("#matrix .legend"), /m read by machine, and seen by nobody/);
      const steps = await page.$$eval("#timeline .chain tbody tr", (list) => list.map((tr) => [tr.children[3].querySelector("bdi").textContent, tr.children[3].querySelector(".tag") !== null]));
      for (const [id, is_marked] of steps) assert.equal(is_marked, machine.includes(id), id);
      for (const force of forces)
        assert.match(await page.textContent(`#force-${force} table`), /its latest letter read by machine/, force);
    }));
}

test("what a person has decided says so", () =>
  withPage(report("letters-decided"), {}, async (page) => {
    assert.match(plain(await page.textContent("#force-gloucestershire")), /held exempt decided by a person ?“It is exempt by virtue of/);
  }));

test("what is left for a person is told and counted", () =>
  withPage(report("letters"), {}, async (page) => {
    const told = plain(await page.textContent(".readings"));
    const review = new Set(readCsv(join(folder("letters"), "proposals.csv")).filter((row) => row.review === "yes").map((row) => row.letter_id + row.question_id)).size;
    assert.ok(told.includes(`${review} rows are for a person to review (proposals.csv)`), told);
    assert.match(told, /Of 1 letter nobody knows whose.*whose\.csv.*1 file could not be read: unreadable\.csv/);
  }));

test("where the program disagrees with a person, both are listed and the decision stands", () =>
  withPage(report("letters-reread"), {}, async (page) => {
    assert.match(plain(await page.textContent(".readings")), /On 1 field the program disagrees with a person, whose decision stands\./);
    await page.click(".readings a[href='#disagreements']");
    assert.ok(await page.locator("#disagreements").isVisible());
    const rows = await page.$$eval("#disagreements tbody tr", (list) => list.map((tr) => [...tr.children].map((cell) => cell.textContent.trim())));
    assert.equal(rows.length, 1);
    assert.deepEqual(rows[0].slice(0, 3), ["gloucestershire", "Gloucestershire Constabulary", "stance"]);
    assert.match(rows[0][3], /^not_held.+, 20\d\d-\d\d-\d\d$/);
    assert.equal(rows[0][4], "ncnd");
    assert.match(await page.textContent("#force-gloucestershire"), /not held decided by a person/);
  }));

test("where it agrees nothing is listed", () =>
  withPage(report("letters-decided"), {}, async (page) => {
    assert.equal(await page.$("#disagreements"), null);
    assert.doesNotMatch(await page.textContent(".readings"), /disagrees/);
  }));

test("a pack that people have coded says nothing of machines", () =>
  withPage(report("palantir"), {}, async (page) => {
    assert.equal(await page.$(".readings"), null);
    assert.equal(await page.$("#matrix sup"), null);
    assert.doesNotMatch(await page.textContent("main"), /read by machine/);
  }));
