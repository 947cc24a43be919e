import { plural } from "../plural";

export const enquiries = {
  title: "Enquiries",
  filter: "State",
  search: "Search enquiries",
  none: "No enquiry yet",
  noneText: "When a traveller writes to your agency, the mail is read here within seconds: where to, when, who, and what it may cost.",
  noMatch: "No enquiry matches.",
  clear: "Clear the filter",
  state: "State",
  unknownTraveller: "Unknown sender",
  count: (n: number) => plural(n, "enquiry", "enquiries"),
  fields: "What it says",
  fieldsHint: "Choose a line to see the words it was read from.",
  mail: "The mail",
  noMail: "The words this enquiry was read from:",
  noMailAtAll: "No mail belongs to this enquiry.",
  messageOf: (n: number, of: number) => `Mail ${n} of ${of}`,
  missing: "Not in the mail",
  missingText: "Needed for a quote. Nothing is guessed.",
  draftReply: "Drafted question to the traveller",
  quote: "Quote",
  quoteNow: "Write the quote",
  quoting: "Pricing it",
  openQuote: "Open the quote",
  cannotQuote: (fields: string) => `A quote needs ${fields} first.`,
  tryPrice: "Try prices",
  steps: "How the mail was handled",
  step: "Step",
  signature: "Signature",
  reason: "Reason",
  follows: "Follows an earlier enquiry",
  adults: (n: number) => plural(n, "adult", "adults"),
  children: (n: number) => plural(n, "child", "children"),
  nights: (n: number) => plural(n, "night", "nights"),
  rooms: (n: number) => plural(n, "room", "rooms"),
  stars: (n: number) => `from ${plural(n, "star", "stars")}`,
};

export const enquiryState = {
  new: "New",
  needs_info: "Needs an answer",
  qualified: "Ready to quote",
  quoted: "Quoted",
  won: "Won",
  lost: "Lost",
  rejected: "Rejected",
  spam: "Spam",
};

export const fields = {
  destinations: "Destination",
  origin: "From",
  dates: "Dates",
  nights: "Nights",
  rooms: "Rooms",
  room_count: "Number of rooms",
  adults: "Adults",
  children: "Children",
  child_ages: "Ages of children",
  budget: "Budget",
  board: "Board",
  stars: "Stars",
  requested_hotels: "Hotels named",
  interests: "Interests",
  special_requests: "Special requests",
  contact: "Contact",
  name: "Name",
  email: "Mail address",
  phone: "Telephone",
  party: "Party",
} as Record<string, string>;

export const origin = {
  stated: "Stated",
  inferred: "Inferred",
  default: "Your default",
};

export const originHint = {
  stated: "The mail says so",
  inferred: "Follows from the mail; worth a look",
  default: "Not in the mail; taken from your settings",
};

export const board = {
  room_only: "Room only",
  bed_and_breakfast: "Bed and breakfast",
  half_board: "Half board",
  full_board: "Full board",
  all_inclusive: "All inclusive",
  self_catering: "Self catering",
  RO: "Room only",
  BB: "Bed and breakfast",
  HB: "Half board",
  FB: "Full board",
  AI: "All inclusive",
  SC: "Self catering",
} as Record<string, string>;

export const budgetBasis = { total: "in total", per_person: "per person", per_night: "per night" } as Record<string, string>;
