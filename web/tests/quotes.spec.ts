/** A quote that nobody wrote for: out of the workbench, changed, sent, accepted by the traveller, and a booking. */
import { expect, test } from "./platform";

test("a quote is made in the workbench, sent, accepted, and booked", async ({ page, signIn, api, request }) => {
  test.setTimeout(180_000);
  await signIn(page);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Quotes" }).click();
  await page.getByRole("link", { name: "New quote" }).click();
  const make = page.getByRole("button", { name: "Make it a quote" });
  await expect(make).toBeDisabled();
  await page.getByLabel("Check-in").fill("2027-07-03");
  await page.getByLabel("Check-out").fill("2027-07-13");
  await page.getByLabel("Destination").selectOption("Zanzibar");
  await make.click();
  const window = page.getByRole("dialog", { name: "A quote for whom?" });
  await window.getByLabel("Name").fill("Ingrid Sørensen");
  await window.getByRole("button", { name: "Make it a quote" }).click();
  await expect(window.getByText("This is no mail address.")).toBeVisible();
  await window.getByLabel("Mail address").fill("ingrid@post.example");
  await window.getByRole("button", { name: "Make it a quote" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ingrid Sørensen" })).toBeVisible();
  await expect(page.getByText("Draft", { exact: true }).first()).toBeVisible();

  await page.getByRole("button", { name: "Send to the traveller" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Send to the traveller" }).click();
  await expect(page.getByText("Sent", { exact: true }).first()).toBeVisible({ timeout: 60_000 });

  const id = new URL(page.url()).pathname.split("/").at(-1)!;
  const { links } = (await (await api("GET", `/quotes/${id}`)).json()) as { links: { public: string } };
  const token = links.public.split("/").at(-1)!;
  const yes = await request.post(`/api/v1/public/quotes/${token}/accept`, { data: { option: 1, name: "Ingrid Sørensen", email: "ingrid@post.example" } });
  expect(yes.ok()).toBe(true);
  await page.reload();
  await expect(page.getByText(/Accepted by Ingrid Sørensen/)).toBeVisible();
  await page.getByRole("link", { name: "To the booking" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ingrid Sørensen" })).toBeVisible();
});
