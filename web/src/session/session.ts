/**
 * Who is signed in. The access token lives in this module's memory and nowhere else; the refresh token is a cookie that no
 * script can read, so neither is ever in a storage. What is kept there is only that somebody is signed in, so that a
 * reload knows whether to ask, and that signing out in one tab reaches the others.
 */
import { useSyncExternalStore } from "react";
import type { Profile } from "../api/types";

export interface Granted {
  access_token: string;
  expires_in: number;
  user: Profile;
}

export type SessionState =
  | { kind: "restoring" }
  | { kind: "out"; because?: "expired" | "left" | "suspended" }
  | { kind: "in"; user: Profile };

const SIGNED_IN = "tripdesk.signed_in";

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

/** The role of whoever is signed in. */
export function useRole(): Profile["role"] | undefined {
  const here = useSession();
  return here.kind === "in" ? here.user.role : undefined;
}

export const session = {
  state: () => state,
  token: () => accessToken,

  /** Takes what signing in or refreshing gave. */
  grant(granted: Granted) {
    accessToken = granted.access_token;
    keep(SIGNED_IN, "yes");
    become({ kind: "in", user: granted.user });
  },

  /** Forgets everything. */
  end(because?: "expired" | "left" | "suspended") {
    accessToken = undefined;
    forget(SIGNED_IN);
    become(because ? { kind: "out", because } : { kind: "out" });
  },

  /** Nobody could be signed in again after a reload; says so kindly when somebody was. */
  notRestored() {
    const been = read(SIGNED_IN);
    forget(SIGNED_IN);
    become(been ? { kind: "out", because: "expired" } : { kind: "out" });
  },

  /** Somebody signed in here before and has not signed out: asking for a new access token is worth a call. */
  mayReturn: () => read(SIGNED_IN) !== undefined,

  /** The profile changed. */
  rename(user: Profile) {
    if (state.kind === "in") become({ kind: "in", user });
  },
};

/** Signing out in one tab signs out in all. */
export function followOtherTabs() {
  window.addEventListener("storage", (event) => {
    if (event.key === SIGNED_IN && event.newValue === null && state.kind === "in") session.end("left");
  });
}

function keep(key: string, value: string) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A closed storage only means that a reload ends the session.
  }
}

function forget(key: string) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
