/** Where a piece of news leads. */
import type { Notification } from "../api/types";

export function leadsTo(one: Notification): string {
  const kind: string = one.kind;
  if (kind.startsWith("enquiry")) return `/enquiries/${one.subject_id}`;
  if (kind.startsWith("booking")) return `/bookings/${one.subject_id}`;
  if (kind.startsWith("ticket")) return "/helpdesk";
  if (kind.startsWith("rates")) return "/quotes";
  return kind.startsWith("quote") || kind.startsWith("send") || kind.startsWith("mail") ? `/quotes/${one.subject_id}` : "/";
}
