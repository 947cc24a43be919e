/** People, sessions and the log of an agency: their records, and how they are asked for. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "./client";
import type { Role } from "./types";

export interface Person {
  id: string;
  email: string;
  name: string;
  role: Role;
  totp_enabled?: boolean;
  created_at: string;
}

export interface Invited {
  id: string;
  email: string;
  name: string;
  role: Role;
  created_at: string;
  expires_at: string;
}

export interface SignIn {
  id: string;
  created_at: string;
  refreshed_at: string;
  device: string;
  address?: string | null;
  current: boolean;
}

export interface Mailbox {
  address: string;
  /** The one that the agency began with, and keeps. */
  is_default: boolean;
  created_at: string;
}

export interface AuditEntry {
  id: string;
  at: string;
  actor: { kind: "user" | "operator" | "platform" | "nobody"; user_id?: string };
  action: string;
  tenant_id?: string | null;
  subject?: string | null;
  changed: string[];
  request_id: string;
  address?: string | null;
}

interface Listed<T> {
  items: T[];
  next_cursor?: string | null;
}

export const people = queryOptions({ queryKey: ["people"], queryFn: () => call<Listed<Person>>("GET", "/users?limit=100") });
export const invitations = queryOptions({ queryKey: ["invitations"], queryFn: () => call<Listed<Invited>>("GET", "/invitations?limit=100") });
export const signIns = queryOptions({ queryKey: ["signIns"], queryFn: () => call<Listed<SignIn>>("GET", "/auth/sessions") });
export const mailboxes = queryOptions({ queryKey: ["mailboxes"], queryFn: () => call<Listed<Mailbox>>("GET", "/tenants/me/mailboxes") });

export const audit = infiniteQueryOptions({
  queryKey: ["audit"],
  queryFn: ({ pageParam }) => call<Listed<AuditEntry>>("GET", `/audit?limit=100${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ""}`),
  initialPageParam: "",
  getNextPageParam: (page) => page.next_cursor || undefined,
});

export interface Preference {
  kind: string;
  /** Whether it is listed here. */
  app: boolean;
  mail: "none" | "mine" | "all";
}

export const preferences = queryOptions({
  queryKey: ["preferences"],
  queryFn: () => call<{ items: Preference[] }>("GET", "/notifications/preferences"),
});
