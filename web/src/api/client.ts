/**
 * The one way to the API: every call carries the access token of now, an expired one is renewed once where the platform
 * allows it, and whatever goes wrong becomes an `ApiFailure` with words a person can act on.
 */
import createClient, { type Middleware } from "openapi-fetch";
import type { paths } from "./schema";
import type { FieldError, Problem } from "./types";
import { can } from "./can";
import { session, type Granted } from "../session/session";

export class ApiFailure extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly errors: FieldError[] = [],
    readonly requestId?: string,
    readonly retryAfter?: number,
  ) {
    super(detail);
  }
}

/** The network gave no answer at all. */
export const OFFLINE = 0;

let base = "";

export function setBase(url: string) {
  base = url;
}

const problems: Middleware = {
  async onRequest({ request }) {
    return authorised(request);
  },
};

export const api = createClient<paths>({
  // The origin is known only after `/config.json`; the address is completed on each call.
  baseUrl: globalThis.location?.origin ?? "http://localhost",
  fetch: (request) => send(request),
});
api.use(problems);

function authorised(request: Request): Request {
  const token = session.token();
  if (token) request.headers.set("authorization", `Bearer ${token}`);
  return request;
}

async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const answer = await reach(request);
  if (answer.status !== 401 || !session.token()) return answer;
  if (await renewed()) return reach(authorised(again));
  session.end("expired");
  return answer;
}

async function reach(request: Request): Promise<Response> {
  const url = base ? request.url.replace(globalThis.location.origin, base) : request.url;
  try {
    return await fetch(base ? new Request(url, request) : request);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiFailure(OFFLINE, "offline");
  }
}

let renewal: Promise<boolean> | undefined;

/** Trades the refresh cookie for a new access token; at most once at a time, in this tab and in all. */
export function renewed(): Promise<boolean> {
  renewal ??= underLock(renewOnce).finally(() => {
    renewal = undefined;
  });
  return renewal;
}

async function renewOnce(): Promise<boolean> {
  if (!session.mayReturn() || !can("post /auth/refresh")) return false;
  const answer = await reach(
    new Request(`${globalThis.location.origin}/api/v1/auth/refresh`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ cookie: true }),
    }),
  );
  if (!answer.ok) return false;
  session.grant((await answer.json()) as Granted);
  return true;
}

async function underLock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request("tripdesk.refresh", work) : work();
}

/** The data of an answer, or its failure thrown. */
export async function ok<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (response.ok) return data as T;
  throw failure(response, error);
}

/** A call beside the typed client: files, and endpoints whose body is no JSON. */
export async function raw(method: string, path: string, body?: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request(`${globalThis.location.origin}/api/v1${path}`, { method, headers, ...(body ? { body } : {}) });
  return send(authorised(request));
}

/** A call in nobody's name but its own headers': no session goes along, and a refusal ends none. */
export async function apart(method: string, path: string, headers: Record<string, string>, body?: BodyInit): Promise<Response> {
  return reach(new Request(`${globalThis.location.origin}/api/v1${path}`, { method, headers, ...(body ? { body } : {}) }));
}

/** What an answer holds, or its failure thrown. */
export async function taken<T>(answer: Response): Promise<T> {
  const found = answer.status === 204 ? undefined : await answer.json().catch(() => undefined);
  if (answer.ok) return found as T;
  throw failure(answer, found);
}

/** JSON of an endpoint by hand; for those the generated client does not hold. */
export async function call<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  const json = body === undefined ? undefined : JSON.stringify(body);
  return taken(await raw(method, path, json, json ? { "content-type": "application/json", ...headers } : headers));
}

export function failure(response: Response, body: unknown): ApiFailure {
  const problem = (typeof body === "object" && body !== null ? body : {}) as Partial<Problem>;
  const wait = Number(response.headers.get("retry-after")) || undefined;
  const requestId = problem.request_id || response.headers.get("x-request-id") || undefined;
  const detail = problem.detail || problem.title || `${response.status}`;
  return new ApiFailure(response.status, detail, problem.errors ?? [], requestId, wait);
}
