/** Every agency of the platform: found, opened, made, and taken over from the platform before. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { can } from "../../api/can";
import { useAsk, type Agency, type Listed } from "../../api/operator";
import { day } from "../../format";
import { useWords } from "../../i18n";
import { Failure } from "../../ui/failure";
import { PlusIcon, UploadIcon } from "../../ui/icons";
import { Button, Empty, PageHead, Skeleton, Tag } from "../../ui/kit";
import { SearchBox } from "../../ui/SearchBox";
import { LoadMore } from "../../ui/LoadMore";
import { AgencySheet } from "./AgencySheet";
import { Create } from "./Create";
import { Takeover } from "./Takeover";

export default function Agencies() {
  const { t, language } = useWords();
  const ask = useAsk();
  const [text, setText] = useState("");
  const [over, setOver] = useState<"create" | "import">();
  const [opened, setOpened] = useState<string>();
  const list = useInfiniteQuery({
    queryKey: ["operator", "tenants"],
    queryFn: ({ pageParam }) => ask.json<Listed<Agency>>("GET", `/admin/tenants?limit=100${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ""}`),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor || undefined,
    gcTime: 0,
  });
  const every = list.data?.pages.flatMap((page) => page.items) ?? [];
  const words = text.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const found = every.filter((one) => words.every((word) => `${one.id} ${one.name}`.toLocaleLowerCase(language).includes(word)));
  return (
    <>
      <PageHead title={t.operator.tabs.tenants}>
        {can("post /admin/tenants/import") ? <Button onPress={() => setOver("import")}><UploadIcon size={16} /> {t.operator.import}</Button> : null}
        {can("post /admin/tenants") ? <Button look="primary" onPress={() => setOver("create")}><PlusIcon size={16} /> {t.operator.create}</Button> : null}
      </PageHead>
      {list.error ? <Failure failure={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending && !list.error ? <Skeleton lines={5} tall /> : null}
      {list.data && every.length === 0 ? <Empty title={t.operator.none}>{t.operator.noneText}</Empty> : null}
      {every.length > 0 ? (
        <>
          <div className="toolbar">
            <SearchBox label={t.operator.search} value={text} onChange={setText} />
            <span className="end" role="status">{t.operator.count(found.length)}</span>
          </div>
          <ul className="list" aria-label={t.operator.tabs.tenants}>
            {found.map((one) => (
              <li key={one.id}>
                <button type="button" className="row as-row" onClick={() => setOpened(one.id)}>
                  <span className="row-main">
                    <span className="row-who">{one.name}</span>
                    <code className="row-subject">{one.id}</code>
                  </span>
                  <span className="row-state"><StatusTag status={one.status} /></span>
                  <span className="row-when">{day(language, one.created_at.slice(0, 10))}</span>
                </button>
              </li>
            ))}
          </ul>
          <LoadMore list={list} />
        </>
      ) : null}
      {opened ? <AgencySheet id={opened} onClose={() => setOpened(undefined)} /> : null}
      {over === "create" ? <Create onClose={() => setOver(undefined)} /> : null}
      {over === "import" ? <Takeover onClose={() => setOver(undefined)} /> : null}
    </>
  );
}

export function StatusTag({ status }: { status: Agency["status"] }) {
  const { t } = useWords();
  return <Tag tone={status === "active" ? "green" : status === "suspended" ? "amber" : "red"}>{t.operator.status[status] ?? status}</Tag>;
}
