// SPDX-License-Identifier: MIT
// The dossier of a force ends with what is published and advised on the day of the audit, tool by
// tool: the same as `concord advise` says, to the word, and without its table of answers.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import { sizes, useBrowser, withPage } from "./support/browser.js";
import { nationalPack, program, realPack, report } from "./support/packs.js";

useBrowser();
const run = promisify(execFile);

const read = (page) =>
  page.$$eval(".standing", (list) =>
    list.map((e) => {
      const words = (node) => node.textContent.replace(/\s+/g, " ").trim();
      const blocks = {};
      let block;
      for (const item of e.querySelector("dl").children)
        if (item.localName === "dt") blocks[words(item)] = block = [];
        else block.push(words(item));
      return {
        force: e.dataset.force,
        tool: e.dataset.tool,
        blocks,
        expected: [...e.querySelectorAll(".expected tbody tr")].map((row) => [...row.cells].map(words)),
      };
    }),
  );

const clean = (text) => text.replace(/\s+/g, " ").trim();
const orNone = (list) => (list.length ? list : ["none"]);
const acknowledged = (list) =>
  orNone(
    list.map((a) =>
      clean(
        `${a.state}: ${a.date ?? "a day not known"}, ${a.kind} on ${a.tool}${a.collaboration ? `, ${a.collaboration}` : ""}` +
          `${a.withdrawn ? `, withdrawn ${a.withdrawn}` : ""} (${a.id}, ${a.file}:${a.line})`,
      ),
    ),
  );

// What the page says of it, from what the command says.
function asOnThePage(document) {
  const { record, advice, expected, notices } = document;
  const passedOver = notices.find((notice) => notice.startsWith("not looked at, since it is for single requests"));
  return {
    force: document.force,
    tool: document.tool,
    blocks: {
      "Acknowledged by itself": acknowledged(record.own),
      "By its collaborations": acknowledged(record.collaboration),
      "By third parties (does not count as its own)": acknowledged(record.third_party),
      "The advice": [
        ...(advice.applies ? [] : ["None is in force for a request about this tool on that day, so nothing is expected of the answer."]),
        ...advice.candidates
          .filter((c) => c.why !== "had ended" && c.why !== "took effect only afterwards")
          .map((c) =>
            clean(
              `In force: ${c.in_force}; ${c.title} (${c.file}:${c.line}), ${c.what}. Because: ${c.why}.` +
                `${c.needs ? ` It ${c.needs}.` : ""}${c.in_force === "no" ? "" : ` Condition met: ${advice.condition}.`}`,
            ),
          ),
        ...(passedOver ? [`Not looked at, since it is for single requests: ${passedOver.split(": ").pop()}.`] : []),
      ],
    },
    expected: expected.length ? expected.map((e) => [e.element, e.wanted, e.basis, e.source]) : [["Nothing."]],
  };
}

for (const [name, pack, step] of [["palantir", realPack, 1], ["national", nationalPack, 6], ["bounded", realPack, 3]])
  test(`what is published and advised in the dossiers of ${name} is what advise says`, () =>
    withPage(report(name), {}, async (page) => {
      const found = await read(page);
      assert.ok(found.length >= 8, `${found.length} of them`);
      assert.ok(found.some((s) => s.expected.length > 1) && found.some((s) => s.blocks["Acknowledged by itself"][0] !== "none"));
      for (const standing of found.filter((_, i) => i % step === 0)) {
        const { stdout } = await run(program, ["advise", pack, "--force", standing.force, "--tool", standing.tool, "--json"]);
        assert.deepEqual(standing, asOnThePage(JSON.parse(stdout)));
      }
    }));

test("every dossier ends with it, and none has the table of answers", () =>
  withPage(report("national"), {}, async (page) => {
    const found = await page.$$eval(".dossier", (list) =>
      list.map((e) => ({
        last: [...e.querySelectorAll("h4")].at(-1).firstChild.textContent,
        standings: e.querySelectorAll(".standing").length,
        after: [...e.children].findLastIndex((c) => !c.matches(".standing, p")) < [...e.children].findIndex((c) => c.matches(".standing")),
      })),
    );
    assert.ok(found.length > 40);
    for (const dossier of found) {
      assert.equal(dossier.last, "If it answered on the day of this audit");
      assert.ok(dossier.standings >= 1 && dossier.after);
    }
    assert.equal(await page.locator(".dossier", { hasText: "would create" }).count(), 0);
  }));

test("it is read on a phone without scrolling, but for its table", () =>
  withPage(report("palantir"), { size: { ...sizes.phone, width: 390 } }, async (page) => {
    const wide = await page.$$eval(".standing dl, .standing dd, .standing dt, .standing h5", (list) =>
      list.filter((e) => e.getBoundingClientRect().right > innerWidth || e.scrollWidth > e.clientWidth + 1).map((e) => e.textContent.slice(0, 60)));
    assert.deepEqual(wide, []);
  }));

test("a force that nobody asked about any tool is told of as that", () =>
  withPage(report("hostile"), {}, async (page) => {
    const dossiers = await page.$$eval(".dossier", (list) =>
      list.map((e) => [e.querySelectorAll(".standing").length > 0, e.textContent.includes("Nobody was asked about a tool of which something is known of this force.")]));
    for (const [has, says] of dossiers) assert.notEqual(has, says);
  }));
