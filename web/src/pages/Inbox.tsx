/** Every mail that reached the agency, and what became of it. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { messages } from "../api/queries";
import type { Message } from "../api/records";
import { ago } from "../format";
import { useWords } from "../i18n";
import { Failure } from "../ui/failure";
import { Empty, PageHead, Skeleton, Tag, type Tone } from "../ui/kit";
import { RowLink } from "../ui/RowLink";
import { SearchBox } from "../ui/SearchBox";
import { LoadMore } from "../ui/LoadMore";
import { useShown } from "../ui/shown";

export function classTone(one: Message): Tone {
  if (one.state === "quarantined" || one.state === "failed" || one.class === "spam") return "red";
  if (one.class === "enquiry" || one.class === "amendment") return "blue";
  if (one.class === "acceptance") return "green";
  if (one.class === "complaint") return "amber";
  return "faint";
}

export default function Inbox() {
  const { t, language } = useWords();
  const { text = "" } = useSearch({ from: "/agency/inbox" });
  const navigate = useNavigate({ from: "/inbox" });
  const list = useInfiniteQuery(messages);
  const every = list.data?.pages.flatMap((page) => page.items) ?? [];
  const words = text.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const found = every.filter((one) => {
    const said = `${one.from_name ?? ""} ${one.from ?? ""} ${one.subject} ${t.inbox.class[one.class] ?? ""}`.toLocaleLowerCase(language);
    return words.every((word) => said.includes(word));
  });
  const { rows, more } = useShown(found, text, list);
  return (
    <>
      <PageHead title={t.inbox.title} lead={t.inbox.lead} />
      {list.error ? <Failure failure={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending && !list.error ? <Skeleton lines={8} tall /> : null}
      {list.data && every.length === 0 ? <Empty title={t.inbox.none}>{t.inbox.noneText}</Empty> : null}
      {every.length > 0 ? (
        <>
          <div className="toolbar">
            <SearchBox label={t.inbox.search} value={text} onChange={(value) => void navigate({ search: value ? { text: value } : {}, replace: true })} />
          </div>
          <ul className="list inbox-list" aria-label={t.inbox.title}>
            {rows.map((one) => (
              <li key={one.id}>
                <RowLink to={`/inbox/${one.id}`}>
                  <span className="row-main">
                    <span className="row-who">{one.from_name || one.from || t.enquiries.unknownTraveller}</span>
                    <span className="row-subject">{one.subject || t.inbox.noSubject}</span>
                  </span>
                  <span className="row-wish">{one.text ? one.text.slice(0, 140) : ""}</span>
                  <span className="row-state">
                    <Tag tone={classTone(one)}>{one.state === "processed" ? (t.inbox.class[one.class] ?? one.class) : (t.inbox.state[one.state] ?? one.state)}</Tag>
                  </span>
                  <time className="row-when" dateTime={one.received_at}>{ago(language, one.received_at, Date.now())}</time>
                </RowLink>
              </li>
            ))}
          </ul>
          {found.length === 0 ? <Empty title={t.inbox.noMatch} /> : null}
          <LoadMore list={more} />
        </>
      ) : null}
    </>
  );
}
