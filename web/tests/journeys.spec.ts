import { expect, test } from "./platform";

const mail = (id: string, to: string) =>
  [
    "From: Ingrid Solheim <ingrid.solheim@post.example>",
    `To: ${to}`,
    "Subject: Four days in Cape Town in March",
    `Date: ${new Date().toUTCString()}`,
    `Message-ID: <${id}@post.example>`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Hello,",
    "",
    "we are 2 adults and would like to stay in Cape Town from 8 March to 12 March 2027.",
    "Breakfast is enough for us. 🐧",
    "",
    "Kind regards",
    "Ingrid Solheim",
    "",
  ].join("\r\n");

test("from the first sign-in to the quote and where its numbers come from", async ({ page, signIn }) => {
  await signIn(page);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Enquiries" }).click();
  await page.getByRole("link", { name: /Lerato Mokwena/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Lerato Mokwena" })).toBeVisible();

  await page.getByRole("button", { name: /^Destination/ }).click();
  await expect(page.locator("mark.evidence.chosen").first()).toContainText("Zanzibar");

  await page.getByRole("link", { name: "Open the quote" }).click();
  const main = page.getByRole("article").first();
  await expect(main.getByText("Main", { exact: true })).toBeVisible();
  await main.locator(".lines .number").first().click();
  const sheet = page.getByRole("dialog", { name: "How this amount came about" });
  await expect(sheet.getByText("Rounded once")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(page.locator("iframe[title='The quote as the traveller receives it']")).toBeVisible();
});

test("a mail arrives while I watch, and becomes a quote", async ({ page, signIn, platform, request }) => {
  await signIn(page);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Enquiries" }).click();
  await expect(page.getByRole("link", { name: /Lerato Mokwena/ })).toBeVisible();
  const handed = await request.post(`/_local/mail?rcpt=${encodeURIComponent(platform.mailbox)}&dmarc=GRAY`, {
    data: Buffer.from(mail("watch-1", platform.mailbox)),
    headers: { "content-type": "message/rfc822" },
  });
  expect(handed.ok()).toBe(true);
  const row = page.getByRole("link", { name: /Ingrid Solheim/ });
  await expect(row).toBeVisible({ timeout: 40_000 });
  await row.click();
  await page.getByRole("button", { name: /^Dates/ }).click();
  await expect(page.locator("mark.evidence.chosen").first()).toContainText("8 March");
  // Nobody confirmed the sender's domain, so a person decides.
  await page.getByRole("link", { name: "Open the quote" }).click({ timeout: 40_000 });
  await expect(page.getByText("DMARC")).toBeVisible();
  await page.getByRole("button", { name: "Send to the traveller" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Send to the traveller" }).click();
  await expect(page.getByText("The quote is on its way.")).toBeVisible();
  await expect
    .poll(async () => JSON.stringify(await (await request.get("/_local/outbox")).json()), { timeout: 30_000 })
    .toContain("ingrid.solheim@post.example");
});

test.describe("rates", () => {
  test.use({ refusal: 400 });

  test("a rate sheet with faults is refused cell by cell, a sound one is taken", async ({ page, signIn }) => {
    await signIn(page);
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Rates" }).click();
    await expect(page.locator(".plan-head").first()).toBeVisible();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Export as CSV" }).click()]);
    const stream = await download.createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const sound = Buffer.concat(chunks).toString();
    const [header, first, ...rest] = sound.split("\n");
    const broken = [header, first!.replace(/,(net|gross),/, ",nett,"), ...rest].join("\n");

    await page.getByRole("button", { name: "Import a sheet" }).click();
    const window = page.getByRole("dialog", { name: "Import a rate sheet" });
    const file = (text: string) => ({ name: "rates.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await window.locator("input[type=file]").setInputFiles(file(broken));
    await expect(window.getByText("1 fault in 1 line. Nothing was taken.")).toBeVisible();
    const fault = window.getByRole("row").nth(1);
    await expect(fault).toContainText("basis");
    await expect(fault).toContainText("nett");

    await window.locator("input[type=file]").setInputFiles(file(sound));
    await window.getByRole("button", { name: "Replace the rate sheet" }).click();
    await expect(page.getByText(/rows are in force/)).toBeVisible();
  });
});

test("prices follow the question, and refusals say why", async ({ page, signIn }) => {
  await signIn(page);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Price" }).click();
  await page.getByLabel("Check-in").fill("2027-07-03");
  await page.getByLabel("Check-out").fill("2027-07-13");
  await page.getByLabel("Destination").selectOption("Zanzibar");
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.getByLabel("Ages of children").fill("4, 99");
  await expect(page.getByText("Ages are whole numbers from 0 to 17, with commas between.")).toBeVisible();
  await page.getByLabel("Ages of children").fill("4, 9");
  await expect(page.getByRole("article").first().locator(".lines li").first()).toContainText(/child/i);
});

test.describe("settings", () => {
  test.use({ refusal: 409 });

  test("a change is seen at once and saved; a stale version is not overwritten", async ({ page, signIn, api }) => {
    await signIn(page);
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Settings" }).click();
    await page.getByLabel("Company name").fill("Sunbird & Daughters");
    await expect(page.locator(".preview-head")).toHaveText("Sunbird & Daughters");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Save" })).toBeDisabled();

    const { version } = (await (await api("GET", "/tenants/me")).json()) as { version: number };
    const other = { version, config: { branding: { email_signature: "Somebody else was here" } } };
    expect((await api("PATCH", "/tenants/me", other)).ok()).toBe(true);

    await page.getByLabel("Company name").fill("Sunbird & Sons");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText(/Somebody else changed the settings/)).toBeVisible();
    await expect(page.getByLabel("Closing lines of a mail")).toHaveValue("Somebody else was here");
    await expect(page.getByLabel("Company name")).toHaveValue("Sunbird & Sons");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("button", { name: "Save" })).toBeDisabled();
  });
});

test("the helpdesk answers from what was written down, and says when it does not know", async ({ page, signIn }) => {
  await signIn(page);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Knowledge" }).click();
  await page.getByRole("button", { name: "Add a document" }).click();
  const add = page.getByRole("dialog", { name: "Add a document" });
  await add.getByLabel("Title").fill("Bicycles");
  await add.getByLabel("Text").fill("# Bicycles\n\nBicycles can be hired at the harbour office for 180 rand a day, helmets included.");
  await add.getByRole("button", { name: "Add a document" }).click();
  await expect(page.getByText("The document is added.")).toBeVisible();

  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Helpdesk" }).click();
  const box = page.getByRole("textbox");
  await box.fill("Where can bicycles be hired?");
  await page.getByRole("button", { name: "Ask", exact: true }).last().click();
  await page.getByRole("button", { name: /Bicycles/ }).first().click();
  await expect(page.getByRole("dialog").locator("mark.evidence")).toContainText("harbour office");
  await page.keyboard.press("Escape");

  await box.fill("Which gate does the night ferry to Atlantis leave from?");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Not in the knowledge base", { exact: true })).toBeVisible();
});
