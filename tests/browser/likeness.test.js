// SPDX-License-Identifier: MIT
// The matrix of wordings: every pair of letters to one question as a number, the form of words
// beside them, and nothing of it where nothing is compared.
import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { sizes, useBrowser, withPage } from "./support/browser.js";
import { contrast, difference, linear, ways } from "./support/colour.js";
import { readCsv } from "./support/csv.js";
import { report, root } from "./support/packs.js";

useBrowser();

// Each table: its question, its columns, and its rows as texts.
const read = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("#likeness table")].map((table) => ({
      heading: [...table.closest("section").querySelectorAll("h3")].filter((h) => h.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1).textContent,
      columns: [...table.querySelectorAll("thead th")].map((th) => th.textContent.trim()),
      rows: [...table.querySelectorAll("tbody tr")].map((tr) => ({
        force: tr.querySelector(".full").textContent,
        number: Number(tr.querySelector(".n").textContent),
        alone: tr.querySelector(".alone a")?.getAttribute("href") ?? (tr.querySelector(".alone") ? "" : null),
        form: tr.querySelector("td.form")?.textContent ?? null,
        cells: [...tr.querySelectorAll("td:not(.form)")].map((td) => ({ text: td.textContent, level: td.className })),
      })),
    })));

const forceNames = new Map(readCsv(join(root, "datasets/reference/forces.csv")).map((force) => [force.force_id, force.name]));
const percent = (share) => Math.floor(100 * Number(share) + 1e-9);

test("every pair has its number, from both sides, and they are those of likeness.csv", () =>
  withPage(report("wordings"), {}, async (page) => {
    const tables = await read(page);
    const csv = readCsv(join(dirname(report("wordings")), "likeness.csv"));
    assert.deepEqual(tables.map((t) => t.heading), ["Argus, 8001/24", "Argus, 8004/24", "Argus, 8002/24"]);
    assert.deepEqual(tables.map((t) => t.rows.length), [10, 30, 4]);
    for (const { heading, rows } of tables) {
      rows.forEach((row, i) => {
        assert.equal(row.number, i + 1);
        assert.equal(row.cells.length, rows.length);
        row.cells.forEach((cell, k) => {
          const n = Number(cell.text);
          if (i === k) return assert.equal(cell.text, "–");
          assert.match(cell.text, /^(100|\d{1,2})$/);
          assert.equal(cell.text, rows[k].cells[i].text, "the same from both sides");
          assert.equal(cell.level, `likeness-${n >= 50 ? "alike" : n >= 10 ? "between" : "unlike"}`);
        });
        const told = csv.find((line) => heading.endsWith(line.request_id) && forceNames.get(line.force_id) === row.force);
        const others = row.cells.filter((cell, k) => k !== i).map((cell) => Number(cell.text));
        const is_all = rows.length === Number(told.others) + 1;
        if (is_all) assert.equal(Math.max(...others), percent(told.nearest_likeness));
        if (is_all) assert.equal(others.filter((n) => n >= 50).length, Number(told.alike));
        assert.ok(Math.max(...others) <= percent(told.nearest_likeness));
        assert.equal(row.form, told.form_of_guidance_id ? String(percent(told.share_of_form)) : null);
      });
    }
  }));

test("who stands alone leads to the finding that says so", () =>
  withPage(report("wordings"), {}, async (page) => {
    const rows = (await read(page)).flatMap((table) => table.rows);
    assert.deepEqual(rows.filter((row) => row.alone !== null).map((row) => row.force), ["Gloucestershire Constabulary"]);
    const finding = await page.locator(`.matter:has(${rows.find((row) => row.alone).alone})`).textContent();
    assert.match(finding, /Gloucestershire Constabulary neither confirmed nor denied in words of its own/);
    assert.match(await page.textContent("#likeness .legend"), /alone: an NCND in words of its own/);
  }));

test("letters in the same words stand side by side, and what is no NCND behind them", () =>
  withPage(report("wordings"), {}, async (page) => {
    const [first, , second] = await read(page);
    const words = first.rows.map((row) => first.rows.findIndex((other) => other.cells[row.number - 1].text === "100" || other === row));
    assert.deepEqual(words, [...words].sort((a, b) => a - b));
    assert.equal(second.rows.at(-1).force, "Dorset Police");
  }));

test("of many letters those are shown that fewest agree with, and it is said", () =>
  withPage(report("wordings"), {}, async (page) => {
    assert.match(await page.textContent("#likeness"), /30 of 45 letters are shown: those that fewest others agree with/);
    const shown = (await read(page))[1].rows.map((row) => row.force);
    const csv = readCsv(join(dirname(report("wordings")), "likeness.csv")).filter((line) => line.request_id === "8004/24");
    const least = Math.min(...csv.map((line) => Number(line.alike)));
    for (const line of csv.filter((one) => Number(one.alike) === least))
      assert.ok(shown.some((force) => force === forceNames.get(line.force_id)), line.force_id);
  }));

for (const audit of ["palantir", "national", "empty"])
  test(`no letter of ${audit} has a text: nothing is said of wordings`, () =>
    withPage(report(audit), {}, async (page) => {
      assert.equal(await page.$("#likeness"), null);
      assert.equal(await page.$("nav a[href='#likeness']"), null);
    }));

test("the contents lead to it", () =>
  withPage(report("wordings"), {}, async (page) => {
    await page.click("nav a[href='#likeness']");
    assert.ok(await page.isVisible("#likeness-title"));
  }));

for (const [name, size] of Object.entries({ ...sizes, mobile: { width: 390, height: 844 } }))
  test(`it is small and can be read at ${size.width} px (${name})`, () =>
    withPage(report("wordings"), { size }, async (page) => {
      const found = await page.$$eval("#likeness table", (tables) =>
        tables.map((table) => {
          const box = (e) => e.getBoundingClientRect();
          const cells = [...table.querySelectorAll("td")];
          const row = table.querySelector("tbody tr");
          return {
            width: box(table).width,
            columns: row.children.length,
            window: document.documentElement.clientWidth,
            cut: cells.filter((td) => td.scrollWidth > td.clientWidth + 1).map((td) => td.textContent),
            height: box(row).height,
            size: Math.min(...cells.map((td) => parseFloat(getComputedStyle(td).fontSize))),
            within: table.closest(".region").scrollWidth >= box(table).width - 1,
          };
        }));
      for (const table of found) {
        assert.deepEqual(table.cut, [], "numbers wider than their cells");
        assert.ok(table.size >= 11 && table.height <= 48 && table.within);
        // Thirty letters stand side by side on a desktop, ten in half of it.
        if (table.window > 1200) assert.ok(table.width <= (table.columns > 12 ? table.window - 120 : table.window / 2), `${table.width} px`);
      }
    }));

test("levels can be told apart in every way of seeing, and their numbers be read", () =>
  withPage(report("wordings"), {}, async (page) => {
    const keys = await page.$$eval("#likeness .legend .key", (list) =>
      list.map((key) => {
        const style = getComputedStyle(key);
        return { word: key.className, ground: style.backgroundColor, ink: style.color };
      }));
    assert.equal(keys.length, 3);
    for (const key of keys) assert.ok(contrast(key.ink, key.ground) >= 4.5, key.word);
    for (const [way, seen] of Object.entries(ways))
      keys.slice(1).forEach((key, i) =>
        assert.ok(difference(seen(linear(key.ground)), seen(linear(keys[i].ground))) > 10, `${way}: ${key.word}`));
  }));

test("hostile names are text in it", () =>
  withPage(report("hostile"), {}, async (page) => {
    assert.ok((await page.textContent("#likeness")).includes("</script><script>window.ran = 1; alert(1)</script>"));
    assert.equal(await page.$("#likeness img, #likeness script"), null);
  }));
