import { plural } from "../plural";

export const app = {
  skip: "Skip to the page",
  loading: "Loading",
  retry: "Try again",
  close: "Close",
  cancel: "Cancel",
  save: "Save",
  saved: "Saved.",
  discard: "Discard changes",
  remove: "Remove",
  edit: "Edit",
  more: "Show more",
  no: "No",
  search: "Search",
  all: "All",
  notFound: "There is no such page.",
  notFoundHint: "The address may be old or mistyped.",
  toToday: "Go to today",
  broken: "This page stopped unexpectedly.",
  reload: "Load it again",
};

export const nav = {
  label: "Main",
  today: "Today",
  enquiries: "Enquiries",
  quotes: "Quotes",
  bookings: "Bookings",
  clients: "Clients",
  price: "Price",
  rates: "Rates",
  inbox: "Inbox",
  helpdesk: "Helpdesk",
  knowledge: "Knowledge",
  analytics: "Analytics",
  settings: "Settings",
  more: "More",
  search: "Search or jump to",
  account: "Account",
  signOut: "Sign out",
  theme: "Theme",
  themes: { system: "System", light: "Light", dark: "Dark" },
  language: "Language",
  shortcuts: "Keyboard shortcuts",
};

export const shortcuts = {
  search: "Search or jump to anything",
  go: (page: string) => `Go to ${page}`,
  help: "Show these shortcuts",
  then: "then",
};

export const roles = { viewer: "Viewer", consultant: "Consultant", admin: "Admin" };

export const news = {
  title: "Notifications",
  unread: (n: number) => (n === 0 ? "No unread notifications" : plural(n, "unread notification", "unread notifications")),
  readAll: "Mark all as read",
  none: "Nothing has happened yet. Arriving enquiries, drafted quotes and mails that could not be sent show up here.",
  arrived: "New:",
};

export const palette = {
  title: "Search",
  placeholder: "Name, subject, quote number or page",
  pages: "Pages",
  enquiries: "Enquiries",
  quotes: "Quotes",
  clients: "Clients",
  none: "Nothing found.",
};

export const errors = {
  offline: "The platform does not answer. Check your connection; what you typed is still here.",
  busy: (seconds: number) => `Too many requests. Try again in ${plural(seconds, "second", "seconds")}.`,
  forbidden: "Your role does not allow this.",
  notFound: "This is no longer there.",
  tooLarge: "This is too large.",
  unavailable: "The platform is busy at the moment. Try again shortly.",
  internal: "Something went wrong on the platform's side.",
  reference: (id: string) => `Reference ${id}`,
};
