// SPDX-License-Identifier: MIT
// axe-core on whole reports, with everything opened.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { sizes, useBrowser, withPage } from "./support/browser.js";
import { report } from "./support/packs.js";

useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const grave = ["serious", "critical"];

// Contrast of every text is what takes long: the small packs have all that a page has.
const cases = [
  ["palantir-later", "phone", true], ["palantir", "desktop", true], ["national-later", "phone", false],
  ["national", "desktop", false], ["bounded", "desktop", true], ["empty", "phone", true], ["hostile", "desktop", false], ["wordings", "desktop", true], ["letters-decided", "phone", true],
];

for (const [audit, size, contrast] of cases)
  test(`axe finds nothing serious in ${audit} at ${size} size`, (t) =>
    withPage(report(audit), { size: sizes[size] }, async (page) => {
      // By the protocol, since the page's policy lets no other script run.
      await page.evaluate(axe);
      const violations = await page.evaluate(async (withContrast) => {
        for (const details of document.querySelectorAll("details")) details.open = true;
        // axe leaves out what content-visibility has not drawn yet.
        for (const finding of document.querySelectorAll(".matter")) finding.style.contentVisibility = "visible";
        const { violations: list } = await window.axe.run(document, {
          resultTypes: ["violations"],
          rules: { "color-contrast": { enabled: withContrast } },
        });
        return list.map(({ id, impact, nodes }) => ({
          id, impact, count: nodes.length, example: nodes[0].html.slice(0, 160), why: nodes[0].failureSummary.slice(0, 300),
        }));
      }, contrast);
      for (const { id, impact, count, example } of violations) t.diagnostic(`${impact}: ${id}, ${count} times, as in ${example}`);
      assert.deepEqual(violations.filter(({ impact }) => grave.includes(impact)), []);
    }));
