/** Everybody who ever asked, found by name, address or number. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { clients } from "../../api/queries";
import { ago } from "../../format";
import { useWords } from "../../i18n";
import { Failure } from "../../ui/failure";
import { Empty, PageHead, Skeleton } from "../../ui/kit";
import { RowLink } from "../../ui/RowLink";
import { SearchBox } from "../../ui/SearchBox";
import { LoadMore } from "../../ui/LoadMore";

export default function Clients() {
  const { t, language } = useWords();
  const { text = "" } = useSearch({ from: "/agency/clients" });
  const navigate = useNavigate({ from: "/clients" });
  const sought = text.trim();
  const list = useInfiniteQuery({ ...clients(sought), placeholderData: (before) => before });
  const every = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead title={t.clients.title} lead={t.clients.lead} />
      {list.error ? <Failure failure={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending && !list.error ? <Skeleton lines={8} tall /> : null}
      {list.data && every.length === 0 && !sought ? <Empty title={t.clients.none}>{t.clients.noneText}</Empty> : null}
      {every.length > 0 || sought ? (
        <>
          <div className="toolbar">
            <SearchBox label={t.clients.search} value={text} onChange={(value) => void navigate({ search: value ? { text: value } : {}, replace: true })} />
          </div>
          {every.length > 0 ? (
            <ul className="list client-list" aria-label={t.clients.title}>
              {every.map((one) => (
                <li key={one.id}>
                  <RowLink to={`/clients/${one.id}`}>
                    <span className="row-main">
                      <span className="row-who">{one.name || one.email}</span>
                      <span className="row-subject">{one.email}</span>
                    </span>
                    <span className="row-wish">{one.phone}</span>
                    <span className="row-when">{t.clients.asked(ago(language, one.last_enquiry_at, Date.now()))}</span>
                  </RowLink>
                </li>
              ))}
            </ul>
          ) : <Empty title={t.clients.noMatch} />}
          <LoadMore list={list} />
        </>
      ) : null}
    </>
  );
}
