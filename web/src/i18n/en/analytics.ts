import { plural } from "../plural";

export const analytics = {
  title: "Analytics",
  days: "Days",
  last: (n: number) => (n === 365 ? "A year" : `${n} days`),
  from: "From",
  to: "To",
  none: "Nothing in these days",
  noneText: "As soon as travellers write, you see here how many were quoted, how fast, and how many booked.",
  enquiries: "Enquiries",
  conversion: "Won",
  speed: "To the first quote",
  sold: "Sold",
  ofIt: "of it",
  margin: "Margin",
  funnel: "From enquiry to booking",
  shareOf: "Share of all",
  share: (pct: number) => `${pct} % of all`,
  step: { enquiries: "Came in", quoted: "Quoted", won: "Booked", needs_info: "Waiting for an answer", lost: "Lost", rejected: "Turned down" },
  groups: "Side by side",
  by: { destination: "Destination", consultant: "Consultant", source: "Origin" },
  unknown: "Not known",
  andMore: (n: number) => `and ${n} more`,
  duration: (seconds: number) =>
    seconds < 90 ? `${seconds} s` : seconds < 5_400 ? `${Math.round(seconds / 60)} min` : seconds < 129_600 ? plural(Math.round(seconds / 3_600), "hour", "hours") : plural(Math.round(seconds / 86_400), "day", "days"),
};
