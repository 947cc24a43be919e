/** Records of the endpoints that are called by hand, by `contract.md`. */

import type { components } from "./schema";
import type { EnquiryState, Money, PricedOption, QuoteState, Room, Stay } from "./types";

export type Finding = "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";

export interface Step {
  step: string;
  outcome: string;
  data?: unknown;
  ms: number;
}

export interface Message {
  id: string;
  class: string;
  state: string;
  from?: string | null;
  from_name?: string | null;
  to: string[];
  subject: string;
  date?: string | null;
  received_at: string;
  verdicts: Record<"spam" | "virus" | "spf" | "dkim" | "dmarc", Finding>;
  text: string;
  signature?: string;
  attachments: { name?: string | null; type?: string; content_type?: string; size?: number }[];
  thread_id?: string;
  enquiry_id?: string | null;
  ticket_id?: string | null;
  steps: Step[];
  size?: number;
  marks?: string[];
}

export interface Citation {
  document_id: string;
  title: string;
  passage_id: string;
  quote: string;
  score: number;
}

export interface Answer {
  /** Of this question; feedback and a ticket name it. */
  id: string;
  answer: string;
  kind: string;
  method: string;
  abstained: boolean;
  citations: Citation[];
  /** For a question about a price: what the rate engine says. */
  options?: PricedOption[];
  conversation_id: string;
  timings: { search_ms: number; synthesis_ms: number; total_ms: number };
}

export interface Ticket {
  id: string;
  subject: string;
  text: string;
  state: "open" | "in_progress" | "resolved" | "closed";
  question_id?: string | null;
  replies: { user_id: string; text: string; at: string }[];
  version: number;
  created_at: string;
  updated_at: string;
}

/** A question that no document answered. */
export interface Gap {
  id: string;
  question: string;
  at: string;
}

export interface Document {
  id: string;
  title: string;
  category?: string | null;
  visibility: "public" | "internal" | "admin";
  valid_from?: string | null;
  valid_to?: string | null;
  external_id?: string | null;
  state?: "published" | "draft";
  passages?: number;
  version?: number;
  text?: string;
}

export type BookingState = "open" | "confirmed" | "completed" | "cancelled";

export interface Payment {
  kind: "deposit" | "balance" | "full";
  amount: Money;
  due: string;
  paid_on?: string | null;
}

export interface Guest {
  room: number;
  age?: number | null;
  name: string;
}

export interface Booking {
  id: string;
  quote_id: string;
  number: string;
  enquiry_id: string;
  revision: number;
  option: number;
  state: BookingState;
  stay: { hotel: string; destination: string; country: string; room_type: string; board: string; dates: Stay; rooms: Room[] };
  total: Money;
  lead: { name: string; email: string };
  travellers: Guest[];
  payments: Payment[];
  recheck?: { at: string; agreed: Money; now?: Money | null; difference?: Money | null; margin_pct?: string | null; refusal?: string | null } | null;
  created_at: string;
  updated_at: string;
  confirmed_at?: string | null;
  version: number;
}

export interface Client {
  id: string;
  email: string;
  name: string;
  phone?: string | null;
  created_at: string;
  last_enquiry_at: string;
}

export interface ClientView extends Client {
  /** Why no mail goes to their address. */
  suppressed?: components["schemas"]["Suppressed"];
  enquiries: { id: string; subject: string; state: EnquiryState; created_at: string }[];
  quotes: { id: string; number: string; enquiry_id: string; state: QuoteState; main_total?: Money | null; valid_until: string }[];
  bookings: { id: string; quote_id: string; number: string }[];
}

export interface OptionDiff {
  hotel: string;
  room_type: string;
  board: string;
  change: "added" | "removed" | "changed" | "same";
  before?: Money | null;
  after?: Money | null;
  difference?: Money | null;
  lines: { description: string; before?: Money | null; after?: Money | null }[];
}

export interface RevisionDiff {
  from: number;
  to: number;
  request: { field: string; before: unknown; after: unknown }[];
  options: OptionDiff[];
}

export interface Figures {
  enquiries: number;
  needs_info: number;
  quoted: number;
  won: number;
  lost: number;
  rejected: number;
  conversion_pct?: string | null;
  median_seconds_to_quote?: number | null;
  sold: { value: Money; margin: Money; margin_pct: string }[];
}

export interface Funnel {
  total: Figures;
  by_source: (Figures & { name: string })[];
  by_destination: (Figures & { name: string })[];
  by_consultant: (Figures & { name: string })[];
}
