/** How the platform is: agencies by state, and whether work and mail flow. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { can } from "../../api/can";
import { useAsk } from "../../api/operator";
import { ago, count } from "../../format";
import { useWords } from "../../i18n";
import { Failure } from "../../ui/failure";
import { PageHead, Skeleton, Tag } from "../../ui/kit";

interface MailStatus {
  queue_depth: number;
  oldest_at?: string | null;
  dead_letters: number;
  unrouted?: number;
}

/** An age of a queue beyond which somebody should look. */
const SLOW_MS = 5 * 60_000;

export default function Overview() {
  const { t } = useWords();
  const ask = useAsk();
  const overview = useQuery({ queryKey: ["operator", "overview"], queryFn: () => ask.json<Record<string, unknown>>("GET", "/admin/overview"), gcTime: 0, refetchInterval: 15_000 });
  return (
    <>
      <PageHead title={t.operator.tabs.overview} />
      {overview.error ? <Failure failure={overview.error} retry={() => void overview.refetch()} /> : null}
      {overview.isPending && !overview.error ? <Skeleton lines={4} tall /> : null}
      {overview.data ? <Numbers record={overview.data} /> : null}
      {can("get /mail/status") ? <Health /> : null}
    </>
  );
}

/** Every count of a record, also of the records within it. */
function Numbers({ record }: { record: Record<string, unknown> }) {
  const { t, language } = useWords();
  const flat = Object.entries(record).flatMap(([name, value]): [string, number][] =>
    typeof value === "number"
      ? [[name, value]]
      : typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.entries(value).flatMap(([inner, n]): [string, number][] => (typeof n === "number" ? [[`${name}_${inner}`, n]] : []))
        : [],
  );
  return (
    <dl className="numbers">
      {flat.map(([name, value]) => (
        <div key={name}>
          <dt>{t.operator.measure[name] ?? name.replaceAll("_", " ")}</dt>
          <dd>{count(language, value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Health() {
  const { t, language } = useWords();
  const ask = useAsk();
  const status = useQuery({ queryKey: ["operator", "status"], queryFn: () => ask.json<MailStatus>("GET", "/mail/status"), gcTime: 0, refetchInterval: 5_000 });
  if (status.error) return <Failure failure={status.error} retry={() => void status.refetch()} />;
  if (!status.data) return <Skeleton lines={3} />;
  const { queue_depth, oldest_at, dead_letters } = status.data;
  const slow = oldest_at ? Date.now() - new Date(oldest_at).getTime() > SLOW_MS : false;
  return (
    <section className="panel health" aria-labelledby="health">
      <header className="panel-head"><h2 id="health">{t.operator.health}</h2></header>
      <ul className="panel-body">
        <Check good={!slow} name={t.operator.queue}>{queue_depth === 0 ? t.operator.queueEmpty : t.operator.queueOf(queue_depth, oldest_at ? ago(language, oldest_at, Date.now()) : undefined)}</Check>
        <Check good={dead_letters === 0} name={t.operator.dead}>{dead_letters === 0 ? t.operator.noDead : t.operator.deadOf(dead_letters)}</Check>
      </ul>
    </section>
  );
}

function Check({ good, name, children }: { good: boolean; name: string; children: ReactNode }) {
  const { t } = useWords();
  return (
    <li>
      <Tag tone={good ? "green" : "red"}>{good ? t.operator.well : t.operator.look}</Tag>
      <strong>{name}</strong>
      <span className="hint">{children}</span>
    </li>
  );
}
