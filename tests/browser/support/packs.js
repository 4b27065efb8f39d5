// SPDX-License-Identifier: MIT
// The packs that the tests look at. Run before them, it audits each once into
// build/browser/audits: node tests/browser/support/packs.js
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { formatCsv, readCsv } from "./csv.js";
import * as hostile from "./hostile.js";
import { wordings } from "./wordings.js";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
export const program = process.env.CONCORD ?? join(root, "build/concord");
const work = join(root, "build/browser");
const forcesKnown = () => readCsv(join(root, "datasets/reference/forces.csv"));
export const realPack = join(root, "datasets/palantir");
export const nationalPack = join(root, "datasets/national-example");

export const report = (name) => join(work, "audits", name, "report.html");
export const boundaries = join(work, "packs", "boundaries.geojson");
export const charts = (name) => join(work, "audits", name, "charts");

function writePack(name, files, label = "") {
  const folder = join(work, "packs", name);
  mkdirSync(folder, { recursive: true });
  for (const [file, rows] of Object.entries(files))
    writeFileSync(join(folder, file), typeof rows === "string" ? rows : formatCsv(rows));
  if (label) writeFileSync(join(folder, "label.txt"), label);
  return folder;
}

// The pack a quarter later: some rows are gone, and some say something else.
function writeLaterPack(name, source) {
  const folder = join(work, "packs", name);
  cpSync(source, folder, { recursive: true });
  const file = join(folder, "responses.csv");
  const rows = readCsv(file)
    .filter((row, i) => i % 11 !== 3)
    .map((row, i) => (i % 4 === 1 && row.stance === "ncnd" ? { ...row, stance: "not_held", held_statement: "deny" } : row));
  writeFileSync(file, formatCsv(rows));
  return folder;
}

// As many as a large audit may have: 50 forces answer 40 requests.
function writeLargePack() {
  const forces = forcesKnown().slice(0, 50);
  const requests = Array.from({ length: 40 }, (_, r) => ({
    request_id: `${7001 + r}/${16 + Math.floor(r / 4)}`,
    title: `Request number ${r + 1}`,
    date_logged: `20${16 + Math.floor(r / 4)}-0${1 + 2 * (r % 4)}-05`,
    scope: "national",
    tool_id: "argus",
  }));
  const stances = ["ncnd", "ncnd", "ncnd", "not_held", "ncnd", "held_s21", "ncnd", "refused_cost", "ncnd", "disclosed"];
  const responses = requests.flatMap((request, r) =>
    forces.map((force, f) => ({
      response_id: `${force.force_id}-${r + 1}`,
      force_id: force.force_id,
      request_id: request.request_id,
      date_received: request.date_logged,
      date_responded: request.date_logged.replace(/-05$/, `-${10 + (f % 18)}`),
      // Most forces keep to a line for some years.
      stance: stances[(f * 7 + Math.floor(r / (3 + (f % 5)))) % stances.length],
      exemptions: "31(3);24(2)",
    })),
  );
  return writePack("large", {
    "tools.csv": [{ tool_id: "argus", name: "Argus", vendor: "Example Ltd" }],
    "requests.csv": requests,
    "responses.csv": responses,
  });
}

// Four squares of 60 km that stand for forces; the other forces have no boundary.
function writeBoundaries() {
  const codes = ["E23000001", "E23000009", "W15000003", "E23000007"];
  const corners = [[-0.6, 51.2], [-2, 53.9], [-4, 51.5], [-2.3, 54.9]];
  const file = boundaries;
  const features = codes.map((code, i) => {
    const [west, south] = corners[i];
    const [east, north] = [west + 0.9, south + 0.6];
    return {
      type: "Feature",
      properties: { PFA23CD: code, PFA23NM: code },
      geometry: {
        type: "Polygon",
        coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
      },
    };
  });
  writeFileSync(file, JSON.stringify({ type: "FeatureCollection", features }));
  return file;
}

const run = promisify(execFile);
const letters = join(root, "datasets/letters-example");
const answering = ["--request", "9001/25", "--tool", "examplex"];

// The ten letters of docs/from-letters.md, after a person has decided about one of them.
async function decideLetters() {
  const [read, decided] = ["letters-read", "letters-decided"].map((name) => join(work, "packs", name));
  const classify = (...options) => run(program, ["classify", ...options], { cwd: root });
  await classify("datasets/letters-example/letters", ...answering, "--forces", "datasets/letters-example/whose.csv", "--apply", "-o", read);
  await classify("--review", join(letters, "decided.csv"), read);
  await classify(read, "--apply", "-o", decided);
  return decided;
}

// Decided when an earlier version had read it, which this one reads otherwise.
function writeRereadPack(source) {
  const folder = join(work, "packs", "letters-reread");
  cpSync(source, folder, { recursive: true });
  for (const [file, change] of [
    ["codings.csv", (row) => ({ ...row, classifier: "0.0.9 000000000000", value: row.field === "stance" ? "not_held" : row.value })],
    ["responses.csv", (row) => ({ ...row, stance: row.coded_by === "person" ? "not_held" : row.stance })],
  ])
    writeFileSync(join(folder, file), formatCsv(readCsv(join(folder, file)).map(change)));
  return folder;
}

async function audit(pack, name, ...options) {
  const out = dirname(report(name));
  await run(program, ["audit", pack, "-o", out, "--quiet", ...options], { cwd: work });
  return join(out, "audit.db");
}

async function prepare() {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(work, "audits"), { recursive: true });
  const hostilePack = writePack(hostile.folder, hostile.files, hostile.label);
  const header = readFileSync(join(realPack, "responses.csv"), "utf8").split("\n", 1)[0];
  // Nobody answered, one was asked: without either there is nothing to audit.
  const emptyPack = writePack("empty", {
    "responses.csv": `${header}\n`,
    "circulation.csv": "request_id,force_id,received\n1/24,kent,no\n",
  });
  const compare = async (pack, name) =>
    audit(writeLaterPack(`${name}-later`, pack), `${name}-later`, "--baseline", await audit(pack, name));
  await Promise.all([
    compare(realPack, "palantir"),
    compare(nationalPack, "national"),
    audit(writeLargePack(), "large"),
    audit(realPack, "bounded", "--boundaries", writeBoundaries(), "--marking", "OFFICIAL-SENSITIVE"),
    audit(nationalPack, "public", "--audience", "public", "--marking", "OFFICIAL-SENSITIVE"),
    audit(emptyPack, "empty"),
    audit(join(letters, "letters"), "letters", ...answering),
    decideLetters().then((pack) => Promise.all([audit(pack, "letters-decided"), audit(writeRereadPack(pack), "letters-reread")])),
    audit(writePack("wordings", wordings(forcesKnown())), "wordings"),
    audit(hostilePack, "hostile", "--marking", hostile.marking, "--pdf"),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!existsSync(program)) throw new Error(`${program} is missing: run make`);
  await prepare();
}
