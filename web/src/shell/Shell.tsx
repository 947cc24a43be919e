/** What stands around every page of an agency: navigation, search, notifications, and the news that arrives meanwhile. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { refreshed } from "../api/head";
import { agency, unread } from "../api/queries";
import { useWords } from "../i18n";
import { session, useSession } from "../session/session";
import { BellIcon, MoreIcon, SearchIcon } from "../ui/icons";
import { IconButton } from "../ui/kit";
import { Mark } from "../ui/Mark";
import { Toasts } from "../ui/toasts";
import { AREAS } from "./areas";
import { useShortcuts } from "./shortcuts";

const Palette = lazy(() => import("./Palette"));
const Bell = lazy(() => import("./Bell"));
const Account = lazy(() => import("./Account"));
const Shortcuts = lazy(() => import("./ShortcutsDialog"));

type Over = "palette" | "bell" | "account" | "shortcuts" | undefined;

export function Shell() {
  const { t, setZone } = useWords();
  const here = useSession();
  const navigate = useNavigate();
  const [over, setOver] = useState<Over>();
  const place = useRouterState({ select: (state) => state.location.pathname });
  const main = useRef<HTMLElement>(null);

  const config = useQuery(agency).data?.config;
  useEffect(() => {
    if (config) setZone(config.timezone);
  }, [config, setZone]);

  useEffect(() => {
    if (here.kind === "out") void navigate({ to: "/sign-in", search: { back: place } });
  }, [here.kind, navigate, place]);

  useShortcuts({ search: () => setOver("palette"), help: () => setOver("shortcuts"), go: (path) => void navigate({ to: path }) });
  const news = useNews();

  if (here.kind !== "in") return null;
  const close = () => setOver(undefined);
  return (
    <div className="shell">
      <a className="skip" href="#page" onClick={() => main.current?.focus()}>
        {t.app.skip}
      </a>
      <header className="rail">
        <Link to="/" className="brand">
          <Mark />
          <span>Tripdesk</span>
        </Link>
        <button type="button" className="rail-search" onClick={() => setOver("palette")} aria-label={t.nav.search} aria-keyshortcuts="Control+K">
          <SearchIcon size={16} />
          <span>{t.nav.search}</span>
          <kbd>Ctrl K</kbd>
        </button>
        <nav aria-label={t.nav.label}>
          <ul>
            {AREAS.map((area) => (
              <li key={area.path}>
                <Link to={area.path} activeOptions={{ exact: area.path === "/" }} className="rail-link">
                  <area.icon />
                  <span>{t.nav[area.name]}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="rail-foot">
          <IconButton className="on-rail bell" label={`${t.news.title}. ${t.news.unread(news)}`} onPress={() => setOver("bell")}>
            <BellIcon />
            {news > 0 ? <span className="bell-count">{news > 99 ? "99+" : news}</span> : null}
          </IconButton>
          <button type="button" className="who" onClick={() => setOver("account")} aria-label={`${t.nav.account}: ${here.user.name}`}>
            <span className="who-initials" aria-hidden="true">{initials(here.user.name)}</span>
            <span className="who-name" aria-hidden="true">{here.user.name}</span>
          </button>
        </div>
      </header>
      <main id="page" ref={main} tabIndex={-1} key={place.split("/")[1]}>
        <Outlet />
      </main>
      <nav className="tabbar" aria-label={t.nav.more}>
        {AREAS.slice(0, 4).map((area) => (
          <Link key={area.path} to={area.path} activeOptions={{ exact: area.path === "/" }} className="tab-link">
            <area.icon size={20} />
            <span>{t.nav[area.name]}</span>
          </Link>
        ))}
        <button type="button" className="tab-link" onClick={() => setOver("account")}>
          <MoreIcon size={20} />
          <span>{t.nav.more}</span>
        </button>
      </nav>
      <Suspense>
        {over === "palette" ? <Palette onClose={close} /> : null}
        {over === "bell" ? <Bell onClose={close} /> : null}
        {over === "account" ? <Account user={here.user} onClose={close} /> : null}
        {over === "shortcuts" ? <Shortcuts onClose={close} /> : null}
      </Suspense>
      <Toasts />
    </div>
  );
}

/** How much is unread; when it grows, the lists that it is about are asked for again at once. */
function useNews(): number {
  const client = useQueryClient();
  const count = useQuery({ ...unread, enabled: session.state().kind === "in" }).data?.unread ?? 0;
  const before = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (before.current !== undefined && count > before.current) {
      for (const key of ["enquiries", "quotes", "messages", "bookings"]) void refreshed(client, key);
      for (const query of client.getQueryCache().findAll({ type: "active", predicate: ({ queryKey }) => queryKey[1] !== "list" && ["enquiries", "quotes", "news"].includes(String(queryKey[0])) })) {
        void client.invalidateQueries({ queryKey: query.queryKey });
      }
    }
    before.current = count;
    document.title = count > 0 ? `(${count}) Tripdesk` : "Tripdesk";
  }, [count, client]);
  return count;
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]?.toUpperCase() ?? "").join("");
}
