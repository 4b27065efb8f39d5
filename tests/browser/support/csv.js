// SPDX-License-Identifier: MIT
import { readFileSync } from "node:fs";

// Rows of a CSV text as arrays.
export function parseCsv(text) {
  const rows = [];
  let row = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') field += text[++i];
    else if (c === '"') quoted = !quoted;
    else if (quoted) field += c;
    else if (c === ",") [field, row] = ["", [...row, field]];
    else if (c === "\n") {
      rows.push([...row, field]);
      [field, row] = ["", []];
    } else if (c !== "\r") field += c;
  }
  return field || row.length ? [...rows, [...row, field]] : rows;
}

// Rows of a CSV file as objects, without the lines of one field that hold a marking.
export function readCsv(path) {
  const [header, ...rows] = parseCsv(readFileSync(path, "utf8")).filter((row) => row.length > 1);
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
}

const quote = (value) =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : `${value}`;

// Objects as a CSV text; the columns are those of all of them.
export function formatCsv(rows) {
  const header = [...new Set(rows.flatMap(Object.keys))];
  return [header, ...rows.map((row) => header.map((name) => row[name] ?? ""))]
    .map((row) => `${row.map((value) => quote(String(value))).join(",")}\n`)
    .join("");
}
