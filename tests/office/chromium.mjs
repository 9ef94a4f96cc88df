// Opens pages in Chromium and tells what bars the way: `node chromium.mjs REQUEST`, a file of JSON with `program`,
// `pages` (paths), `views` (name, width, height, dark) and `folder` for pictures and PDFs, or null.

import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const request = JSON.parse(await readFile(process.argv[2], "utf8"));
const browser = await puppeteer.launch({
  executablePath: request.program,
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--force-color-profile=srgb"],
});
const seen = [];
for (const path of request.pages) {
  for (const view of request.views) seen.push(await look(path, view));
}
await browser.close();
process.stdout.write(JSON.stringify(seen));

async function look(path, view) {
  const page = await browser.newPage();
  const asked = [];
  const told = [];
  page.on("request", (one) => asked.push(one.url()));
  page.on("console", (one) => told.push(one.text()));
  page.on("pageerror", (one) => told.push(String(one)));
  await page.setViewport({ width: view.width, height: view.height, isMobile: view.width < 600, hasTouch: view.width < 600 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: view.dark ? "dark" : "light" }]);
  await page.goto(pathToFileURL(path).href, { waitUntil: "load" });
  const name = `${basename(path, ".html")}-${view.name}`;
  const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  const outside = await page.evaluate(outsiders);
  if (request.folder) await page.screenshot({ path: join(request.folder, `${name}.png`), fullPage: true });
  if (request.folder) await page.pdf({ path: join(request.folder, `${name}.pdf`), preferCSSPageSize: true });
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  await page.close();
  return {
    page: basename(path),
    view: view.name,
    scrolls,
    outside,
    asked: asked.filter((url) => !url.startsWith("file://")),
    told,
    violations: violations.map((one) => ({
      rule: one.id,
      impact: one.impact,
      where: one.nodes.map((node) => node.target.join(" ")),
    })),
  };
}

// What stands beyond the edges of the window: text that one would have to scroll sideways for.
function outsiders() {
  const wide = document.documentElement.clientWidth;
  return [...document.querySelectorAll("main *, header *, nav *, footer *")]
    .filter((one) => {
      const box = one.getBoundingClientRect();
      return box.width > 0 && (box.left < -1 || box.right > wide + 1);
    })
    .map((one) => `${one.tagName.toLowerCase()} ${(one.textContent || "").trim().slice(0, 40)}`);
}
