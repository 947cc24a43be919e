/** An address that a mail came back from: the client's page says so, and a person may have it written to again. */
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./platform";

const SINDI = "sindi.maseko@post.example";

const enquiry = (to: string) =>
  [
    `From: Sindi Maseko <${SINDI}>`,
    `To: ${to}`,
    "Subject: A week in Zanzibar",
    `Date: ${new Date().toUTCString()}`,
    "Message-ID: <sindi-1@post.example>",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Hello, we are two adults and would like a week in Zanzibar, half board, from 3 to 10 July 2027.",
    "",
    "Kind regards",
    "Sindi Maseko",
    "",
  ].join("\r\n");

/** What a mail server reports of a mail that nobody there takes (RFC 3464). */
const report = (about: string) =>
  [
    "From: Mail Delivery System <MAILER-DAEMON@mx.post.example>",
    "To: quotes@agency.example",
    "Subject: Undelivered Mail Returned to Sender",
    "Message-ID: <sindi-2@mx.post.example>",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "MIME-Version: 1.0",
    "",
    "--b\r\nContent-Type: text/plain\r\n\r\nYour message could not be delivered.\r\n",
    `--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.post.example\r\n\r\nFinal-Recipient: rfc822; ${SINDI}\r\nAction: failed\r\nStatus: 5.1.1\r\n`,
    `--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${about}\r\n`,
    "--b--",
    "",
  ].join("\r\n");

async function deliver(request: APIRequestContext, raw: string, to: string, from: string) {
  const path = `/_local/mail?rcpt=${encodeURIComponent(to)}&from=${encodeURIComponent(from)}`;
  const handed = await request.post(path, { data: Buffer.from(raw), headers: { "content-type": "message/rfc822" } });
  expect(handed.ok()).toBe(true);
}

test("an address that mail came back from is written to again when a person says so", async ({ page, signIn, platform, request }) => {
  await signIn(page);
  await deliver(request, enquiry(platform.mailbox), platform.mailbox, SINDI);
  let about: string | undefined;
  await expect
    .poll(async () => {
      const mails = (await (await request.get("/_local/outbox")).json()) as { to: string[]; message_id: string }[];
      return (about = mails.find((mail) => mail.to.some((to) => to.includes(SINDI)))?.message_id);
    }, { timeout: 40_000 })
    .toBeTruthy();
  await deliver(request, report(about!), platform.mailbox, "");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Clients" }).click();
  await page.getByRole("link", { name: /Sindi Maseko/ }).click();
  const told = page.getByText("No mail goes to this address: one came back for good.");
  await expect(async () => {
    await page.reload();
    await expect(told).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
  await page.getByRole("button", { name: "Write to it again" }).click();
  await expect(page.getByText("Mail goes to this address again.")).toBeVisible();
  await expect(told).toBeHidden();
});
