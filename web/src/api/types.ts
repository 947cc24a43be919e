/** The API's records by the words of the product. */
import type { components } from "./schema";

type S = components["schemas"];

export type Problem = S["Problem"];
export type FieldError = S["FieldError"];
export type Profile = S["Profile"];
export type Role = S["Role"];
export type Tenant = S["Tenant"];
export type Config = S["Config"];
export type Notification = S["Notification"];
export interface EnquiryEvent {
  at: string;
  user_id?: string | null;
  message_id?: string | null;
  changes: { field: string; before?: unknown; after?: unknown }[];
}
export interface Reply {
  send_id: string;
  at: string;
  user_id: string;
  subject: string;
  text: string;
}
export type Enquiry = S["EnquiryView"] & {
  assigned_to?: string | null;
  client_id?: string | null;
  source?: string;
  history?: EnquiryEvent[];
  replies?: Reply[];
};
export type EnquiryState = S["EnquiryState"];
export type Fields = S["Fields"];
export type Source = S["Source"];
export type Origin = S["Origin"];
export type Dates = NonNullable<Fields["dates"]>["value"];
export type Budget = S["Budget"];
export type Room = S["Room"];
export type Stay = S["Stay"];
export type Money = S["Money"];
export type QuoteState = S["QuoteState"];
export interface Sending {
  send_id: string;
  state: string;
  reason?: string | null;
  at: string;
}
export type QuoteAnswer =
  | { kind: "accepted"; option: number; name: string; email: string; at: string }
  | { kind: "declined"; reason?: string | null; at: string };
export interface RevisionSummary {
  revision: number;
  state: QuoteState;
  created_at: string;
  valid_until: string;
  reasons: string[];
  main_total?: Money | null;
  main_hotel?: string | null;
  sending?: Sending | null;
  sent_at?: string | null;
  reminded_at?: string | null;
  views: number;
  answer?: QuoteAnswer | null;
}
interface Life {
  offered?: number | null;
  sending?: Sending | null;
  booking_id?: string | null;
}
export type QuoteSummary = S["QuoteSummary"] & Life;
export type Quote = Omit<S["QuoteView"], "revisions" | "links"> &
  Life & { revisions: RevisionSummary[]; answer?: QuoteAnswer | null; links: { public?: string | null; preview?: string | null; pdf: string } };
export type PriceRequest = S["PriceRequest"];
export type Offer = S["Offer"];
export type PricedOption = S["PricedOption"];
export type Line = S["Line"];
export type Refusal = S["Refusal"];
export type Trace = S["Trace"];
/** A trace, those of amounts and lines by hand included. */
export type HandTrace =
  | Exclude<Trace, { kind: "manual" | "own" }>
  | { kind: "manual"; instead_of: Money; reason: string; computed: HandTrace }
  | { kind: "own"; owed: string; fx?: FxTrace | null };
export type RoomTrace = S["RoomTrace"];
export type PeriodTrace = S["PeriodTrace"];
export type PersonTrace = S["PersonTrace"];
export type ExtraTrace = S["ExtraTrace"];
export type StepTrace = S["StepTrace"];
export type FxTrace = S["FxTrace"];
export type RoundingTrace = S["RoundingTrace"];
/** A row as the platform gives it: always with its id. */
export type RateRecord = S["RateRow"] & { id: string };
export type RateRow = S["RateRow"];
export type RowError = S["RowError"];
export type ImportReport = S["ImportReport"];
export type Hotel = S["Hotel"];
export type Extra = S["Extra"];
export type FxRate = S["FxRate"];

/** One value with why it is believed. */
export interface Evidence<T> {
  value: T;
  origin: Origin;
  confidence: number;
  source?: Source | null;
}
