// SPDX-License-Identifier: MIT
// The states can be told apart in full colour, with protanopia and deuteranopia, and in
// grey print: by colour where that does, else by frame, and always by letter.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { useBrowser, withPage } from "./support/browser.js";
import { contrast, difference, linear, ways } from "./support/colour.js";
import { charts, report } from "./support/packs.js";
import { readPicture } from "./support/picture.js";

useBrowser();

// CIEDE2000: 2.3 can just be noticed; two areas that differ by 10 are taken for two colours.
const enough = 10;

// The keys of a map's legend: word, letter, and the fills of its box from the outer to the
// inner, which is what makes a frame.
async function legend() {
  let picture;
  await withPage(report("national"), {}, async (page) => {
    picture = await readPicture(page, join(charts("national"), "matrix-halcyon-insight.svg"));
  });
  const left = (text) => text.corners[0].x;
  const height = (text) => (text.corners[0].y + text.corners[2].y) / 2;
  const words = ["confirm", "deny", "neither confirm nor deny", "refused on cost", "answered, not yet read", "asked, no answer known"];
  return words.map((word) => {
    const label = picture.texts.find((text) => text.words === word);
    const letter = picture.texts.find((text) =>
      text.words.length === 1 && Math.abs(height(text) - height(label)) < 4 && left(label) - left(text) > 0 && left(label) - left(text) < 25);
    const fills = picture.shapes.filter((s) =>
      s.width < 60 && s.x < left(letter) + 1 && s.x + s.width > left(letter) + 1 && s.y < height(letter) && s.y + s.height > height(letter)).map((s) => s.fill);
    return { word, letter: letter.words, fills: fills.filter((fill, i) => fill !== fills[i - 1]), ink: letter.fill };
  });
}

const pairs = (list) => list.flatMap((one, i) => list.slice(i + 1).map((other) => [one, other]));

test("states on a map", async (t) => {
  const states = await legend();
  assert.equal(new Set(states.map((state) => state.letter)).size, states.length, "letters are distinct");
  for (const [way, seen] of Object.entries(ways)) {
    let least = { value: Infinity };
    const byFrame = [];
    for (const [one, other] of pairs(states)) {
      const value = difference(seen(linear(one.fills.at(-1))), seen(linear(other.fills.at(-1))));
      const names = `${one.word} and ${other.word}`;
      if (value > enough) {
        if (value < least.value) least = { value, names };
        continue;
      }
      // Alike in the middle: then the frames are not, in number or in what is seen of them.
      const frames = [one.fills, other.fills].map((fills) => fills.map((fill) => seen(linear(fill))));
      const framed = frames[0].length !== frames[1].length || frames[0].some((fill, i) => difference(fill, frames[1][i]) > enough);
      assert.ok(framed, `${way}: ${names} look alike (${value.toFixed(1)})`);
      byFrame.push(`${names} (${value.toFixed(1)})`);
    }
    t.diagnostic(`${way}: least difference by colour ${least.value.toFixed(1)} (${least.names}); by frame: ${byFrame.join(", ") || "none"}`);
  }
  for (const state of states) assert.ok(contrast(state.ink, state.fills.at(-1)) >= 4.5, state.word);
});

// A qualified denial is a denial: the line through its D tells it from a plain one.
const isDenial = (...keys) => keys.every((key) => "DĐ".includes(key.letter));

test("states in the tables look as in the pictures", () =>
  withPage(report("palantir"), {}, async (page) => {
    const keys = await page.$$eval(".legend .key", (list) =>
      list.map((key) => {
        const style = getComputedStyle(key);
        return { letter: key.textContent.trim(), ground: style.backgroundColor, ink: style.color, look: key.className, frame: `${style.boxShadow} ${style.border} ${style.backgroundImage}` };
      }));
    assert.equal(new Set(keys.map((key) => key.letter)).size, keys.length);
    for (const key of keys) assert.ok(contrast(key.ink, key.ground) >= 4.5, key.letter);
    for (const [way, seen] of Object.entries(ways))
      for (const [one, other] of pairs(keys))
        assert.ok(difference(seen(linear(one.ground)), seen(linear(other.ground))) > enough || one.frame !== other.frame || way === "grey print" || isDenial(one, other) || one.look === other.look,
          `${way}: ${one.letter} and ${other.letter}`);
    const drawn = Object.fromEntries((await legend()).map((state) => [state.letter, state.fills.at(-1)]));
    for (const letter of ["C", "D", "N", "£"]) assert.equal(keys.find((key) => key.letter === letter).ground, drawn[letter]);
  }));

test("severities differ in every way of seeing, or by their words", async (t) => {
  await withPage(report("national"), {}, async (page) => {
    const { shapes, texts } = await readPicture(page, join(charts("national"), "findings.svg"));
    const bars = [...new Set(shapes.filter((s) => s.width > 5 && s.height > 10 && s.height < 20).map((s) => s.fill))];
    assert.ok(bars.length >= 3);
    for (const [way, seen] of Object.entries(ways)) {
      const least = Math.min(...pairs(bars).map(([one, other]) => difference(seen(linear(one)), seen(linear(other)))));
      t.diagnostic(`${way}: severities differ by ${least.toFixed(1)} or more`);
    }
    // Grey print may bring two close: each bar has its word.
    const words = texts.filter((text) => /^(critical|high|medium|low|info)$/.test(text.words)).length;
    assert.equal(words, texts.filter((text) => /^[A-Z]\d\d {2}/.test(text.words)).length);
  });
});

test("the measure of difference is that of the published examples", () => {
  // Sharma, Wu and Dalal give pairs in Lab; of sRGB red and green, 86.6 is known.
  assert.ok(Math.abs(difference(linear("#ff0000"), linear("#00ff00")) - 86.6) < 0.1);
  assert.ok(Math.abs(difference(linear("#ffffff"), linear("#000000")) - 100) < 0.1);
  assert.ok(Math.abs(contrast("#767676", "#ffffff") - 4.54) < 0.01);
});
