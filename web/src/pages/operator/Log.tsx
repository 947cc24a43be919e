/** What the operator and the agencies did, newest first. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AuditEntry } from "../../api/account";
import { useAsk, type Listed } from "../../api/operator";
import { useWords } from "../../i18n";
import { AuditTable } from "../../ui/AuditTable";
import { Failure } from "../../ui/failure";
import { Empty, PageHead, SearchBox, Skeleton } from "../../ui/kit";
import { LoadMore } from "../../ui/LoadMore";

export default function Log() {
  const { t, language } = useWords();
  const ask = useAsk();
  const [text, setText] = useState("");
  const list = useInfiniteQuery({
    queryKey: ["operator", "audit"],
    queryFn: ({ pageParam }) => ask.json<Listed<AuditEntry>>("GET", `/admin/audit?limit=100${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ""}`),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor || undefined,
    gcTime: 0,
  });
  const every = list.data?.pages.flatMap((page) => page.items) ?? [];
  const who = ({ actor }: AuditEntry) => (actor.kind === "user" ? (actor.user_id ?? "") : actor.kind === "operator" ? t.audit.operator : t.audit.system);
  const words = text.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const found = every.filter((one) => {
    const said = `${who(one)} ${one.action} ${one.subject ?? ""} ${(one.changed ?? []).join(" ")}`.toLocaleLowerCase(language);
    return words.every((word) => said.includes(word));
  });
  return (
    <>
      <PageHead title={t.operator.tabs.audit} lead={t.audit.lead} />
      {list.error ? <Failure failure={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending && !list.error ? <Skeleton lines={6} tall /> : null}
      {list.data && every.length === 0 ? <Empty title={t.operator.noAudit} /> : null}
      {every.length > 0 ? (
        <>
          <div className="toolbar">
            <SearchBox label={t.audit.filter} value={text} onChange={setText} />
            <span className="end" role="status">{t.audit.count(found.length)}</span>
          </div>
          <AuditTable entries={found} who={who} />
          <LoadMore list={list} />
        </>
      ) : null}
    </>
  );
}
