// SPDX-License-Identifier: MIT
// The twelve questions of docs/reading-the-report.md: each is answered within two clicks (or choices of a filter) from the
// top of the page, by something that is then on the screen, and the answer is that of the tables beside the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { sizes, useBrowser, withPage } from "./support/browser.js";
import { readCsv } from "./support/csv.js";
import { report, root } from "./support/packs.js";

useBrowser();
const table = (audit, name) => readCsv(join(dirname(report(audit)), `${name}.csv`));
const plain = (text) => text.replace(/\s+/g, " ").trim();

// A page that counts what is clicked or chosen, and looks only at what is on the screen.
async function asking(audit, work, size = sizes.desktop) {
  await withPage(report(audit), { size }, async (page) => {
    let steps = 0;
    const seen = async (locator) => {
      await locator.first().waitFor({ state: "visible" });
      await page.waitForFunction((e) => { const box = e.getBoundingClientRect(); return box.top < innerHeight && box.bottom > 0; },
        await locator.first().elementHandle());
    };
    await work({
      page,
      click: async (selector) => { steps += 1; await page.locator(selector).first().click(); },
      choose: async (selector, value) => { steps += 1; await page.selectOption(selector, value); },
      sees: (selector) => seen(page.locator(selector)),
      says: async (selector) => { await seen(page.locator(selector)); return plain(await page.locator(selector).first().textContent()); },
      shown: () => page.$$eval(".matter", (list) => list.filter((m) => m.checkVisibility()).map((m) => ({ id: m.id, ...m.dataset }))),
    });
    assert.ok(steps >= 1 && steps <= 2, `${steps} steps`);
  });
}
const nav = (id) => `nav a[href="#${id}"]`;

const questions = {
  "who gave both a confirmation and an NCND": async (size) => {
    const both = table("national", "both").map((row) => row.force_id);
    await asking("national", async ({ page, click, sees }) => {
      await click("#questions summary");
      await click('#questions a[href="#both"]');
      await sees("#both li");
      const links = await page.$$eval("#both li > a:first-child", (list) => list.map((a) => a.getAttribute("href").replace("#force-", "")));
      assert.ok(both.length > 5);
      assert.deepEqual([...new Set(links)].sort(), [...new Set(both)].sort());
    }, size);
  },
  "what is new, and why": (size) =>
    asking("national-later", async ({ page, click, sees, shown }) => {
      await click("#questions summary");
      await click("#questions a[data-view='change=new']");
      const matters = table("national-later", "matters").filter((m) => m.change === "new").map((m) => m.matter_id);
      assert.deepEqual((await shown()).map((m) => m.id).filter((id) => !id.startsWith("waived-")).sort(), [...matters].sort());
      await sees(`#${matters[0]} .why`);
      for (const id of matters) assert.match(plain(await page.textContent(`#${id} .why`)), /^New: .+/, id);
    }, size),
  "which dates are known to the month only": (size) =>
    asking("national", async ({ page, click, sees }) => {
      await click("#questions summary");
      await click('#questions a[href="#imprecise-dates"]');
      await sees("#imprecise-dates li");
      const dates = await page.$$eval("#imprecise-dates li", (list) => list.map((li) => li.textContent));
      const months = new Set(table("national", "timeline").filter((r) => r.kind === "response" && /^\d{4}(-\d\d)?$/.test(r.date)).map((r) => `${r.force_id} ${r.request_id}`));
      assert.ok(months.size > 0 && dates.length >= months.size);
      assert.ok(dates.some((text) => /: \d{4}-\d\d$/.test(text.trim())));
    }, size),
  "where wrong citations are": (size) =>
    asking("national", async ({ click, sees, shown }) => {
      await click("#questions summary");
      await click("#questions a[data-filter=rule]");
      const rules = "L03 L04 L05 L06 L07 L12 L13 L15 L16 L17 G06 G07 G16".split(" ");
      const wanted = table("national", "matters").filter((m) => m.rule_ids.split(";").some((r) => rules.includes(r))).map((m) => m.matter_id);
      assert.ok(wanted.length > 3);
      assert.deepEqual((await shown()).map((m) => m.id).filter((id) => !id.startsWith("waived-")).sort(), wanted.sort());
      await sees("#filter-count");
    }, size),
  "my force": (size) =>
    asking("national", async ({ click, sees, says }) => {
      await click(nav("forces"));
      await click('#forces .jump a[href="#force-kent"]');
      await sees("#force-kent");
      assert.match(await says("#force-kent"), /Kent Police.*Where it stands.*Its letters in order of time/);
    }, size),
  "what its neighbours said to this request": (size) =>
    asking("national", async ({ page, click, says }) => {
      await click('#forces .jump a[href="#force-avon-and-somerset"]');
      await click('#force-avon-and-somerset a[href="#letter-avs-7398-25"]');
      assert.match(await says("#letter-avs-7398-25"), /All \d+ answers to the request: .*\d+ NCND/);
      const text = plain(await page.textContent("#letter-avs-7398-25"));
      assert.match(text, /Neighbours on this request: .*(Devon & Cornwall|Wiltshire|Gloucestershire|Dorset)/);
    }, size),
  "what to mend first": (size) =>
    asking("national", async ({ click, sees, shown }) => {
      await click(nav("findings"));
      const order = table("national", "matters").sort((a, b) => a.rank - b.rank).map((m) => m.matter_id);
      assert.deepEqual((await shown()).map((m) => m.id).filter((id) => !id.startsWith("waived-")), order);
      await sees("#findings-title");
    }, size),
  "everything on one request": (size) =>
    asking("national", async ({ page, click, sees, says }) => {
      await click(nav("requests"));
      await click('#requests .jump a[href="#request-7352-24"]');
      await sees("#request-7352-24");
      assert.match(await says("#request-7352-24"), /Logged 2024-07-01.*letters.*matters.*Departing/);
      assert.ok(await page.isVisible('#request-7352-24 a[href="#answers-7352-24"]'));
    }, size),
  "who never answered": (size) =>
    asking("national", async ({ page, click, sees }) => {
      await click("#questions summary");
      await click('#questions a[href="#never-answered"]');
      await sees("#never-answered li");
      const overdue = table("national", "findings").filter((f) => f.rule_id === "X06");
      const text = plain(await page.textContent("#never-answered"));
      for (const finding of overdue) assert.ok(text.includes(finding.request_id), finding.request_id);
      for (const finding of overdue) assert.ok(await page.locator(`#never-answered a[href="#force-${finding.force_id}"]`).count(), finding.force_id);
    }, size),
  "how sure it is": (size) =>
    asking("national", async ({ click, says }) => {
      await click("#questions summary");
      await click('#questions a[href="#how-sure"]');
      const matters = table("national", "matters");
      const certain = matters.filter((m) => m.certainty === "certain").length;
      assert.ok((await says("#how-sure")).includes(`${certain} of ${matters.length} matters hold on every reading of the dates`));
    }, size),
  "the source": (size) =>
    asking("national", async ({ page, click }) => {
      await click(nav("findings"));
      await click(".matter .members > summary");
      const row = page.locator(".matter .evidence tbody tr").first();
      await row.waitFor({ state: "visible" });
      assert.match(plain(await row.textContent()), /responses\.csv:\d+$/);
      const [file, line] = plain(await row.locator(".row").textContent()).split(":");
      const id = plain(await row.locator("th").textContent());
      assert.ok(readFileSync(join(root, "datasets/national-example", file), "utf8").split("\n")[line - 1].startsWith(`${id},`));
      assert.match(await row.locator("a[href^=http]").getAttribute("href"), /^https:/);
    }, size),
  "own findings only": (size) =>
    asking("national", async ({ choose, shown }) => {
      await choose("#filter-force", "kent");
      await choose("#filter-reach", "own");
      const own = table("national", "matters").filter((m) => m.force_id === "kent").map((m) => m.matter_id);
      assert.ok(own.length > 0);
      assert.deepEqual((await shown()).map((m) => m.id).sort(), own.sort());
    }, size),
};

for (const [name, answer] of Object.entries(questions))
  for (const size of ["desktop", "phone"])
    test(`${name}: ${size}`, () => answer(size === "phone" ? { width: 390, height: 844 } : sizes.desktop));

test("the dossier of a force leads to its own matters by one link", () =>
  withPage(report("national"), { fragment: "#force-kent" }, async (page) => {
    await page.click("#force-kent a.filter-link[data-reach=own]");
    assert.match(await page.evaluate(() => location.hash), /^#findings\?force=kent&reach=own$/);
    const own = table("national", "matters").filter((m) => m.force_id === "kent").length;
    assert.match(await page.textContent("#filter-count"), new RegExp(`^${own} of`));
  }));

test("the page that says where the answers stand names all twelve", () => {
  const text = readFileSync(join(root, "docs/reading-the-report.md"), "utf8");
  const rows = text.split("\n").filter((line) => /^\| \d+ \|/.test(line));
  assert.equal(rows.length, Object.keys(questions).length);
});
