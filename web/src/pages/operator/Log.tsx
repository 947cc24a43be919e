/** What the operator and the agencies did, newest first. */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { AuditEntry } from "../../api/account";
import { useAsk, type Listed } from "../../api/operator";
import { useWords } from "../../i18n";
import { AuditTable } from "../../ui/AuditTable";
import { Failure } from "../../ui/failure";
import { Empty, PageHead, Skeleton } from "../../ui/kit";
import { LoadMore } from "../../ui/LoadMore";

export default function Log() {
  const { t } = useWords();
  const ask = useAsk();
  const list = useInfiniteQuery({
    queryKey: ["operator", "audit"],
    queryFn: ({ pageParam }) => ask.json<Listed<AuditEntry>>("GET", `/admin/audit?limit=100${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ""}`),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor || undefined,
    gcTime: 0,
  });
  const every = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead title={t.operator.tabs.audit} lead={t.audit.lead} />
      {list.error ? <Failure failure={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending && !list.error ? <Skeleton lines={6} tall /> : null}
      {list.data && every.length === 0 ? <Empty title={t.operator.noAudit} /> : null}
      {every.length > 0 ? <AuditTable entries={every} ofMany /> : null}
      <LoadMore list={list} />
    </>
  );
}
