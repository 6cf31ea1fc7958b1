// Opens one page in headless Chromium, runs a script against it and prints what came of it as JSON.
// stdin: {browser, url, width, height, dark, now, javascript, script}; the script sees `page` and `axe`.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const asked = JSON.parse(readFileSync(0, "utf8"));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
  executablePath: asked.browser,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars"],
});
try {
  const context = await browser.newContext({
    bypassCSP: false,
    colorScheme: asked.dark ? "dark" : "light",
    deviceScaleFactor: 1,
    javaScriptEnabled: asked.javascript ?? true,
    locale: "en-GB",
    timezoneId: "UTC",
    viewport: { width: asked.width ?? 1280, height: asked.height ?? 900 },
  });
  const page = await context.newPage();
  const console_ = [], requests = [];
  page.on("console", (message) => console_.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => console_.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { console_.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => requests.push(request.url()));
  if (asked.now) await page.clock.install({ time: new Date(asked.now) });
  await page.goto(asked.url);
  const run = new (Object.getPrototypeOf(async () => {}).constructor)("page", "axe", asked.script ?? "");
  const result = (await run(page, axe)) ?? null;
  process.stdout.write(JSON.stringify({ result, console: console_, requests }));
} finally {
  await browser.close();
}
