/** Records of the endpoints that are called by hand, by `contract.md`. */

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
  answer: string;
  kind: string;
  method: string;
  abstained: boolean;
  citations: Citation[];
  conversation_id: string;
  timings: { search_ms: number; synthesis_ms: number; total_ms: number };
}

export interface Ticket {
  id: string;
  subject?: string;
  title?: string;
  question?: string;
  state: "open" | "in_progress" | "resolved" | "closed";
  created_at: string;
  updated_at?: string;
  version?: number;
  replies?: { from?: string; author?: string; text: string; at?: string; created_at?: string }[];
}

export interface Gap {
  id?: string;
  question: string;
  count?: number;
  times?: number;
  last_asked_at?: string;
  created_at?: string;
}

export interface HelpdeskStats {
  [name: string]: unknown;
}

export interface Document {
  id: string;
  title: string;
  category?: string | null;
  visibility?: string | null;
  valid_from?: string | null;
  valid_to?: string | null;
  external_id?: string | null;
  passages?: number;
  passage_count?: number;
  text?: string;
  updated_at?: string;
  created_at?: string;
  global?: boolean;
}
