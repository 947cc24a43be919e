/** What an agency sets up for itself, section by section, and what is one's own. Every save names the version it read. */
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { lazy, Suspense, type ComponentType } from "react";
import { can } from "../../api/can";
import { agency } from "../../api/queries";
import { useWords } from "../../i18n";
import { useRole } from "../../session/session";
import { Failure } from "../../ui/failure";
import { PageHead, Skeleton } from "../../ui/kit";
import { Tabs } from "../../ui/Tabs";
import { AgencyTab } from "./AgencyTab";
import { BrandingTab } from "./Branding";
import { DestinationsTab, ConsultantsTab } from "./People";
import { QuotingTab } from "./Quoting";
import type { SectionProps } from "./save";
import "../../styles/settings.css";

const tab = (load: () => Promise<Record<string, unknown>>, name: string) =>
  lazy(async () => ({ default: (await load())[name] as ComponentType<SectionProps> }));

interface Tab {
  name: "branding" | "quoting" | "destinations" | "consultants" | "agency" | "mailboxes" | "team" | "security" | "notifications" | "audit";
  body: ComponentType<SectionProps>;
  needs: string;
  adminOnly?: true;
}

const EVERY: Tab[] = [
  { name: "branding", body: BrandingTab, needs: "get /tenants/me" },
  { name: "quoting", body: QuotingTab, needs: "get /tenants/me" },
  { name: "destinations", body: DestinationsTab, needs: "get /tenants/me" },
  { name: "consultants", body: ConsultantsTab, needs: "get /tenants/me" },
  { name: "agency", body: AgencyTab, needs: "get /tenants/me" },
  { name: "mailboxes", body: tab(() => import("./Mailboxes"), "MailboxesTab"), needs: "get /tenants/me/mailboxes" },
  { name: "team", body: tab(() => import("./Team"), "TeamTab"), needs: "get /users" },
  { name: "audit", body: tab(() => import("./Audit"), "AuditTab"), needs: "get /audit", adminOnly: true },
  { name: "notifications", body: tab(() => import("./Notifications"), "NotificationsTab"), needs: "get /notifications/preferences" },
  { name: "security", body: tab(() => import("./Security"), "SecurityTab"), needs: "get /auth/sessions" },
];

/** One's own settings are everybody's to change. */
const OWN = ["notifications", "security"];

export default function Settings() {
  const { t } = useWords();
  const { tab: asked = "branding" } = useSearch({ from: "/agency/settings" });
  const found = useQuery(agency);
  const admin = useRole() === "admin";
  const tabs = EVERY.filter((one) => can(one.needs) && (admin || !one.adminOnly));
  const at = tabs.find((one) => one.name === asked) ?? tabs[0]!;
  return (
    <>
      <PageHead title={t.settings.title} lead={admin || OWN.includes(at.name) ? undefined : t.settings.adminOnly} />
      <Tabs label={t.settings.title} to="/settings" tabs={tabs.map(({ name }) => ({ name, label: t.settings.tabs[name] }))} at={at.name} />
      {found.error && !found.data ? <Failure failure={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending && !found.error ? <Skeleton lines={6} tall /> : null}
      <Suspense fallback={<Skeleton lines={6} tall />}>{found.data ? <at.body tenant={found.data} admin={admin} key={at.name} /> : null}</Suspense>
    </>
  );
}
