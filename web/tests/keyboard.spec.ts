/** Without a mouse: every page is reached, whatever has the focus shows it, and nothing holds it. */
import type { Page } from "@playwright/test";
import { expect, test } from "./platform";

const AREAS = [
  ["t", "Good day"],
  ["e", "Enquiries"],
  ["q", "Quotes"],
  ["b", "Bookings"],
  ["c", "Clients"],
  ["p", "Price workbench"],
  ["r", "Rates"],
  ["i", "Inbox"],
  ["h", "Helpdesk"],
  ["k", "Knowledge"],
  ["a", "Analytics"],
  ["s", "Settings"],
] as const;
/** Steps taken on each page; long lists go on as they began. */
const STEPS = 30;
/** A date has a part each for day, month, year and calendar; more steps in one place are a trap. */
const PARTS = 5;

interface Focused {
  name: string;
  /** Which of the elements that take the focus it is. */
  place: number;
  shown: boolean;
  inSight: boolean;
}

function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const here = document.activeElement as HTMLElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(here);
    const box = here.getBoundingClientRect();
    return {
      name: `${here.tagName.toLowerCase()} ${here.getAttribute("aria-label") ?? here.textContent?.trim().slice(0, 40) ?? ""}`,
      place: [...document.querySelectorAll("*")].indexOf(here),
      // The button of a date's calendar is a part of the browser's, which draws the ring around it alone.
      shown: here === document.body || here.tagName === "IFRAME" || here.matches('input[type="date"]:not(:focus)') || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || here.matches(".palette-box input"),
      inSight: here === document.body || (box.bottom > 0 && box.top < innerHeight && box.width > 0),
    };
  });
}

test("every page is reached by its keys, and the focus goes through it in sight", async ({ page, signIn }) => {
  test.setTimeout(240_000);
  await signIn(page);
  for (const [key, title] of AREAS) {
    await page.keyboard.press("g");
    await page.keyboard.press(key);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.locator(".skeleton")).toHaveCount(0);
    let [last, stayed] = [-1, 0];
    for (let step = 0; step < STEPS; step++) {
      await page.keyboard.press("Tab");
      const now = await focused(page);
      stayed = now.place === last ? stayed + 1 : 0;
      expect(stayed, `${title}: ${now.name} holds the focus`).toBeLessThan(PARTS);
      expect(now.shown, `${title}: ${now.name} shows that it has the focus`).toBe(true);
      expect(now.inSight, `${title}: ${now.name} is in sight`).toBe(true);
      last = now.place;
    }
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  }
});

test("the page is one step away, and what opens over it gives the focus back", async ({ page, signIn }) => {
  await signIn(page);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the page" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();

  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("enquiries");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Enquiries" })).toBeVisible();

  const make = page.getByRole("button", { name: "New enquiry" });
  await make.focus();
  await page.keyboard.press("Enter");
  const window = page.getByRole("dialog");
  await expect(window).toBeVisible();
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press("Tab");
    expect(await window.evaluate((box) => box.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(make).toBeFocused();

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("an enquiry is opened and left by keyboard", async ({ page, signIn }) => {
  await signIn(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("lerato zanzibar");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Lerato Mokwena" })).toBeVisible();
});
