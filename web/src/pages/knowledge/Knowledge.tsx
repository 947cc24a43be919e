/** What the helpdesk answers from: documents added, changed, published, removed, and tried. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { call } from "../../api/client";
import { can } from "../../api/can";
import { documents, globalDocuments } from "../../api/queries";
import type { Document } from "../../api/records";
import { day, today } from "../../format";
import { useWords } from "../../i18n";
import { useRole } from "../../session/session";
import { useAct } from "../../ui/act";
import { Confirm } from "../../ui/dialog";
import { Failure } from "../../ui/failure";
import { PlusIcon, TrashIcon, UploadIcon } from "../../ui/icons";
import { Button, Choices, Empty, IconButton, PageHead, Skeleton, Tag } from "../../ui/kit";
import { SearchBox } from "../../ui/SearchBox";
import { LoadMore } from "../../ui/LoadMore";

const Add = lazy(() => import("./Add"));
const Uploads = lazy(() => import("./Uploads"));
const EditDocument = lazy(() => import("./EditDocument"));

type Over = "add" | "upload";
type Shelf = "own" | "global";

export default function Knowledge() {
  const { t } = useWords();
  const [over, setOver] = useState<Over>();
  const [shelf, setShelf] = useState<Shelf>("own");
  const list = useInfiniteQuery(shelf === "own" ? documents : globalDocuments);
  const every = list.data?.pages.flatMap((page) => page.items) ?? [];
  const admin = useRole() === "admin";
  const close = () => setOver(undefined);
  return (
    <>
      <PageHead title={t.knowledge.title} lead={t.knowledge.lead}>
        {admin && can("post /knowledge/uploads") ? <Button onPress={() => setOver("upload")}><UploadIcon size={16} /> {t.knowledge.upload}</Button> : null}
        {admin && can("post /knowledge/documents") ? <Button look="primary" onPress={() => setOver("add")}><PlusIcon size={16} /> {t.knowledge.add}</Button> : null}
      </PageHead>
      {can("get /admin/knowledge/documents") ? (
        <div className="toolbar">
          <Choices label={t.knowledge.shelf} value={shelf} options={(["own", "global"] as const).map((value) => ({ value, label: t.knowledge.shelves[value] }))} onChange={setShelf} />
        </div>
      ) : null}
      {list.error ? <Failure failure={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending && !list.error ? <Skeleton lines={6} tall /> : null}
      {list.data && every.length === 0 ? (
        shelf === "own" ? <Empty title={t.knowledge.none}>{t.knowledge.noneText}</Empty> : <Empty title={t.operator.noKnowledge}>{t.knowledge.globalText}</Empty>
      ) : null}
      {every.length > 0 ? (
        <>
          {can("post /helpdesk/search") && shelf === "own" ? <TestSearch /> : null}
          <ul className="list" aria-label={t.knowledge.title}>
            {every.map((one) => (
              <DocumentRow key={one.id} document={one} mayEdit={admin && shelf === "own"} />
            ))}
          </ul>
          <LoadMore list={list} />
        </>
      ) : null}
      <Suspense>
        {over === "add" ? <Add onClose={close} /> : null}
        {over === "upload" ? <Uploads onClose={close} /> : null}
      </Suspense>
    </>
  );
}

function DocumentRow({ document, mayEdit }: { document: Document; mayEdit: boolean }) {
  const { t, language, zone } = useWords();
  const [over, setOver] = useState<"edit" | "remove">();
  const remove = useAct({
    work: () => call("DELETE", `/knowledge/documents/${document.id}`),
    said: t.knowledge.removed,
    changes: ["documents"],
    then: () => setOver(undefined),
  });
  const publish = useAct({
    work: () => call("PATCH", `/knowledge/documents/${document.id}`, { version: document.version, state: "published" }),
    said: t.knowledge.published,
    changes: ["documents"],
  });
  const now = today(zone);
  const expired = document.valid_to ? document.valid_to < now : false;
  const later = document.valid_from ? document.valid_from > now : false;
  const draft = document.state === "draft";
  return (
    <li className="row static">
      <span className="row-main">
        <span className="row-who">{document.title}</span>
        <span className="row-subject">{[document.category, t.knowledge.visibilities[document.visibility], document.passages ? t.knowledge.passages(document.passages) : ""].filter(Boolean).join(", ")}</span>
      </span>
      <span className="row-state">
        {draft ? <Tag tone="amber">{t.knowledge.draft}</Tag> : expired ? <Tag tone="amber">{t.knowledge.expired}</Tag> : later ? <Tag>{t.knowledge.later(day(language, document.valid_from!))}</Tag> : null}
      </span>
      <span className="row-when">{document.valid_to ? t.knowledge.until(day(language, document.valid_to)) : t.knowledge.always}</span>
      {mayEdit ? (
        <span className="row-deeds">
          {draft ? <Button small onPress={() => publish.mutate()} isPending={publish.isPending}>{t.knowledge.publish}</Button> : null}
          {can("patch /knowledge/documents/{id}") ? <Button small look="quiet" onPress={() => setOver("edit")} aria-label={`${t.app.edit}: ${document.title}`}>{t.app.edit}</Button> : null}
          {can("delete /knowledge/documents/{id}") ? <IconButton label={`${t.app.remove}: ${document.title}`} onPress={() => setOver("remove")}><TrashIcon size={17} /></IconButton> : null}
        </span>
      ) : null}
      <Confirm title={t.knowledge.removeTitle(document.title)} open={over === "remove"} onClose={() => setOver(undefined)} onConfirm={() => remove.mutate()} confirm={t.app.remove} danger busy={remove.isPending}>
        <p>{t.knowledge.removeText}</p>
      </Confirm>
      <Suspense>{over === "edit" ? <EditDocument document={document} onClose={() => setOver(undefined)} /> : null}</Suspense>
    </li>
  );
}

interface Hits {
  hits: { passage_id: string; document_id: string; title: string; text: string; score: number }[];
}

function TestSearch() {
  const { t } = useWords();
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const found = useQuery({
    queryKey: ["helpdesk", "search", asked],
    queryFn: () => call<Hits>("POST", "/helpdesk/search", { query: asked, limit: 5 }),
    enabled: asked !== "",
  });
  return (
    <section className="panel try" aria-label={t.knowledge.tryTitle}>
      <form
        className="toolbar"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(text.trim());
        }}
      >
        <SearchBox label={t.knowledge.tryHint} value={text} onChange={setText} />
        <Button type="submit" isPending={found.isFetching}>{t.knowledge.tryTitle}</Button>
      </form>
      {found.error ? <Failure failure={found.error} /> : null}
      {found.data?.hits.length === 0 ? <p className="hint" role="status">{t.knowledge.nothingFound}</p> : null}
      <ol className="citations">
        {found.data?.hits.map((hit) => (
          <li key={hit.passage_id}>
            <div>
              <strong>{hit.title}</strong>
              <span>{hit.text}</span>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
