/** What the pages ask for, once each: keys, addresses and how long an answer stays fresh. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, call, ok } from "./client";
import { isLong } from "./head";
import type { Enquiry, EnquiryState, Quote, QuoteSummary, RateRecord } from "./types";
import type { Booking, Client, ClientView, Document, Gap, Message, Ticket } from "./records";

const SOON = 15_000;

export const agency = queryOptions({
  queryKey: ["agency"],
  queryFn: () => ok(api.GET("/api/v1/tenants/me")),
  staleTime: 5 * 60_000,
});

export const news = queryOptions({
  queryKey: ["news"],
  queryFn: () => ok(api.GET("/api/v1/notifications", { params: { query: { limit: 30 } } })),
});

export const unread = queryOptions({
  queryKey: ["unread"],
  queryFn: () => ok(api.GET("/api/v1/notifications/unread")),
  refetchInterval: 5_000,
});

/** A list is asked for again from time to time while it is short; a long one follows the news instead. */
const whileShort = (query: { state: { data?: unknown } }) => (isLong((query.state.data as { pages: { items: unknown[] }[] } | undefined)?.pages) ? false : SOON);

export interface EnquiryFilter {
  state?: EnquiryState;
  q?: string;
  assigned_to?: string;
}

export const enquiries = (filter: EnquiryFilter = {}) =>
  infiniteQueryOptions({
    queryKey: ["enquiries", "list", filter] as const,
    queryFn: ({ pageParam }) => ok(api.GET("/api/v1/enquiries", { params: { query: { limit: 50, ...filter, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor || undefined,
    refetchInterval: whileShort,
  });

export const enquiry = (id: string) =>
  queryOptions({
    queryKey: ["enquiries", id],
    queryFn: () => ok(api.GET("/api/v1/enquiries/{id}", { params: { path: { id } } })),
    refetchInterval: SOON,
  });

export const quotes = infiniteQueryOptions({
  queryKey: ["quotes", "list"],
  queryFn: ({ pageParam }) =>
    ok(api.GET("/api/v1/quotes", { params: { query: { limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } } })).then(
      (page) => page as unknown as Listed<QuoteSummary>,
    ),
  initialPageParam: "",
  getNextPageParam: (page) => page.next_cursor || undefined,
  refetchInterval: whileShort,
});

export const quote = (id: string) =>
  queryOptions({
    queryKey: ["quotes", id],
    queryFn: () => ok(api.GET("/api/v1/quotes/{id}", { params: { path: { id } } })).then((found) => found as unknown as Quote),
    refetchInterval: SOON,
  });

export const rates = infiniteQueryOptions({
  queryKey: ["rates", "list"],
  queryFn: ({ pageParam }) =>
    ok(api.GET("/api/v1/rates", { params: { query: { limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } } })).then(
      (page) => page as Listed<RateRecord>,
    ),
  initialPageParam: "",
  getNextPageParam: (page) => page.next_cursor || undefined,
  staleTime: 60_000,
});

export const staleOptions = queryOptions({
  queryKey: ["rates", "stale"],
  queryFn: () => ok(api.GET("/api/v1/rates/stale")),
  staleTime: 60_000,
});

export const hotels = queryOptions({
  queryKey: ["rates", "hotels"],
  queryFn: () => ok(api.GET("/api/v1/hotels")),
  staleTime: 60_000,
});

export const extras = queryOptions({ queryKey: ["extras"], queryFn: () => ok(api.GET("/api/v1/extras")) });
export const fx = queryOptions({ queryKey: ["fx"], queryFn: () => ok(api.GET("/api/v1/fx")) });

interface Listed<T> {
  items: T[];
  next_cursor?: string | null;
}

export const booking = (id: string) =>
  queryOptions({ queryKey: ["bookings", id], queryFn: () => call<Booking>("GET", `/bookings/${encodeURIComponent(id)}`) });

export const client = (id: string) =>
  queryOptions({ queryKey: ["clients", id], queryFn: () => call<ClientView>("GET", `/clients/${encodeURIComponent(id)}`) });

const listed = <T,>(key: string[], path: string, interval?: number) =>
  infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam }) =>
      call<Listed<T>>("GET", `${path}${path.includes("?") ? "&" : "?"}limit=100${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ""}`),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor || undefined,
    ...(interval ? { refetchInterval: whileShort } : {}),
  });

export const messages = listed<Message>(["messages", "list"], "/mail/messages", SOON);

export const message = (id: string) =>
  queryOptions({
    queryKey: ["messages", id],
    queryFn: () => call<Message>("GET", `/mail/messages/${encodeURIComponent(id)}`),
    staleTime: 60_000,
  });

export const bookings = listed<Booking>(["bookings", "list"], "/bookings", SOON);
/** Clients by name; with words, those who have all of them. */
export const clients = (words: string) => listed<Client>(["clients", "list", words], `/clients${words ? `?q=${encodeURIComponent(words)}` : ""}`);
export const tickets = listed<Ticket>(["tickets", "list"], "/helpdesk/tickets", SOON);
export const documents = listed<Document>(["documents", "list"], "/knowledge/documents");
export const globalDocuments = listed<Document>(["documents", "list", "global"], "/knowledge/documents?scope=global");
export const helpdeskStats = queryOptions({ queryKey: ["helpdesk", "stats"], queryFn: () => ok(api.GET("/api/v1/helpdesk/stats")) });
export const helpdeskTopics = queryOptions({ queryKey: ["helpdesk", "topics"], queryFn: () => ok(api.GET("/api/v1/helpdesk/topics")) });
export const regressions = infiniteQueryOptions({
  queryKey: ["helpdesk", "regressions"],
  queryFn: ({ pageParam }) => ok(api.GET("/api/v1/helpdesk/regressions", { params: { query: { limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } } })),
  initialPageParam: "",
  getNextPageParam: (page) => page.next_cursor || undefined,
});
export const gaps = queryOptions({ queryKey: ["gaps"], queryFn: () => call<Listed<Gap>>("GET", "/helpdesk/gaps") });

export const everyEnquiry = (pages: { items: Enquiry[] }[] | undefined): Enquiry[] => pages?.flatMap((page) => page.items) ?? [];
export const everyQuote = (pages: { items: QuoteSummary[] }[] | undefined): QuoteSummary[] =>
  pages?.flatMap((page) => page.items) ?? [];
