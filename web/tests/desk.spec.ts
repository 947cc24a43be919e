/** A consultant's day: an enquiry corrected and turned down and taken up again, a draft changed by hand. */
import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test, type Platform } from "./platform";

const letter = (id: string, name: string, to: string) =>
  [
    `From: ${name} <${id}@post.example>`,
    `To: ${to}`,
    "Subject: A few days by the sea",
    `Date: ${new Date().toUTCString()}`,
    `Message-ID: <${id}@post.example>`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Hello, we are 2 adults and would like to stay in Cape Town from 8 March to 12 March 2027. Breakfast is enough.",
    "",
  ].join("\r\n");

/** A mail whose sender nobody vouches for: its quote waits as a draft. */
async function arrives(page: Page, request: APIRequestContext, platform: Platform, id: string, name: string) {
  const data = Buffer.from(letter(id, name, platform.mailbox));
  const rcpt = encodeURIComponent(platform.mailbox);
  const handed = await request.post(`/_local/mail?rcpt=${rcpt}&dmarc=GRAY`, { data, headers: { "content-type": "message/rfc822" } });
  expect(handed.ok()).toBe(true);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Enquiries" }).click();
  await page.getByRole("link", { name: new RegExp(name) }).click({ timeout: 40_000 });
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

test("an enquiry is corrected, turned down, and taken up again", async ({ page, signIn, platform, request }) => {
  await signIn(page);
  await arrives(page, request, platform, "correct", "Oskar Lund");
  // The quote that is being written changes the enquiry as well; what is corrected here is what stands after it.
  expect((await request.post("/_local/drain")).ok()).toBe(true);
  await page.reload();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const window = page.getByRole("dialog", { name: "What it says" });
  await window.getByLabel("Adults").fill("3");
  await window.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The enquiry is changed.")).toBeVisible();
  await expect(page.getByRole("region", { name: "What changed" }).locator("ins")).toHaveText("3");

  await page.getByRole("button", { name: "Reject" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("went elsewhere");
  await page.getByRole("dialog").getByRole("button", { name: "Reject" }).click();
  await expect(page.getByText("Reason: went elsewhere")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("The enquiry is open again.")).toBeVisible();
});

test("a draft is changed by hand, and its number says so", async ({ page, signIn, platform, request }) => {
  await signIn(page);
  await arrives(page, request, platform, "by-hand", "Petra Novak");
  await page.getByRole("link", { name: "Open the quote" }).click({ timeout: 40_000 });
  await page.getByRole("link", { name: "Change" }).click();
  await expect(page.getByRole("heading", { name: /Change the draft/ })).toBeVisible();
  const first = page.getByRole("article").first();
  await first.getByRole("button", { name: /by hand/ }).click();
  await first.getByLabel("Amount", { exact: true }).first().fill("9999.00");
  await first.getByLabel("Reason").fill("agreed on the phone");
  await first.getByRole("button", { name: "Set it" }).click();
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByText("The draft is changed.")).toBeVisible();
  await page.getByRole("article").first().locator(".lines .number", { hasText: "9,999.00" }).click();
  await expect(page.getByRole("dialog").getByText("agreed on the phone")).toBeVisible();
});
