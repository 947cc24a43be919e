/** How fast the console answers its user with five thousand enquiries in the list. The rows are one real enquiry, many times over. */
import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./platform";
import { slowest, type Interaction } from "./trace";

const MANY = 5_000;
/** What the platform gives at once. */
const PAGE = 50;
/** Rows are drawn as far as they are looked at; so many are looked at here. */
const DRAWN = 300;
/** From a press to the next paint. */
const MOST_MS = 200;

interface Enquiry {
  id: string;
  subject: string;
}

/** Answers the list as the platform would if it held many; the whole list comes at once, so that all of it is in the page. */
async function fill(page: Page) {
  await page.route(/\/api\/v1\/enquiries\?/, async (route) => {
    const asked = new URL(route.request().url()).searchParams;
    const answer = await route.fetch({ url: route.request().url().replace(/\?.*/, "?limit=1") });
    const real = ((await answer.json()) as { items: Enquiry[] }).items[0]!;
    const narrowed = asked.has("q") || asked.has("state") || asked.has("assigned_to");
    const from = Number(asked.get("cursor") ?? 0);
    const [total, size] = narrowed ? [120, PAGE] : [MANY, MANY];
    const items = Array.from({ length: Math.min(size, total - from) }, (_, at) => ({ ...real, id: `${from + at}`.padStart(8, "0") + real.id.slice(8), subject: `${real.subject}, no. ${from + at + 1}` }));
    await route.fulfill({ json: { items, next_cursor: from + size < total ? `${from + size}` : null } });
  });
}

async function lookedThrough(page: Page) {
  const rows = page.locator(".enquiry-list > li");
  await expect(rows.first()).toBeVisible();
  while ((await rows.count()) < DRAWN) {
    const before = await rows.count();
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect.poll(() => rows.count()).toBeGreaterThan(before);
  }
  await page.evaluate(() => scrollTo(0, 0));
}

/** Every interaction while something is done, and what it cost. */
async function recorded(browser: Browser, page: Page, work: () => Promise<void>): Promise<Interaction[]> {
  await browser.startTracing(page, { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel"] });
  await work();
  // The last paint has to be over before the recording is.
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 50))));
  return slowest(await browser.stopTracing());
}

// The row that is opened at the end is one that the platform does not know.
test.use({ refusal: 404 });

test("five thousand enquiries do not slow the hand", async ({ browser, page, signIn }) => {
  test.setTimeout(150_000);
  await fill(page);
  await signIn(page);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Enquiries" }).click();
  await lookedThrough(page);
  const list = page.locator(".enquiry-list");
  const rows = list.locator("> li");

  const all = await recorded(browser, page, async () => {
    const box = page.getByRole("searchbox", { name: "Search enquiries" });
    await box.click();
    await box.pressSequentially("cape", { delay: 80 });
    await expect(rows).toHaveCount(50);
    await box.fill("");
    await expect(page.getByText("5000 enquiries")).toBeVisible();
    await page.getByRole("button", { name: "Quoted" }).click();
    await expect(list).toHaveAttribute("aria-busy", "false");
    await page.getByRole("button", { name: "All", exact: true }).click();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("quo", { delay: 80 });
    await page.keyboard.press("Escape");
    await rows.nth(3).getByRole("link").click();
    await expect(page.getByText("This is no longer there.")).toBeVisible();
  });

  const told = all.slice(0, 4).map((one) => `${one.name} ${one.worked} ms (${one.waited} ms by the clock)`);
  console.log(`interactions: ${all.length}, slowest: ${told.join(", ")}`);
  expect(all.length).toBeGreaterThan(10);
  expect(all[0]!.worked).toBeLessThan(MOST_MS);
});
