import { plural } from "../plural";

export const today = {
  greeting: (name: string) => `Good day, ${name}`,
  toQuote: "New enquiries",
  toQuoteHint: "Complete, and waiting for a price.",
  noneToQuote: "Nothing new. A mail to your agency's address appears here within seconds.",
  waiting: "Waiting for the traveller",
  waitingHint: "Something is missing, and a question is drafted.",
  noneWaiting: "No traveller owes you an answer.",
  drafts: "Drafts to review",
  draftsHint: "Priced, but held back for a reason.",
  noneDrafts: "No draft waits for you. Quotes that pass every check went out by themselves.",
  expiring: "Expiring",
  expiringHint: "Sent, unanswered, and soon no longer valid.",
  noneExpiring: "No open quote expires within five days.",
  stuck: "Mails to look after",
  stuckHint: "Not sent, or nobody knows.",
  clear: "Done",
  allClear: "Nothing waits for you",
  lately: "Lately",
  quiet: "Follow up",
  quietHint: "Sent a while ago, and not a word since.",
  noneQuiet: "Every traveller with a quote has answered, or was only just asked.",
  silentFor: (days: number, state: string) => `${state}, ${plural(days, "day", "days")} without an answer`,
  missing: (fields: string) => `Missing: ${fields}`,
  until: (days: number) => (days <= 0 ? "Ends today" : days === 1 ? "Ends tomorrow" : `Ends in ${days} days`),
  seeAll: "See all",
  start: "Waiting for the first mail",
  startText: "Travellers write to your agency's own address as they always have. Send a test mail from your own account and watch it arrive.",
  address: "Your agency's address",
  summary: (open: number, drafts: number) => {
    const work = [open > 0 ? `${plural(open, "enquiry", "enquiries")} to quote` : "", drafts > 0 ? `${plural(drafts, "draft", "drafts")} to review` : ""].filter(Boolean);
    return work.length > 0 ? `${work.join(", ")}.` : "No enquiry and no draft waits for you.";
  },
};
