// SPDX-License-Identifier: MIT
// Every chart of every audit: whole, legible, and holding what its data hold.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { useBrowser, withPage } from "./support/browser.js";
import { contrast } from "./support/colour.js";
import { readCsv } from "./support/csv.js";
import { boundaries, charts, program, report } from "./support/packs.js";
import { overlappingTexts, readPicture, textsOutside } from "./support/picture.js";

useBrowser();

const allowedTags = ["circle", "defs", "g", "path", "pattern", "polygon", "polyline", "rect", "style", "svg", "text", "tspan",
  "use", "filter", "feFlood", "feComposite"];
let leastContrast = { value: Infinity };

function isWhole(picture) {
  assert.equal(picture.role, "img");
  assert.ok(picture.label.length > 20, "no text alternative");
  assert.deepEqual(picture.tags.filter((tag) => !allowedTags.includes(tag)), []);
  assert.deepEqual(picture.handlers, []);
  for (const reference of picture.references) {
    const [, name] = /^(?:url\()?#(.+?)\)?$/.exec(reference) ?? [];
    assert.ok(picture.names.includes(name), `${reference} is not in the picture`);
  }
}

function isLegible(picture) {
  assert.deepEqual(overlappingTexts(picture.texts), [], "texts overlap");
  assert.deepEqual(textsOutside(picture), [], "texts outside the picture");
  for (const text of picture.texts)
    for (const beneath of text.beneath) {
      const value = contrast(text.fill, beneath);
      const large = text.size >= 24 || (text.bold && text.size >= 18.66);
      assert.ok(value >= (large ? 3 : 4.5), `"${text.words}": contrast ${value.toFixed(2)} on ${beneath}`);
      if (value < leastContrast.value) leastContrast = { value, words: text.words, beneath };
    }
}

// As a text is drawn: gnuplot is given no quotes, backslashes and unseen characters.
const harmless = (text) =>
  text.replaceAll('"', "'").replaceAll("\\", "/").replace(/\p{Cf}/gu, "\uFFFD").replace(/\p{Cc}/gu, " ");
const spaced = (text) => text.replace(/\s+/g, " ").trim();

// Each of the words stands in the picture as often as it is given.
function holdsEach(picture, words) {
  const count = (list) => list.reduce((map, word) => map.set(word, (map.get(word) ?? 0) + 1), new Map());
  const drawn = count(picture.texts.map((text) => spaced(text.words)));
  for (const [word, times] of count(words.map((word) => spaced(harmless(word))))) assert.equal(drawn.get(word) ?? 0, times, `"${word}" is drawn so often`);
}

const unique = (words) => [...new Set(words)];
const middle = ({ corners }) => ({ x: (corners[0].x + corners[2].x) / 2, y: (corners[0].y + corners[2].y) / 2 });

// The letter of a cell stands below its name.
function pairsLetters(picture, rows, apart) {
  for (const row of rows) {
    const name = middle(picture.texts.find((text) => text.words === row.abbreviation));
    const letters = picture.texts.filter((text) => {
      const at = middle(text);
      return Math.abs(at.x - name.x) < 4 && at.y - name.y > 4 && at.y - name.y < apart;
    });
    assert.deepEqual(letters.map((text) => text.words), [row.letter], row.abbreviation);
  }
}

const blue = "rgb(18, 67, 109)";
const bluePoints = (picture) => picture.circles.filter((circle) => circle.colour === blue);
// The positions, and of the rest what the picture holds.
const legendLetters = (rows) => unique(["C", "D", "N", ...rows.map((row) => row.letter)]);
const isOld = (row) => row.old === "1";

// Frames of old positions are hatched: a pattern of gnuplot's each, and one in the legend.
function hatchesOld(picture, rows) {
  const looks = unique(rows.filter(isOld).map((row) => row.look));
  const said = picture.texts.some((text) => /^hatched: older than \d+ years?$/.test(text.words));
  assert.equal(said, looks.length > 0, "the legend says what is hatched");
}

const holds = {
  "stance-map": (picture, rows) => {
    holdsEach(picture, rows.map((row) => row.abbreviation));
    holdsEach(picture, [...rows.map((row) => row.letter), ...legendLetters(rows)]);
    pairsLetters(picture, rows, 24);
    hatchesOld(picture, rows);
  },
  "boundary-map": (picture, rows) => {
    holdsEach(picture, rows.map((row) => row.abbreviation));
    holdsEach(picture, [...rows.map((row) => row.letter), ...legendLetters(rows)]);
    pairsLetters(picture, rows, 24);
    hatchesOld(picture, rows);
  },
  matrix: (picture, rows) => {
    const once = (key, label) => [...new Map(rows.map((row) => [row[key], row[label]])).values()];
    holdsEach(picture, once("row", "force_label"));
    holdsEach(picture, once("column", "request_label"));
    holdsEach(picture, [...rows.map((row) => row.letter), ...legendLetters(rows)]);
    hatchesOld(picture, rows);
  },
  timeline: (picture, rows) => {
    holdsEach(picture, rows.map((row) => row.lane_label).filter(Boolean));
    assert.equal(rows.filter((row) => row.lane_label).length, unique(rows.map((row) => row.lane)).length);
    holdsEach(picture, [...rows.map((row) => row.letter), "C", "D", "Đ", "N", "A", "O", "W", "R"]);
    const acknowledged = rows.filter((row) => row.state === "acknowledgement").length;
    const diamonds = picture.shapes.filter((s) => s.tag === "rect" && s.fill === "rgb(128, 22, 80)");
    assert.equal(diamonds.length, acknowledged + 1, "diamonds, with the one of the legend");
    for (const { width, height } of diamonds)
      assert.ok(width > 16 && width <= 26 && height <= 26, `a diamond of ${width} by ${height}`);
    const rulings = rows.filter((row) => row.state === "ruling").length;
    const discs = picture.shapes.filter((s) => s.tag === "circle" && s.fill === "rgb(61, 61, 61)");
    assert.equal(discs.length, rulings + 1, "discs, with the one of the legend");
  },
  quadrant: (picture, rows) => {
    holdsEach(picture, rows.map((row) => row.label).filter(Boolean));
    const unnamed = rows.filter((row) => row.whole_label && !row.label).length;
    if (unnamed) holdsEach(picture, [`${unnamed} point${unnamed === 1 ? " has" : "s have"} no room for ${unnamed === 1 ? "its name: the table beside the picture has it" : "their names: the table beside the picture has them"}`]);
    holdsEach(picture, rows.filter((row) => !row.whole_label && Number(row.forces) > 4).map((row) => row.forces));
    // A list of names ends after 2,000 characters.
    const whole = rows.filter((row) => row.names.length < 2000);
    const names = whole.flatMap((row) => row.names.split(", "));
    assert.equal(names.length, whole.reduce((sum, row) => sum + Number(row.forces), 0));
    assert.equal(unique(names).length, names.length, "a force stands at one place");
    // gnuplot draws a circle as a path.
    const bubbles = picture.shapes.filter((s) => s.fill === blue);
    assert.equal(bubbles.length, rows.length);
  },
  findings: (picture, rows) => {
    holdsEach(picture, rows.map((row) => row.label));
    holdsEach(picture, rows.map((row) => row.count_label));
    const fresh = rows.filter((row) => Number(row.new) > 0).length;
    assert.equal(picture.names.filter((name) => name.includes("-gpPat")).length, fresh, "hatched bars");
  },
  whatif: (picture, rows) => holdsEach(picture, rows.map((row) => row.label)),
  assumptions: (picture, rows) => {
    holdsEach(picture, rows.map((row) => row.label));
    assert.equal(bluePoints(picture).length, 2 * rows.length, "a ring and a full point for each bar");
  },
  agreement: (picture, rows) => {
    const few = rows.length <= 6;
    holdsEach(picture, rows.map((row) => (few ? row.label : `${row.label}, ${row.logged}, n = ${row.answers}`)));
    assert.equal(bluePoints(picture).length, rows.length, "a full point each");
  },
};

// The title and the lines of a file that stands alone, as one text.
const isTitle = (text) => text.fill === blue && text.size >= 23 && text.size !== 28;
const joined = (texts) => spaced(texts.map((text) => text.words).join(" "));

function standsAlone(picture, titles, audit) {
  const title = joined(picture.texts.filter(isTitle));
  assert.ok(titles.some((known) => spaced(harmless(known)) === title || (title.endsWith("…") && spaced(harmless(known)).startsWith(title.slice(0, -1)))), `the title "${title}"`);
  const words = joined(picture.texts);
  for (const part of ["Source: ", `Concord ${audit.version}`, audit.as_of ? `as of ${audit.as_of}` : "no date in the data"]) assert.ok(words.includes(part), `"${part}" in the picture`);
  if (audit.label) assert.ok(words.includes(spaced(harmless(audit.label)).slice(0, 30)), "the label of the pack in the picture");
  if (audit.marking) assert.equal(picture.texts.filter((text) => spaced(text.words).startsWith(spaced(harmless(audit.marking)).slice(0, 60))).length, 2, "the marking at head and foot");
}

const said = (audit) => {
  const summary = JSON.parse(readFileSync(join(charts(audit), "../summary.json"), "utf8"));
  return { version: summary.version.split(" ")[0], as_of: summary.as_of, label: summary.label, marking: summary.marking };
};
const titlesOf = (audit) =>
  execFileSync(program, ["map", join(charts(audit), "../audit.db"), "--list", ...(audit === "bounded" ? ["--boundaries", boundaries] : [])], { encoding: "utf8" })
    .trim().split("\n").map((line) => line.split("\t")[3]);

for (const audit of ["palantir", "national", "national-later", "bounded", "large", "hostile"])
  test(`the charts of the audit ${audit}`, async (t) => {
    // A large audit has a map of each of forty requests: a few do.
    const files = readdirSync(charts(audit)).filter((file) => file.endsWith(".svg") && !/-argus-70[0-3].-/.test(file));
    assert.ok(files.length >= 5);
    const titles = titlesOf(audit);
    const about = said(audit);
    await withPage(join(charts(audit), files[0]), {}, async (page) => {
      for (const file of files)
        await t.test(file, async () => {
          const picture = await readPicture(page, join(charts(audit), file));
          const data = join(charts(audit), file.replace(/svg$/, "csv"));
          const kind = Object.keys(holds).find((name) => file.startsWith(name));
          assert.ok(kind, "an unknown kind of chart");
          assert.ok(existsSync(data) && existsSync(data.replace(/csv$/, "png")));
          isWhole(picture);
          // Words around the drawing are not what it holds.
          const around = (text) => isTitle(text) || text.words.startsWith("Source: ");
          holds[kind]({ ...picture, texts: picture.texts.filter((text) => !around(text)) }, readCsv(data));
          standsAlone(picture, titles, about);
          isLegible(picture);
        });
    });
    t.diagnostic(`least contrast so far: ${leastContrast.value.toFixed(2)} ("${leastContrast.words}" on ${leastContrast.beneath})`);
  });

// A slide is looked at from the back of a room: nothing under 28 px of its 1080, and one size but for the title.
function isReadable(picture) {
  assert.equal(picture.viewBox, "0 0 1920 1080");
  const sizes = unique(picture.texts.filter((text) => !isTitle(text)).map((text) => text.size));
  assert.deepEqual(sizes, [28]);
  assert.ok(picture.texts.filter(isTitle).every((text) => text.size > 28));
}

for (const audit of ["palantir", "national-later", "bounded", "large", "hostile"])
  test(`the slides of the audit ${audit}`, async (t) => {
    const folder = join(charts(audit), "../../slides", audit);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    execFileSync(program, ["map", join(charts(audit), "../audit.db"), "-c", "all", "-s", "slide", "-f", "svg", "-o", folder,
      ...(audit === "bounded" ? ["--boundaries", boundaries] : [])]);
    const files = readdirSync(folder).filter((file) => file.endsWith(".svg") && !/-argus-70[0-3].-/.test(file));
    const titles = titlesOf(audit);
    const about = said(audit);
    await withPage(join(folder, files[0]), {}, async (page) => {
      for (const file of files)
        await t.test(file, async () => {
          const picture = await readPicture(page, join(folder, file));
          isWhole(picture);
          isReadable(picture);
          isLegible(picture);
          standsAlone(picture, titles, about);
          const rows = readCsv(join(folder, file.replace(/svg$/, "csv")));
          const words = joined(picture.texts);
          if (file.startsWith("matrix") && !words.includes("The table beside the picture has all"))
            holdsEach(picture, unique(rows.map((row) => row.force_label)));
          if (file.startsWith("findings") && !words.includes("The table beside the picture has all"))
            holdsEach(picture, rows.map((row) => row.label));
        });
    });
  });

test("the page says the words of a picture once", async () => {
  await withPage(report("national"), {}, async (page) => {
    const twice = await page.evaluate(() =>
      [...document.querySelectorAll("figure")].flatMap((figure) => {
        const title = figure.querySelector(".figure-title")?.textContent.trim() ?? "";
        const drawn = [...figure.querySelectorAll("svg text")].map((text) => text.textContent.trim());
        return drawn.filter((words) => words === title || /^Source: |^Concord \d/.test(words));
      }));
    assert.deepEqual(twice, []);
    assert.ok((await page.locator("figure svg").count()) > 0);
  });
});

test("marks of the timeline stand on their own days", async () => {
  const file = join(charts("national"), "timeline-halcyon-insight.svg");
  await withPage(file, {}, async (page) => {
    const picture = await readPicture(page, file);
    const rows = readCsv(file.replace(/svg$/, "csv"));
    const own = (row) => picture.texts.filter((text) => text.words === row.letter).map(middle);
    // Two marks far apart give the scale; every other mark has a letter where its day is.
    const acknowledged = rows.filter((row) => row.state === "acknowledgement").sort((a, b) => a.day - b.day);
    const letters = picture.texts.filter((text) => text.words === "A").map(middle).sort((a, b) => a.x - b.x);
    const legend = Math.max(...letters.map((at) => at.y));
    const marks = letters.filter((at) => at.y < legend - 4);
    assert.equal(marks.length, acknowledged.length);
    const [first, last] = [acknowledged[0], acknowledged.at(-1)];
    const scale = (marks.at(-1).x - marks[0].x) / (last.day - first.day);
    for (const row of rows) {
      const x = marks[0].x + (row.day - first.day) * scale;
      assert.ok(own(row).some((at) => Math.abs(at.x - x) < 1.5), `${row.id} on ${row.earliest}`);
      assert.ok(row.earliest <= row.latest);
    }
  });
});
