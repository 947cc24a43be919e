import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, test } from "./platform";

const DIST = fileURLToPath(new URL("../dist", import.meta.url));
const SCREENSHOTS = process.env.SCREENSHOTS;
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

async function examine(page: Page, name: string) {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState("networkidle");
  await expect(page.locator(".skeleton")).toHaveCount(0);
  const size = page.viewportSize()!;
  const theme = await page.evaluate(() => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  if (SCREENSHOTS) await page.screenshot({ path: join(SCREENSHOTS, `${name}-${size.width}-${theme}.png`) });
  // The PDF viewer is the browser's own page.
  const found = await new AxeBuilder({ page }).exclude("iframe").withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  const faults = found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(faults, `${name}, ${size.width}, ${theme}`).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} fits ${size.width} px`).toBe(true);
}

/** Goes somewhere without loading the page anew. */
async function go(page: Page, path: string) {
  await page.evaluate((to) => {
    history.pushState({}, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of SIZES) {
    test.describe(`${colorScheme}, ${viewport.width} px`, () => {
      test.use({ colorScheme, viewport });

      test("every page can be read by everybody", async ({ page, signIn }) => {
        test.setTimeout(240_000);
        await page.goto("/sign-in");
        await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
        await examine(page, "sign-in");
        await signIn(page);
        await examine(page, "today");
        const pages = ["/enquiries", "/quotes", "/price?check_in=2027-07-03&check_out=2027-07-13&destination=Zanzibar", "/rates", "/rates?tab=extras", "/rates?tab=fx", "/inbox", "/helpdesk", "/knowledge", "/settings", "/settings?tab=quoting", "/settings?tab=destinations", "/settings?tab=consultants", "/settings?tab=agency"];
        for (const path of pages) {
          await go(page, path);
          await examine(page, path.replace(/^\//, "").replaceAll(/[/?&=]/g, "-").slice(0, 24));
        }
        for (const list of ["/enquiries", "/quotes", "/inbox"]) {
          await go(page, list);
          await page.locator("a.row").first().click();
          await expect(page.locator(".way-back")).toBeVisible();
          await examine(page, `one-${list.slice(1)}`);
        }
      });
    });
  }
}

test("the first load is light", async ({ page, signIn }) => {
  const loaded = new Map<string, number>();
  page.on("response", async (response) => {
    const path = new URL(response.url()).pathname;
    if (path.startsWith("/api/")) return;
    const body = await response.body().catch(() => Buffer.alloc(0));
    loaded.set(path, path.endsWith(".woff2") ? body.length : gzipSync(body).length);
  });
  await signIn(page);
  await page.waitForLoadState("networkidle");
  const sum = [...loaded.values()].reduce((all, one) => all + one, 0);
  console.log(`first load, compressed: ${Math.round(sum / 1024)} kB in ${loaded.size} files`);
  expect(sum).toBeLessThanOrEqual(250 * 1024);
});

test("no secret and no token is built in", () => {
  const files = readdirSync(DIST, { recursive: true, encoding: "utf8" }).filter((file) => /\.(js|css|html|json|svg)$/.test(file));
  expect(files.length).toBeGreaterThan(10);
  const secret = /eyJ[\w-]{10,}\.[\w-]{10,}|-----BEGIN|AKIA[0-9A-Z]{16}|Bearer [\w-]{16,}|sourceMappingURL/;
  expect(files.filter((file) => secret.test(readFileSync(join(DIST, file), "utf8")))).toEqual([]);
});
