import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, test } from "./platform";

const DIST = fileURLToPath(new URL("../dist", import.meta.url));
const SCREENSHOTS = process.env.SCREENSHOTS;
const WIDE = { width: 1440, height: 900 };
const TELEPHONE = { width: 390, height: 844 };
/** Colours do not depend on the size, nor sizes on the colours: two of the four are enough for a change; `EVERY_LOOK` asks for all. */
const LOOKS = [
  { colorScheme: "light", viewport: WIDE },
  { colorScheme: "dark", viewport: TELEPHONE },
  ...(SCREENSHOTS || process.env.EVERY_LOOK ? ([{ colorScheme: "dark", viewport: WIDE }, { colorScheme: "light", viewport: TELEPHONE }] as const) : []),
] as const;

const PRICE = "/price?check_in=2027-07-03&check_out=2027-07-13&destination=Zanzibar";
const SETTINGS = ["quoting", "destinations", "consultants", "agency", "mailboxes", "team", "audit", "notifications", "security"];
const GROUPS = {
  work: ["/", "/enquiries", "/quotes", "/bookings", "/clients", "/inbox", "/analytics", PRICE],
  stock: ["/rates", "/rates?tab=extras", "/rates?tab=fx", "/helpdesk", "/knowledge"],
  settings: ["/settings", ...SETTINGS.map((tab) => `/settings?tab=${tab}`)],
};
const PAGES = Object.values(GROUPS).flat();
/** A long list looks after its fifth row as it did before. */
const MORE_OF_THE_SAME = [".list > li:nth-child(n+6)", ".plans > li:nth-child(n+6)", "tbody > tr:nth-child(n+6)", ".field-lines > li:nth-child(n+6)"];

async function examine(page: Page, name: string) {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState("networkidle");
  await expect(page.locator(".skeleton")).toHaveCount(0);
  const size = page.viewportSize()!;
  const theme = await page.evaluate(() => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  if (SCREENSHOTS) await page.screenshot({ path: join(SCREENSHOTS, `${name}-${size.width}-${theme}.png`) });
  // The PDF viewer is the browser's own page.
  const axe = new AxeBuilder({ page }).exclude("iframe");
  for (const more of MORE_OF_THE_SAME) axe.exclude(more);
  const found = await axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
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

for (const { colorScheme, viewport } of LOOKS) {
  test.describe(`${colorScheme}, ${viewport.width} px`, () => {
    test.use({ colorScheme, viewport });

    test("the ways in can be read by everybody", async ({ page }) => {
      await page.goto("/sign-in");
      await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
      await examine(page, "sign-in");
      for (const outside of ["/forgot-password", "/reset-password?token=none", "/invitation?token=none"]) {
        await page.goto(outside);
        await examine(page, outside.slice(1, 7));
      }
    });

    for (const [group, paths] of Object.entries(GROUPS)) {
      test(`pages of ${group} can be read by everybody`, async ({ page, signIn }) => {
        test.setTimeout(240_000);
        await signIn(page);
        for (const path of paths) {
          await go(page, path);
          await examine(page, path === "/" ? "today" : path.replace(/^\//, "").replaceAll(/[/?&=]/g, "-").slice(0, 24));
        }
      });
    }

    test("a record of each kind can be read by everybody", async ({ page, signIn }) => {
      test.setTimeout(240_000);
      await signIn(page);
      for (const list of ["/enquiries", "/quotes", "/clients", "/inbox"]) {
        await go(page, list);
        await page.locator("a.row").first().click();
        await expect(page.locator(".way-back")).toBeVisible();
        await examine(page, `one-${list.slice(1)}`);
      }
    });

    test("the operator's panel can be read by everybody", async ({ page, platform }) => {
      await page.goto("/operator");
      await examine(page, "operator-enter");
      await page.getByLabel("Admin token").fill(platform.operator);
      await page.keyboard.press("Enter");
      for (const tab of await page.getByRole("navigation", { name: "Operator's panel" }).getByRole("button").all()) {
        await tab.click();
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await examine(page, `operator-${(await tab.textContent())!.toLowerCase().replaceAll(" ", "-")}`);
      }
    });
  });
}

test("nothing is cut off on the smallest telephone", async ({ page, signIn }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page);
  for (const path of PAGES) {
    await go(page, path);
    await expect(page.locator(".skeleton")).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path).toBe(true);
  }
});

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
