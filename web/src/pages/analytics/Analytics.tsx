/** How the agency does: from enquiry to booking, how fast, and what it earns; each picture stands beside its numbers. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../api/client";
import { agency } from "../../api/queries";
import type { Figures, Funnel } from "../../api/records";
import { addDays, count, percent, span, today } from "../../format";
import { useWords } from "../../i18n";
import { Failure } from "../../ui/failure";
import { Amount, Choices, Empty, PageHead, Skeleton, TextField } from "../../ui/kit";
import { Bars, FunnelChart } from "./charts";
import "../../styles/analytics.css";

const SPANS = [30, 90, 365] as const;

export default function Analytics() {
  const { t, language, zone } = useWords();
  const now = today(zone);
  const { from = addDays(now, -89), to = now } = useSearch({ from: "/agency/analytics" });
  const navigate = useNavigate({ from: "/analytics" });
  const found = useQuery({
    queryKey: ["analytics", from, to],
    queryFn: () => call<Funnel>("GET", `/analytics/funnel?from=${from}&to=${to}`),
    placeholderData: (before) => before,
  });
  const days = SPANS.find((one) => to === now && from === addDays(now, 1 - one));
  const show = (search: { from: string; to: string }) => void navigate({ search, replace: true });
  return (
    <>
      <PageHead title={t.analytics.title} lead={span(language, from, to)} />
      <div className="toolbar analytics-days">
        <Choices
          label={t.analytics.days}
          value={String(days ?? "")}
          options={SPANS.map((one) => ({ value: String(one), label: t.analytics.last(one) }))}
          onChange={(chosen) => show({ from: addDays(now, 1 - Number(chosen)), to: now })}
        />
        <TextField label={t.analytics.from} type="date" max={to} value={from} onChange={(event) => event.target.value && show({ from: event.target.value, to })} />
        <TextField label={t.analytics.to} type="date" min={from} max={now} value={to} onChange={(event) => event.target.value && show({ from, to: event.target.value })} />
      </div>
      {found.error ? <Failure failure={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending && !found.error ? <Skeleton lines={6} tall /> : null}
      {found.data ? found.data.total.enquiries === 0 ? <Empty title={t.analytics.none}>{t.analytics.noneText}</Empty> : <Whole funnel={found.data} /> : null}
    </>
  );
}

function Whole({ funnel }: { funnel: Funnel }) {
  const { t } = useWords();
  const consultants = useQuery(agency).data?.config.consultants ?? [];
  const nameOf = (email: string) => consultants.find((one) => one.email === email)?.name ?? email;
  const sourceOf = (source: string) => (t.enquiries.sources as Record<string, string>)[source] ?? source;
  const groups = {
    destination: funnel.by_destination,
    consultant: funnel.by_consultant.map((group) => ({ ...group, name: nameOf(group.name) })),
    source: funnel.by_source.map((group) => ({ ...group, name: sourceOf(group.name) })),
  };
  const [by, setBy] = useState<keyof typeof groups>("destination");
  return (
    <>
      <Headline figures={funnel.total} />
      <div className="analytics">
        <section className="panel" aria-labelledby="funnel">
          <header className="panel-head"><h2 id="funnel">{t.analytics.funnel}</h2></header>
          <div className="panel-body"><FunnelChart figures={funnel.total} /></div>
        </section>
        <section className="panel" aria-labelledby="groups">
          <header className="panel-head">
            <h2 id="groups">{t.analytics.groups}</h2>
            <Choices label={t.analytics.groups} value={by} options={(["destination", "consultant", "source"] as const).map((value) => ({ value, label: t.analytics.by[value] }))} onChange={setBy} />
          </header>
          <div className="panel-body"><Bars groups={groups[by]} of={t.analytics.by[by]} /></div>
        </section>
      </div>
    </>
  );
}

/** The four numbers that somebody who runs an agency asks for first. */
function Headline({ figures }: { figures: Figures }) {
  const { t, language } = useWords();
  return (
    <dl className="headline">
      <div>
        <dt>{t.analytics.enquiries}</dt>
        <dd>{count(language, figures.enquiries)}</dd>
      </div>
      <div>
        <dt>{t.analytics.conversion}</dt>
        <dd>{figures.conversion_pct ? percent(language, figures.conversion_pct) : "–"}</dd>
      </div>
      <div>
        <dt>{t.analytics.speed}</dt>
        <dd>{figures.median_seconds_to_quote == null ? "–" : t.analytics.duration(figures.median_seconds_to_quote)}</dd>
      </div>
      {figures.sold.length === 0 ? (
        <div>
          <dt>{t.analytics.sold}</dt>
          <dd>–</dd>
        </div>
      ) : null}
      {figures.sold.map((sold) => (
        <div key={sold.value.currency}>
          <dt>{t.analytics.sold}</dt>
          <dd><Amount money={sold.value} /></dd>
          <dd className="hint">{t.analytics.ofIt} <Amount money={sold.margin} />, {percent(language, sold.margin_pct)}</dd>
        </div>
      ))}
    </dl>
  );
}
