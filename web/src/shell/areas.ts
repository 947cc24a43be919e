/** The areas of the console, in the order of the day. One that the platform does not offer is not there. */
import type { Dictionary } from "../i18n/en";
import { can } from "../api/can";
import {
  AnalyticsIcon,
  BookingIcon,
  ClientsIcon,
  EnquiryIcon,
  HelpIcon,
  InboxIcon,
  KnowledgeIcon,
  PriceIcon,
  QuoteIcon,
  RatesIcon,
  SettingsIcon,
  TodayIcon,
} from "../ui/icons";

export interface Area {
  name: Exclude<keyof Dictionary["nav"], "label" | "search" | "account" | "signOut" | "theme" | "themes" | "language" | "shortcuts" | "more">;
  path: string;
  icon: typeof TodayIcon;
  /** Pressed after `g`. */
  key: string;
  needs: string;
}

const EVERY: Area[] = [
  { name: "today", path: "/", icon: TodayIcon, key: "t", needs: "get /enquiries" },
  { name: "enquiries", path: "/enquiries", icon: EnquiryIcon, key: "e", needs: "get /enquiries" },
  { name: "quotes", path: "/quotes", icon: QuoteIcon, key: "q", needs: "get /quotes" },
  { name: "bookings", path: "/bookings", icon: BookingIcon, key: "b", needs: "get /bookings" },
  { name: "clients", path: "/clients", icon: ClientsIcon, key: "c", needs: "get /clients" },
  { name: "price", path: "/price", icon: PriceIcon, key: "p", needs: "post /quotes/price" },
  { name: "rates", path: "/rates", icon: RatesIcon, key: "r", needs: "get /rates" },
  { name: "inbox", path: "/inbox", icon: InboxIcon, key: "i", needs: "get /mail/messages" },
  { name: "helpdesk", path: "/helpdesk", icon: HelpIcon, key: "h", needs: "post /helpdesk/ask" },
  { name: "knowledge", path: "/knowledge", icon: KnowledgeIcon, key: "k", needs: "get /knowledge/documents" },
  { name: "analytics", path: "/analytics", icon: AnalyticsIcon, key: "a", needs: "get /analytics/funnel" },
  { name: "settings", path: "/settings", icon: SettingsIcon, key: "s", needs: "get /tenants/me" },
];

export const AREAS = EVERY.filter((area) => can(area.needs));
