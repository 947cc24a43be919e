/** What an agency sets up for itself, section by section. Every save names the version it read. */
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { agency } from "../../api/queries";
import { useWords } from "../../i18n";
import { useSession } from "../../session/session";
import { Failure } from "../../ui/failure";
import { PageHead, Skeleton } from "../../ui/kit";
import { AgencyTab } from "./AgencyTab";
import { BrandingTab } from "./Branding";
import { ConsultantsTab, DestinationsTab } from "./People";
import { QuotingTab } from "./Quoting";

const TABS = { branding: BrandingTab, quoting: QuotingTab, destinations: DestinationsTab, consultants: ConsultantsTab, agency: AgencyTab };
type Tab = keyof typeof TABS;

export default function Settings() {
  const { t } = useWords();
  const here = useSession();
  const { tab = "branding" } = useSearch({ from: "/agency/settings" });
  const found = useQuery(agency);
  const at: Tab = tab in TABS ? (tab as Tab) : "branding";
  const Body = TABS[at];
  const admin = here.kind === "in" && here.user.role === "admin";
  return (
    <>
      <PageHead title={t.settings.title} lead={admin ? undefined : t.settings.adminOnly} />
      <nav className="tabs" aria-label={t.settings.title}>
        {(Object.keys(TABS) as Tab[]).map((one) => (
          <Link key={one} to="/settings" search={one === "branding" ? {} : { tab: one }} activeOptions={{ exact: true }}>
            {t.settings.tabs[one]}
          </Link>
        ))}
      </nav>
      {found.error && !found.data ? <Failure failure={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending && !found.error ? <Skeleton lines={6} tall /> : null}
      {found.data ? <Body tenant={found.data} admin={admin} key={at} /> : null}
    </>
  );
}
