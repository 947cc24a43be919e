/** A platform of the worker's own, on free ports and an empty store, and a page that counts every console error. */
import { test as base, expect, type APIResponse, type Page } from "@playwright/test";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { front } from "./front";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DIST = fileURLToPath(new URL("../dist", import.meta.url));
/** A first `cargo run` compiles the whole platform. */
const PATIENCE = 30 * 60_000;

export interface Platform {
  /** Where the console is. */
  url: string;
  email: string;
  password: string;
  /** The agency's address. */
  mailbox: string;
  /** What opens the operator's panel. */
  operator: string;
}

async function start(data: string): Promise<{ platform: Platform; stop: () => Promise<void> }> {
  const binary = process.env.TRIPDESK_BIN;
  const serve = ["serve", "--data", data, "--http", "127.0.0.1:0", "--smtp", "127.0.0.1:0"];
  const [command, args] = binary ? [binary, serve] : ["cargo", ["run", "--quiet", "--", ...serve]];
  const child = spawn(command, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NO_COLOR: "1", ADMIN_API_TOKEN: undefined } });
  let said = "";
  let complained = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (complained = (complained + chunk.toString()).slice(-4_000)));
  const line = (pattern: RegExp) => pattern.exec(said)?.[1];
  const began = Date.now();
  // The sample enquiry's PDF is the last thing a first start tells of.
  while (!/its PDF/.test(said)) {
    if (child.exitCode !== null || Date.now() - began > PATIENCE) throw new Error(`the platform did not start: ${complained}`);
    await new Promise((tick) => setTimeout(tick, 100));
  }
  const api = line(/Console and API\s+(http:\S+)/);
  const [email, password, mailbox] = [line(/sign in as\s+(\S+)/), line(/password\s+(\S+)/), line(/mail address\s+(\S+)/)];
  const operator = line(/Operator token\s+(\S+)/);
  if (!api || !email || !password || !mailbox || !operator) throw new Error(`the platform did not say how to use it: ${said}`);
  const home = await fetch(api, { headers: { accept: "text/html" } });
  const served = home.headers.get("content-type")?.startsWith("text/html") && home.ok;
  const own = served ? undefined : await front(api, DIST);
  const stop = async () => {
    own?.server.closeAllConnections();
    own?.server.close();
    if (child.exitCode !== null) return;
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGTERM");
    await ended;
  };
  return { platform: { url: own?.url ?? api, email, password, mailbox, operator }, stop };
}

interface Fixtures {
  /** A refusal the test asks for: Chromium reports it in the console, though the page deals with it. */
  refusal: number | undefined;
  /** Signs in and waits for the first page. */
  signIn: (page: Page) => Promise<void>;
  /** Calls the API as the agency's admin. */
  api: (method: string, path: string, data?: object) => Promise<APIResponse>;
  /** Console errors and failed requests so far; each test ends with none. */
  quiet: void;
}

export const test = base.extend<Fixtures, { platform: Platform }>({
  platform: [
    async ({}, use) => {
      const data = mkdtempSync(join(tmpdir(), "tripdesk-"));
      const { platform, stop } = await start(data);
      await use(platform);
      await stop();
      rmSync(data, { recursive: true, force: true });
    },
    { scope: "worker", timeout: PATIENCE },
  ],
  baseURL: async ({ platform }, use) => use(platform.url),
  refusal: [undefined, { option: true }],
  quiet: [
    async ({ page, refusal }, use) => {
      const faults: string[] = [];
      const asked = refusal === undefined ? undefined : `responded with a status of ${refusal}`;
      page.on("console", (message) => {
        if (message.type() === "error" && !(asked && message.text().includes(asked))) faults.push(`${page.url()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
      page.on("response", (answer) => {
        if (answer.status() >= 400 && answer.status() !== refusal) faults.push(`${page.url()}: ${answer.status()} of ${answer.url()}`);
      });
      page.on("requestfailed", (asked) => {
        // A question that is overtaken by the next, or a page that is left, takes its calls back.
        const why = asked.failure()?.errorText ?? "";
        if (why !== "net::ERR_ABORTED" && !asked.url().startsWith("blob:")) faults.push(`${page.url()}: ${why} for ${asked.url()}`);
      });
      await use();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  api: async ({ platform, request }, use) => {
    let headers: Record<string, string> | undefined;
    await use(async (method, path, data) => {
      if (!headers) {
        const login = await request.post("/api/v1/auth/login", { data: { email: platform.email, password: platform.password } });
        headers = { authorization: `Bearer ${((await login.json()) as { access_token: string }).access_token}` };
      }
      return request.fetch(`/api/v1${path}`, { method, headers, ...(data ? { data } : {}) });
    });
  },
  signIn: async ({ platform }, use) => {
    await use(async (page) => {
      await page.goto("/");
      await page.getByLabel("Mail address").fill(platform.email);
      await page.getByLabel("Password").fill(platform.password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByRole("heading", { name: /Good day/ })).toBeVisible();
    });
  },
});

export { expect };
