/** The operator's way to the platform. The token is handed in with every call and kept by nobody here. */
import { createContext, useContext } from "react";
import { apart, taken } from "./client";
import type { Tenant } from "./types";

export interface Ask {
  json: <T>(method: string, path: string, body?: unknown) => Promise<T>;
  file: (path: string) => Promise<Blob>;
  send: <T>(path: string, body: Blob) => Promise<T>;
}

export function askWith(token: string): Ask {
  const headers = { "x-admin-token": token };
  return {
    json: async (method, path, body) =>
      body === undefined
        ? taken(await apart(method, path, headers))
        : taken(await apart(method, path, { ...headers, "content-type": "application/json" }, JSON.stringify(body))),
    file: async (path) => {
      const answer = await apart("GET", path, headers);
      return answer.ok ? answer.blob() : taken(answer);
    },
    send: async (path, body) => taken(await apart("POST", path, { ...headers, "content-type": body.type || "application/octet-stream" }, body)),
  };
}

const Asking = createContext<Ask | undefined>(undefined);
export const AskProvider = Asking.Provider;

export function useAsk(): Ask {
  const ask = useContext(Asking);
  if (!ask) throw new Error("no operator is here");
  return ask;
}

export interface Listed<T> {
  items: T[];
  next_cursor?: string | null;
}

export type Agency = Tenant;
