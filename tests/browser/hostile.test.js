// SPDX-License-Identifier: MIT
// A pack full of markup, scripts, formulas, turning marks and endless names is text on the
// page, everywhere.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { sizes, useBrowser, withPage } from "./support/browser.js";
import { folder, label, marking, visible } from "./support/hostile.js";
import { charts, report } from "./support/packs.js";

useBrowser();
const path = report("hostile");
// What the templates themselves use.
const elements = ["a", "abbr", "article", "bdi", "body", "button", "caption", "circle", "code", "dd", "defs", "details", "div", "dl", "dt", "em",
  "feComposite", "feFlood", "figcaption", "figure", "filter", "footer", "form", "g", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "html", "input", "label", "li", "main",
  "meta", "nav", "ol", "option", "p", "path", "pattern", "polygon", "pre", "rect", "script", "section", "select", "span", "strong", "style", "sub", "summary",
  "sup", "svg", "table", "tbody", "td", "text", "th", "thead", "title", "tr", "tspan", "ul", "use"];

const read = (page) =>
  page.evaluate(() => ({
    ran: "ran" in window,
    elements: [...new Set([...document.querySelectorAll("*")].map((e) => e.localName))],
    scripts: document.scripts.length,
    styles: document.querySelectorAll("style").length,
    // Elements that the texts would make, had they been taken for markup.
    made: document.querySelectorAll("img, i, b, [onerror], [onclick], [onmouseover]").length,
    text: document.body.textContent.replace(/\s+/g, " "),
    turned: /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(document.documentElement.outerHTML),
    links: [...document.querySelectorAll("[href], [src], [action], [formaction]")].map((e) => e.getAttribute("href") ?? "none"),
    title: document.title,
    shown: getComputedStyle(document.body).display,
  }));

test("nothing of it runs, and all of it can be read", () =>
  withPage(path, {}, async (page) => {
    const found = await read(page);
    assert.equal(found.ran, false);
    assert.deepEqual(found.elements.filter((name) => !elements.includes(name)), []);
    assert.equal(found.scripts, 1);
    assert.equal(found.styles, 1);
    assert.equal(found.made, 0);
    assert.equal(found.turned, false, "a mark that turns text round is on the page");
    assert.equal(found.shown, "block");
    for (const link of found.links) assert.match(link, /^(https?:\/\/[!-~]*|#.*|annex\.html(#[a-z-]+)?)$/);
    for (const text of visible) {
      // A very long name may be cut, not changed.
      const begin = text.slice(0, 150).trim();
      assert.ok(found.text.includes(begin), `not on the page: ${begin}`);
    }
    assert.ok(found.title.startsWith(marking) && found.title.includes("Consistency audit of"), found.title);
    assert.ok(found.text.includes(folder));
  }));

test("a rejected row is shown as it was", () =>
  withPage(path, {}, async (page) => {
    const rows = await page.textContent("#loaded");
    assert.match(rows, /No such "><img src=x onerror="window\.ran = 1">/);
  }));

test("choosing, sorting and following links runs nothing either", () =>
  withPage(path, {}, async (page) => {
    for (const id of ["filter-force", "filter-request", "filter-rule", "sort-by"]) {
      const values = await page.$$eval(`#${id} option`, (options) => options.map((o) => o.value));
      assert.ok(values.length > 1, id);
      for (const value of values) {
        await page.selectOption(`#${id}`, value);
        if (id !== "sort-by" && value) assert.match(await page.textContent("#filter-count"), /^[1-9]/, value);
      }
      await page.selectOption(`#${id}`, "");
    }
    for (const link of (await page.locator("a.filter-link").all()).slice(0, 6)) {
      await link.click();
      assert.match(await page.textContent("#filter-count"), /^[1-9]/);
      await page.reload();
      assert.match(await page.textContent("#filter-count"), /^[1-9]/);
    }
    assert.equal(await page.evaluate(() => "ran" in window), false);
  }));

test("without JavaScript it is the same text", () =>
  withPage(path, { script: false, size: sizes.phone }, async (page) => {
    assert.equal(await page.locator("img, i, b").count(), 0);
    assert.ok((await page.textContent("body")).includes("<script>window.ran = 1; alert(1)</script>"));
  }));

test("marking and label stand in the page and in nothing else", () =>
  withPage(path, {}, async (page) => {
    const text = await page.textContent("header");
    assert.ok(text.includes(marking));
    assert.ok(text.includes(label.split("\u202E")[0].trim()));
    assert.deepEqual(await page.$$eval("style", (styles) => styles.map((s) => s.sheet.cssRules.length > 50)), [true]);
    assert.ok(await page.isVisible("h1"));
  }));

test("pictures have plain names, and drawing ran nothing", () => {
  const names = readdirSync(charts("hostile"));
  assert.deepEqual(names.filter((name) => !/^[a-z0-9_-]+\.(svg|png|csv)$/.test(name)), []);
  const out = dirname(path);
  assert.equal(existsSync(join(out, "drawn")) || existsSync(join(out, "..", "..", "drawn")), false);
  for (const name of names.filter((file) => file.endsWith(".svg")))
    assert.doesNotMatch(readFileSync(join(charts("hostile"), name), "utf8"), /<script|<img|<\/style><|onerror="/);
});
