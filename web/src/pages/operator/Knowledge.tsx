/** Documents that every agency's helpdesk may answer from, and none of them may change. */
import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useAsk, type Listed } from "../../api/operator";
import type { Document } from "../../api/records";
import { day } from "../../format";
import { useWords } from "../../i18n";
import { useAct } from "../../ui/act";
import { Confirm, Dialog } from "../../ui/dialog";
import { Failure } from "../../ui/failure";
import { PlusIcon, TrashIcon } from "../../ui/icons";
import { AreaField, Button, Empty, IconButton, PageHead, Skeleton, TextField } from "../../ui/kit";

const PATH = "/admin/knowledge/documents";

export default function Knowledge() {
  const { t, language } = useWords();
  const ask = useAsk();
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Document>();
  const list = useQuery({ queryKey: ["operator", "knowledge"], queryFn: () => ask.json<Listed<Document>>("GET", `${PATH}?limit=100`), gcTime: 0 });
  const remove = useAct({
    work: (id: string) => ask.json("DELETE", `${PATH}/${id}`),
    said: t.knowledge.removed,
    changes: ["operator"],
    then: () => setLeaving(undefined),
  });
  return (
    <>
      <PageHead title={t.operator.tabs.knowledge} lead={t.operator.knowledgeLead}>
        <Button look="primary" onPress={() => setAdding(true)}><PlusIcon size={16} /> {t.knowledge.add}</Button>
      </PageHead>
      {list.error ? <Failure failure={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending && !list.error ? <Skeleton lines={5} tall /> : null}
      {list.data?.items.length === 0 ? <Empty title={t.operator.noKnowledge}>{t.operator.noKnowledgeText}</Empty> : null}
      {list.data && list.data.items.length > 0 ? (
        <ul className="list" aria-label={t.operator.tabs.knowledge}>
          {list.data.items.map((one) => (
            <li key={one.id} className="row static">
              <span className="row-main">
                <span className="row-who">{one.title}</span>
                <span className="row-subject">{one.category}</span>
              </span>
              <span className="row-when">{one.valid_to ? t.knowledge.until(day(language, one.valid_to)) : t.knowledge.always}</span>
              <IconButton label={`${t.app.remove}: ${one.title}`} onPress={() => setLeaving(one)}><TrashIcon size={17} /></IconButton>
            </li>
          ))}
        </ul>
      ) : null}
      {adding ? <Add onClose={() => setAdding(false)} /> : null}
      <Confirm title={t.knowledge.removeTitle(leaving?.title ?? "")} open={leaving !== undefined} onClose={() => setLeaving(undefined)} onConfirm={() => leaving && remove.mutate(leaving.id)} confirm={t.app.remove} danger busy={remove.isPending}>
        <p>{t.knowledge.removeText}</p>
      </Confirm>
    </>
  );
}

function Add({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const ask = useAsk();
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  const add = useAct({
    work: () => ask.json("POST", PATH, { title: title.trim(), text }),
    said: t.knowledge.added,
    changes: ["operator"],
    then: onClose,
    shown: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() && text.trim()) add.mutate();
  };
  return (
    <Dialog title={t.knowledge.addTitle} open onClose={onClose} wide>
      {add.error ? <Failure failure={add.error} /> : null}
      <form onSubmit={submit}>
        <div className="fields one">
          <TextField label={t.knowledge.name} value={title} onChange={(event) => setTitle(event.target.value)} />
          <AreaField label={t.knowledge.text} hint={t.knowledge.textHint} rows={12} value={text} onChange={(event) => setText(event.target.value)} />
        </div>
        <div className="window-actions">
          <Button onPress={onClose}>{t.app.cancel}</Button>
          <Button type="submit" look="primary" isPending={add.isPending}>{t.knowledge.add}</Button>
        </div>
      </form>
    </Dialog>
  );
}
