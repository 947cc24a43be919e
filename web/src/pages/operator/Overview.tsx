/** How the platform is: agencies by state, and whether work and mail flow. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { can } from "../../api/can";
import { useAsk } from "../../api/operator";
import { ago } from "../../format";
import { useWords } from "../../i18n";
import { Failure } from "../../ui/failure";
import { PageHead, Skeleton, Tag } from "../../ui/kit";
import { Numbers } from "./Numbers";

interface MailStatus {
  queue_depth: number;
  in_flight: number;
  dead_letters: number;
  pending_jobs: number;
  /** When the oldest job that is not done was promised. */
  oldest?: string | null;
  unrouted: number;
  open_sends: number;
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
      {overview.data ? <Numbers record={overview.data} leaveOut={["queue"]} /> : null}
      {can("get /mail/status") ? <Health /> : null}
    </>
  );
}

function Health() {
  const { t, language } = useWords();
  const ask = useAsk();
  const status = useQuery({ queryKey: ["operator", "status"], queryFn: () => ask.json<MailStatus>("GET", "/mail/status"), gcTime: 0, refetchInterval: 5_000 });
  if (status.error) return <Failure failure={status.error} retry={() => void status.refetch()} />;
  if (!status.data) return <Skeleton lines={3} />;
  const { pending_jobs, oldest, dead_letters, unrouted, open_sends } = status.data;
  const slow = oldest ? Date.now() - new Date(oldest).getTime() > SLOW_MS : false;
  return (
    <section className="panel health" aria-labelledby="health">
      <header className="panel-head"><h2 id="health">{t.operator.health}</h2></header>
      <ul className="panel-body">
        <Check good={!slow} name={t.operator.queue}>{pending_jobs === 0 ? t.operator.queueEmpty : t.operator.queueOf(pending_jobs, oldest ? ago(language, oldest, Date.now()) : undefined)}</Check>
        <Check good={dead_letters === 0} name={t.operator.dead}>{dead_letters === 0 ? t.operator.noDead : t.operator.deadOf(dead_letters)}</Check>
        <Check good={open_sends === 0} name={t.operator.sends}>{open_sends === 0 ? t.operator.sendsClear : t.operator.sendsOpen(open_sends)}</Check>
        <Check good={unrouted === 0} name={t.operator.tabs.mail}>{unrouted === 0 ? t.operator.noMailText : t.operator.mailsOf(unrouted)}</Check>
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
