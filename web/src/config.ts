/** What the place that serves the console says about itself: `/config.json`, read once before the first page. */
export interface Config {
  /** Origin of the API, without a path; empty when it is the console's own. */
  api: string;
  /** Domain under which agencies receive mail, where the server tells. */
  inbound_domain?: string | undefined;
}

export async function loadConfig(): Promise<Config> {
  try {
    const answer = await fetch("/config.json", { headers: { accept: "application/json" } });
    if (!answer.ok) return { api: "" };
    return checked(await answer.json());
  } catch {
    return { api: "" };
  }
}

/** Takes nothing but what it knows, so that a broken file is as good as none. */
export function checked(found: unknown): Config {
  const fields = typeof found === "object" && found !== null ? (found as Record<string, unknown>) : {};
  const { api, inbound_domain } = fields;
  return {
    api: typeof api === "string" ? api.replace(/\/+$/, "") : "",
    inbound_domain: typeof inbound_domain === "string" ? inbound_domain : undefined,
  };
}
