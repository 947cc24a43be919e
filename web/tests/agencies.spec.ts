/** The operator makes an agency, whose admin then signs in; and two agencies side by side see nothing of each other. */
import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { expect, test, type Platform } from "./platform";

const AGENCY = { id: "nordlicht-reisen", name: "Nordlicht Reisen", email: "frieda@nordlicht.example", person: "Frieda Brandt", password: "polarlicht ueber dem fjord" };

interface Mail {
  to: string[];
  subject: string;
  text: string;
}

/** The way from a mail to an address to the page it names. */
async function linkFor(request: APIRequestContext, address: string): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(async () => {
      const mails = (await (await request.get("/_local/outbox")).json()) as Mail[] | { items: Mail[] };
      const mail = (Array.isArray(mails) ? mails : mails.items).find((one) => one.to.some((to) => to.includes(address)));
      link = /https?:\/\/\S+\?token=[\w.~-]+/.exec(mail?.text ?? "")?.[0];
      return link;
    }, { timeout: 40_000 })
    .toBeTruthy();
  const { pathname, search } = new URL(link!);
  return `${pathname}${search}`;
}

async function enter(page: Page, email: string, password: string) {
  await page.goto("/sign-in");
  await page.getByLabel("Mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: /Good day/ })).toBeVisible();
}

const letter = (to: string) =>
  [
    "From: Jonas Weber <jonas.weber@post.example>",
    `To: ${to}`,
    "Subject: A week on Mauritius for the two of us",
    `Date: ${new Date().toUTCString()}`,
    "Message-ID: <side-by-side@post.example>",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Hello, we are two adults and dream of Mauritius from 3 May to 10 May 2027.",
    "",
  ].join("\r\n");

async function provision(page: Page, platform: Platform) {
  await page.goto("/operator");
  await page.getByLabel("Admin token").fill(platform.operator);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Agencies", exact: true }).click();
  await page.getByRole("button", { name: "New agency" }).click();
  const window = page.getByRole("dialog", { name: "New agency" });
  await window.getByLabel("Id").fill(AGENCY.id);
  await window.getByLabel("Name", { exact: true }).fill(AGENCY.name);
  await window.getByLabel("First admin's mail address").fill(AGENCY.email);
  await window.getByRole("button", { name: "New agency" }).click();
  await expect(page.getByRole("button", { name: new RegExp(AGENCY.name) })).toBeVisible();
}

/** A second agency of the platform, made once, in a browser of its own. */
async function secondAgency(browser: Browser, platform: Platform): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: platform.url, locale: "en-GB" })).newPage();
  await enter(page, AGENCY.email, AGENCY.password);
  return page;
}

test.describe.serial("agencies", () => {
  test("the operator provisions an agency that then signs in", async ({ page, platform, request }) => {
    await provision(page, platform);
    // The token is nowhere but in the page's memory.
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie + location.href)).not.toContain(platform.operator);

    await page.goto(await linkFor(request, AGENCY.email));
    await page.getByLabel("Your name").fill(AGENCY.person);
    await page.getByLabel("Password").fill(AGENCY.password);
    await page.getByRole("button", { name: "Join" }).click();
    await expect(page.getByText("The password is set.")).toBeVisible();
    await enter(page, AGENCY.email, AGENCY.password);
    await expect(page.getByText(new RegExp(`${AGENCY.id}@`))).toBeVisible();
  });

  test("two agencies in two browsers see nothing of each other", async ({ page, browser, signIn, platform, request }) => {
    await signIn(page);
    const other = await secondAgency(browser, platform);
    const domain = platform.mailbox.split("@")[1]!;
    const to = `${AGENCY.id}@${domain}`;
    const handed = await request.post(`/_local/mail?rcpt=${encodeURIComponent(to)}`, { data: Buffer.from(letter(to)), headers: { "content-type": "message/rfc822" } });
    expect(handed.ok()).toBe(true);

    await other.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Enquiries" }).click();
    const theirs = other.getByRole("link", { name: /Jonas Weber/ });
    await expect(theirs).toBeVisible({ timeout: 40_000 });
    await expect(other.getByText("Lerato Mokwena")).toHaveCount(0);
    const path = (await theirs.getAttribute("href"))!;

    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Enquiries" }).click();
    await expect(page.getByRole("link", { name: /Lerato Mokwena/ })).toBeVisible();
    await expect(page.getByText("Jonas Weber")).toHaveCount(0);
    const refused = await page.evaluate((to) => {
      history.pushState({}, "", to);
      dispatchEvent(new PopStateEvent("popstate"));
    }, path);
    expect(refused).toBeUndefined();
    await expect(page.getByText("This is no longer there.")).toBeVisible();
    await other.context().close();
  });

  test.use({ refusal: 404 });
});

test("nothing that opens a door is kept where a script could carry it away", async ({ page, signIn, context }) => {
  await signIn(page);
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie + location.href);
  expect(kept).not.toMatch(/eyJ|refresh|token/i);
  const cookies = await context.cookies(`${new URL(page.url()).origin}/api/v1/auth/refresh`);
  expect(cookies.map(({ httpOnly, sameSite, path }) => ({ httpOnly, sameSite, path }))).toEqual([{ httpOnly: true, sameSite: "Strict", path: "/api/v1/auth" }]);
  await page.reload();
  await expect(page.getByRole("heading", { name: /Good day/ })).toBeVisible();
});
