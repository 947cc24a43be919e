/**
 * Who is signed in. The access token lives in this module's memory and nowhere else. Where the platform gives refresh
 * tokens, the current one lies in `localStorage`: it is replaced on every use, a replayed one ends the whole family, and
 * tabs share it under a lock; so a reload keeps the session and a stolen copy betrays itself. Where it gives none, the
 * session ends with the page.
 */
import { useSyncExternalStore } from "react";
import type { Profile } from "../api/types";

export interface Granted {
  access_token: string;
  expires_in: number;
  refresh_token?: string | null;
  user: Profile;
}

export type SessionState =
  | { kind: "restoring" }
  | { kind: "out"; because?: "expired" | "left" | "suspended" | "reload" }
  | { kind: "in"; user: Profile };

const REFRESH_KEY = "tripdesk.refresh";
const BEEN_HERE = "tripdesk.signed_in";

let state: SessionState = { kind: "restoring" };
let accessToken: string | undefined;
const listeners = new Set<() => void>();

function become(next: SessionState) {
  state = next;
  for (const listener of listeners) listener();
}

export function useSession(): SessionState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

export const session = {
  state: () => state,
  token: () => accessToken,

  /** Takes what signing in or refreshing gave. */
  grant(granted: Granted) {
    accessToken = granted.access_token;
    if (granted.refresh_token) keep(localStorage, REFRESH_KEY, granted.refresh_token);
    keep(sessionStorage, BEEN_HERE, "yes");
    become({ kind: "in", user: granted.user });
  },

  /** Forgets everything. */
  end(because?: "expired" | "left" | "suspended") {
    accessToken = undefined;
    forget(localStorage, REFRESH_KEY);
    forget(sessionStorage, BEEN_HERE);
    become(because ? { kind: "out", because } : { kind: "out" });
  },

  /** Nobody could be signed in again after a reload; says so kindly when somebody was. */
  notRestored() {
    const been = read(sessionStorage, BEEN_HERE);
    forget(sessionStorage, BEEN_HERE);
    become(been ? { kind: "out", because: "reload" } : { kind: "out" });
  },

  refreshToken: () => read(localStorage, REFRESH_KEY),
};

/** Signing out in one tab signs out in all. */
export function followOtherTabs() {
  window.addEventListener("storage", (event) => {
    if (event.key === REFRESH_KEY && event.newValue === null && state.kind === "in") session.end("left");
  });
}

function keep(storage: Storage, key: string, value: string) {
  try {
    storage.setItem(key, value);
  } catch {
    // A closed storage only means that a reload ends the session.
  }
}

function forget(storage: Storage, key: string) {
  try {
    storage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

function read(storage: Storage, key: string): string | undefined {
  try {
    return storage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
