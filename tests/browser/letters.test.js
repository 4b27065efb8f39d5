// SPDX-License-Identifier: MIT
// Letters one by one, the names that lead to them, and what a matter says of parties, change, later letters and its waiver.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { sizes, useBrowser, withPage } from "./support/browser.js";
import { readCsv } from "./support/csv.js";
import { nationalPack, program, report, root } from "./support/packs.js";

useBrowser();
const table = (audit, name) => readCsv(join(dirname(report(audit)), `${name}.csv`));
const plain = (text) => text.replace(/\s+/g, " ").trim();
const responses = readCsv(join(nationalPack, "responses.csv"));

test("every row has an address, and its letter says what the row does", () =>
  withPage(report("national"), {}, async (page) => {
    const missing = await page.evaluate((ids) => ids.filter((id) => !document.getElementById(`letter-${id}`)), responses.map((r) => r.response_id));
    assert.deepEqual(missing, []);
    const rows = await page.$$eval(".answer", (list) => list.map((dl) =>
      Object.fromEntries([...dl.querySelectorAll("dt")].map((dt) => [dt.textContent, dt.nextElementSibling.textContent.replace(/\s+/g, " ").trim()]))));
    assert.equal(rows.length, responses.length);
    const lines = new Map(rows.map((row) => [/ (\S+) \(responses\.csv:(\d+)\)$/.exec(row.Source).slice(1).join(":"), row]));
    const words = { yes: "set out", no: "not set out", "": "not known" };
    responses.forEach((row, i) => {
      const told = lines.get(`${row.response_id}:${i + 2}`);
      assert.ok(told, row.response_id);
      assert.equal(told.Question, row.question_id || "the whole letter");
      assert.equal(told.Tests, `harm ${words[row.harm_test]}, public interest ${words[row.public_interest_test]}`);
      assert.equal(told.Note ?? "", plain(row.note));
      if (row.link) assert.equal(told["Link given"], row.link);
      if (row.exemptions) assert.match(told.Exemptions, /\d.*\(.+\)/);
      if (row.stance === "ncnd") assert.match(told.Says, /^neither confirmed nor denied/);
    });
  }));

test("findings on a row are those that rest on it", () =>
  withPage(report("national"), {}, async (page) => {
    const found = table("national", "findings").filter((f) => f.status === "open");
    for (const row of responses.slice(0, 40)) {
      const ids = await page.evaluate((id) => {
        const place = document.getElementById(`letter-${id}`);
        const dl = place.matches("dl") ? place : place.querySelector(".answer");
        return [...dl.querySelectorAll("a[href^='#']")].map((a) => a.textContent);
      }, row.response_id);
      const wanted = found.filter((f) => f.response_ids.split(";").includes(row.response_id)).map((f) => f.finding_id);
      assert.ok(ids.every((id) => wanted.includes(id)), row.response_id);
      assert.equal(ids.length, Math.min(wanted.length, 12), row.response_id);
    }
  }));

for (const [name, size] of [["desktop", sizes.desktop], ["phone", { width: 390, height: 844 }]])
  test(`a letter is opened where it stands, beside the other answers to its request: ${name}`, () =>
    withPage(report("national"), { fragment: "#letter-met-7301-23-q2", size }, async (page) => {
      await page.waitForFunction(() => { const box = document.getElementById("letter-met-7301-23-q2").getBoundingClientRect(); return box.height > 0 && box.top < innerHeight && box.bottom > 0; });
      assert.equal(await page.evaluate(() => document.activeElement.id), "letter-met-7301-23-q2");
      const open = await page.$$eval("details.letter[open]", (list) => list.map((d) => d.id));
      assert.deepEqual(open, ["letter-met-7301-23-q1"]);
      const others = await page.$$eval("#answers-7301-23 > .letter > summary", (list) => list.filter((s) => s.checkVisibility()).length);
      assert.equal(others, new Set(responses.filter((r) => r.request_id === "7301/23").map((r) => `${r.force_id} ${r.stage} ${r.date_responded}`)).size);
    }));

test("without JavaScript every letter is shown", () =>
  withPage(report("national"), { script: false }, async (page) => {
    const hidden = await page.$$eval(".answer", (list) => list.filter((dl) => !dl.checkVisibility()).length);
    assert.equal(hidden, 0);
  }));

test("names lead to dossiers, records to letters", () =>
  withPage(report("national"), {}, async (page) => {
    const unlinked = await page.$$eval(".matter", (list) => list.filter((m) => m.dataset.force && !m.querySelector("h4 a[href^='#force']")).map((m) => m.id));
    assert.deepEqual(unlinked, []);
    const records = await page.$$eval(".evidence tbody tr", (list) => list.map((tr) => [tr.lastElementChild.textContent.split(":")[0], tr.querySelector("th a")?.getAttribute("href")?.slice(0, 8)]));
    for (const [file, href] of records) if (file === "responses.csv") assert.equal(href, "#letter-");
  }));

test("a matter that later letters have overtaken says by which, and stands behind those on current positions", () =>
  withPage(report("national"), {}, async (page) => {
    for (const matter of table("national", "matters")) {
      const by = page.locator(`#${matter.matter_id} .overtaken`);
      assert.equal(await by.count(), matter.overtaken_by ? 1 : 0, matter.matter_id);
      if (!matter.overtaken_by) continue;
      const anchors = await by.locator("a").evaluateAll((list) => list.map((a) => a.getAttribute("href").replace("#letter-", "")));
      assert.ok(anchors.length > 0 && anchors.every((id) => matter.overtaken_by.split(";").includes(id)), matter.matter_id);
    }
  }));

test("a matter between forces names its parties, who joined and who left", () =>
  withPage(report("national-later"), {}, async (page) => {
    const names = new Map(readCsv(join(root, "datasets/reference/forces.csv")).map((f) => [f.force_id, f.name]));
    let moved = 0;
    for (const matter of table("national-later", "matters").filter((m) => !m.force_id)) {
      const parties = matter.parties.split(";");
      const told = plain(await page.textContent(`#${matter.matter_id} .parties`));
      assert.ok(told.startsWith(`Parties (${parties.length}): `), matter.matter_id);
      for (const party of parties.slice(0, parties.length > 12 ? 0 : 12)) assert.ok(told.includes(names.get(party)), party);
      for (const [list, word] of [[matter.parties_joined, "Joined since the last audit: "], [matter.parties_left, "Left: "]])
        for (const force of list.split(";").filter(Boolean)) {
          moved += 1;
          const all = plain(await page.textContent(`#${matter.matter_id}`));
          assert.ok(all.includes(word), `${matter.matter_id}: ${word}`);
          assert.ok(all.includes(names.get(force)), force);
        }
    }
    assert.ok(moved > 0);
  }));

test("the waiver that a matter would need can be pasted, and is accepted", async () => {
  let line = "", finding = "";
  await withPage(report("national"), {}, async (page) => {
    const article = page.locator(".matter[data-own='']").first();
    finding = await article.locator(".finding").first().getAttribute("id");
    line = await article.locator(".waive").first().textContent();
  });
  const folder = mkdtempSync(join(tmpdir(), "concord-"));
  try {
    cpSync(nationalPack, join(folder, "pack"), { recursive: true });
    cpSync(join(dirname(report("national")), "audit.db"), join(folder, "audit.db"));
    execFileSync("bash", ["-c", line.replace(/^concord /, '"$CONCORD" ')], { cwd: folder, env: { ...process.env, CONCORD: program } });
    cpSync(join(folder, "waivers.csv"), join(folder, "pack/waivers.csv"));
    execFileSync(program, ["audit", "pack", "-o", "out", "--quiet"], { cwd: folder });
    const row = readCsv(join(folder, "out/findings.csv")).find((f) => f.finding_id === finding);
    assert.equal(row.status, "waived");
    await withPage(join(folder, "out/report.html"), {}, async (page) => {
      assert.ok(await page.isVisible(`#waived-${finding}`));
      await page.selectOption("#filter-waived", "yes");
      assert.deepEqual(await page.$$eval(".matter", (list) => list.filter((m) => m.checkVisibility()).map((m) => m.id)), [`waived-${finding}`]);
      assert.match(await page.textContent("#filter-told"), /1 of 1 waived finding shown/);
      await page.selectOption("#filter-waived", "no");
      assert.equal(await page.isVisible(`#waived-${finding}`), false);
      assert.match(await page.textContent("#filter-told"), /0 of 1 waived finding shown/);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a choice is a step that the button back undoes, and its address can be sent", () =>
  withPage(report("national"), {}, async (page) => {
    await page.selectOption("#filter-severity", "high");
    await page.selectOption("#filter-certainty", "certain");
    await page.selectOption("#filter-exemption", "31(3)");
    const [hash, count] = await page.evaluate(() => [location.hash, document.getElementById("filter-count").textContent]);
    assert.equal(hash, "#findings?severity=high&certainty=certain&exemption=31(3)");
    await page.goBack();
    await page.waitForFunction(() => document.getElementById("filter-exemption").value === "");
    assert.equal(await page.inputValue("#filter-certainty"), "certain");
    await page.goBack();
    await page.waitForFunction(() => document.getElementById("filter-certainty").value === "");
    await page.goForward();
    await page.goForward();
    await page.waitForFunction((words) => document.getElementById("filter-count").textContent === words, count);
    await page.reload();
    assert.equal(await page.textContent("#filter-count"), count);
  }));

test("in a large report each letter has its address too, and it opens", () =>
  withPage(report("large"), { fragment: "#letter-kent-7" }, async (page) => {
    await page.waitForFunction(() => { const box = document.getElementById("letter-kent-7").getBoundingClientRect(); return box.height > 0 && box.top < innerHeight && box.bottom > 0; });
    assert.equal(await page.locator(".letter").count(), 2000);
  }));
