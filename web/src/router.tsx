/** Every address of the console. A page's code comes when the page is asked for. */
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type ErrorComponentProps,
} from "@tanstack/react-router";
import type { Config } from "./config";
import { can } from "./api/can";
import { session } from "./session/session";
import { Shell } from "./shell/Shell";
import { Broken, NotFound } from "./shell/Lost";

interface Context {
  config: Config;
}

const root = createRootRouteWithContext<Context>()({
  notFoundComponent: NotFound,
  errorComponent: ({ error }: ErrorComponentProps) => <Broken error={error} />,
});

interface Back {
  back?: string;
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search): Back => (typeof search.back === "string" && /^\/(?!\/)/.test(search.back) ? { back: search.back } : {}),
  component: lazyRouteComponent(() => import("./pages/SignIn")),
});

const token = (search: Record<string, unknown>): { token?: string } =>
  typeof search.token === "string" ? { token: search.token } : {};

const forgot = createRoute({
  getParentRoute: () => root,
  path: "/forgot-password",
  component: lazyRouteComponent(() => import("./pages/Accounts"), "Forgot"),
});
const reset = createRoute({
  getParentRoute: () => root,
  path: "/reset-password",
  validateSearch: token,
  component: lazyRouteComponent(() => import("./pages/Accounts"), "Reset"),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  validateSearch: token,
  component: lazyRouteComponent(() => import("./pages/Accounts"), "Invitation"),
});

const operator = createRoute({
  getParentRoute: () => root,
  path: "/operator",
  component: lazyRouteComponent(() => import("./pages/Operator")),
});

const shell = createRoute({
  getParentRoute: () => root,
  id: "agency",
  component: Shell,
  beforeLoad: ({ location }) => {
    if (session.state().kind !== "in") throw redirect({ to: "/sign-in", search: { back: location.pathname } });
  },
});

const today = createRoute({
  getParentRoute: () => shell,
  path: "/",
  component: lazyRouteComponent(() => import("./pages/Today")),
});

export interface ListSearch {
  state?: string;
  text?: string;
  /** Address of the consultant who looks after it. */
  keeper?: string;
}

const listSearch = (search: Record<string, unknown>): ListSearch => ({
  ...(typeof search.state === "string" ? { state: search.state } : {}),
  ...(typeof search.text === "string" && search.text ? { text: search.text } : {}),
  ...(typeof search.keeper === "string" && search.keeper ? { keeper: search.keeper } : {}),
});

const enquiries = createRoute({
  getParentRoute: () => shell,
  path: "/enquiries",
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import("./pages/enquiry/Enquiries")),
});
const enquiry = createRoute({
  getParentRoute: () => shell,
  path: "/enquiries/$id",
  component: lazyRouteComponent(() => import("./pages/enquiry/EnquiryPage")),
});
const quotes = createRoute({
  getParentRoute: () => shell,
  path: "/quotes",
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import("./pages/quote/Quotes")),
});
const quote = createRoute({
  getParentRoute: () => shell,
  path: "/quotes/$id",
  component: lazyRouteComponent(() => import("./pages/quote/QuotePage")),
});

const quoteEdit = createRoute({
  getParentRoute: () => shell,
  path: "/quotes/$id/edit",
  component: lazyRouteComponent(() => import("./pages/quote/edit/EditPage")),
});

export interface Question {
  /** The enquiry that asks. */
  enquiry?: string;
  rooms?: { adults: number; ages: string }[];
  check_in?: string;
  check_out?: string;
  destination?: string;
  hotel?: string;
  board?: string;
  stars?: number;
  budget?: string;
  limit?: number;
  estimate?: boolean;
}

const price = createRoute({
  getParentRoute: () => shell,
  path: "/price",
  validateSearch: question,
  component: lazyRouteComponent(() => import("./pages/Workbench")),
});
const rates = createRoute({
  getParentRoute: () => shell,
  path: "/rates",
  validateSearch: (search): { tab?: string } => (typeof search.tab === "string" ? { tab: search.tab } : {}),
  component: lazyRouteComponent(() => import("./pages/rates/Rates")),
});
const settings = createRoute({
  getParentRoute: () => shell,
  path: "/settings",
  validateSearch: (search): { tab?: string } => (typeof search.tab === "string" ? { tab: search.tab } : {}),
  component: lazyRouteComponent(() => import("./pages/settings/Settings")),
});
const inbox = createRoute({
  getParentRoute: () => shell,
  path: "/inbox",
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import("./pages/Inbox")),
});
const message = createRoute({
  getParentRoute: () => shell,
  path: "/inbox/$id",
  component: lazyRouteComponent(() => import("./pages/MessagePage")),
});
const helpdesk = createRoute({
  getParentRoute: () => shell,
  path: "/helpdesk",
  component: lazyRouteComponent(() => import("./pages/Helpdesk")),
});
const knowledge = createRoute({
  getParentRoute: () => shell,
  path: "/knowledge",
  component: lazyRouteComponent(() => import("./pages/knowledge/Knowledge")),
});

const bookings = createRoute({
  getParentRoute: () => shell,
  path: "/bookings",
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import("./pages/booking/Bookings")),
});
const booking = createRoute({
  getParentRoute: () => shell,
  path: "/bookings/$id",
  component: lazyRouteComponent(() => import("./pages/booking/BookingPage")),
});
const clients = createRoute({
  getParentRoute: () => shell,
  path: "/clients",
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import("./pages/client/Clients")),
});
const client = createRoute({
  getParentRoute: () => shell,
  path: "/clients/$id",
  component: lazyRouteComponent(() => import("./pages/client/ClientPage")),
});

const analytics = createRoute({
  getParentRoute: () => shell,
  path: "/analytics",
  validateSearch: (search): { from?: string; to?: string } => ({
    ...(typeof search.from === "string" ? { from: search.from } : {}),
    ...(typeof search.to === "string" ? { to: search.to } : {}),
  }),
  component: lazyRouteComponent(() => import("./pages/analytics/Analytics")),
});

/** Takes from an address what the workbench understands. */
function question(search: Record<string, unknown>): Question {
  const found: Question = {};
  for (const name of ["check_in", "check_out", "destination", "hotel", "board", "budget", "enquiry"] as const) {
    const value = search[name];
    if (typeof value === "string" && value) found[name] = value;
  }
  for (const name of ["stars", "limit"] as const) {
    const value = search[name];
    if (typeof value === "number") found[name] = value;
  }
  if (search.estimate === true) found.estimate = true;
  if (Array.isArray(search.rooms)) {
    found.rooms = search.rooms.slice(0, 20).map((room: { adults?: unknown; ages?: unknown } | null) => ({
      adults: Number(room?.adults) || 0,
      ages: typeof room?.ages === "string" ? room.ages : "",
    }));
  }
  return found;
}

const pages = [
  today,
  enquiries,
  enquiry,
  quotes,
  quote,
  price,
  rates,
  settings,
  ...(can("patch /quotes/{id}") ? [quoteEdit] : []),
  ...(can("get /bookings") ? [bookings, booking] : []),
  ...(can("get /clients") ? [clients, client] : []),
  ...(can("get /analytics/funnel") ? [analytics] : []),
  ...(can("get /mail/messages") ? [inbox, message] : []),
  ...(can("post /helpdesk/ask") ? [helpdesk] : []),
  ...(can("get /knowledge/documents") ? [knowledge] : []),
];

const outside = [
  signIn,
  ...(can("post /auth/password/forgot") ? [forgot] : []),
  ...(can("post /auth/password/reset") ? [reset] : []),
  ...(can("post /auth/invitations/accept") ? [invitation] : []),
  ...(can("get /admin/tenants") ? [operator] : []),
];

export const router = createRouter({
  routeTree: root.addChildren([...outside, shell.addChildren(pages)]),
  context: { config: { api: "" } },
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
