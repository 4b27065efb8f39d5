// SPDX-License-Identifier: MIT
// One browser for the tests of a file; pages that notice what a report must never do.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const program = process.env.CHROMIUM ?? "/usr/bin/chromium";
let browser;

// To be called once in a file, outside its tests.
export function useBrowser() {
  before(async () => {
    assert.ok(existsSync(program), `${program} is missing: run scripts/install-deps.sh browser`);
    browser = await chromium.launch({
      executablePath: program,
      args: process.getuid() === 0 ? ["--no-sandbox"] : [],
    });
  });
  after(async () => browser?.close());
}

export const sizes = {
  phone: { width: 360, height: 740 },
  tablet: { width: 768, height: 1024 },
  desktop: { width: 1440, height: 900 },
};

export const addressOf = (path, fragment = "") => pathToFileURL(path).href + fragment;

// One page with JavaScript and one without serve all tests of a file: to open another for
// each takes longer than most tests.
const pages = new Map();
async function pageWith(script) {
  if (!pages.has(script)) {
    const context = await browser.newContext({ javaScriptEnabled: script });
    pages.set(script, await context.newPage());
  }
  return pages.get(script);
}

// Calls work(page) with a page that has opened a file afresh; afterwards no error, no
// message on the console, no dialog and no request but for files that the page was sent to
// may have come up.
export async function withPage(path, options, work) {
  const { fragment, size = sizes.desktop, script = true } = options;
  const page = await pageWith(script);
  const noticed = [];
  const listeners = {
    pageerror: (error) => noticed.push(`error: ${error.message}`),
    console: (message) => noticed.push(`console: ${message.text()}`),
    dialog: async (dialog) => {
      noticed.push(`dialog: ${dialog.message()}`);
      await dialog.dismiss();
    },
    request: (request) => {
      if (!request.isNavigationRequest() || !request.url().startsWith("file:"))
        noticed.push(`request: ${request.url().slice(0, 200)}`);
    },
  };
  await page.goto("about:blank");
  await page.emulateMedia({ media: null });
  await page.setViewportSize(size);
  for (const [event, listener] of Object.entries(listeners)) page.on(event, listener);
  try {
    await page.goto(addressOf(path, fragment), { waitUntil: "load" });
    await work(page);
    assert.deepEqual(noticed, []);
  } finally {
    for (const [event, listener] of Object.entries(listeners)) page.off(event, listener);
  }
}
