/** What the helpdesk answers from: documents added, removed, and tried. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { call } from "../api/client";
import { can } from "../api/can";
import { agency, documents } from "../api/queries";
import type { Document } from "../api/records";
import { day, today } from "../format";
import { useWords } from "../i18n";
import { useSession } from "../session/session";
import { Confirm, Dialog } from "../ui/dialog";
import { Failure } from "../ui/failure";
import { PlusIcon, TrashIcon } from "../ui/icons";
import { AreaField, Button, Empty, IconButton, PageHead, SearchBox, SelectField, Skeleton, Tag, TextField } from "../ui/kit";
import { LoadMore } from "../ui/LoadMore";
import { say } from "../ui/toasts";

export default function Knowledge() {
  const { t } = useWords();
  const here = useSession();
  const [adding, setAdding] = useState(false);
  const list = useInfiniteQuery(documents);
  const every = list.data?.pages.flatMap((page) => page.items) ?? [];
  const admin = here.kind === "in" && here.user.role === "admin";
  return (
    <>
      <PageHead title={t.knowledge.title} lead={t.knowledge.lead}>
        {admin && can("post /knowledge/documents") ? (
          <Button look="primary" onPress={() => setAdding(true)}><PlusIcon size={16} /> {t.knowledge.add}</Button>
        ) : null}
      </PageHead>
      {list.error ? <Failure failure={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending && !list.error ? <Skeleton lines={6} tall /> : null}
      {list.data && every.length === 0 ? <Empty title={t.knowledge.none}>{t.knowledge.noneText}</Empty> : null}
      {every.length > 0 ? (
        <>
          {can("post /helpdesk/search") ? <TestSearch /> : null}
          <ul className="list" aria-label={t.knowledge.title}>
            {every.map((one) => (
              <DocumentRow key={one.id} document={one} admin={admin} />
            ))}
          </ul>
          <LoadMore list={list} />
        </>
      ) : null}
      {adding ? <Add onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function DocumentRow({ document, admin }: { document: Document; admin: boolean }) {
  const { t, language, zone } = useWords();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => call("DELETE", `/knowledge/documents/${document.id}`),
    onSuccess: () => {
      setAsking(false);
      say(t.knowledge.removed);
      void client.invalidateQueries({ queryKey: ["documents"] });
    },
  });
  const expired = document.valid_to ? document.valid_to < today(zone) : false;
  return (
    <li className="row static">
      <span className="row-main">
        <span className="row-who">{document.title}</span>
        <span className="row-subject">
          {document.category}
        </span>
      </span>
      <span className="row-state">
        {expired ? <Tag tone="amber">{t.knowledge.expired}</Tag> : null}
      </span>
      <span className="row-when">{document.valid_to ? t.knowledge.until(day(language, document.valid_to)) : t.knowledge.always}</span>
      {admin && can("delete /knowledge/documents/{id}") ? (
        <IconButton label={`${t.app.remove}: ${document.title}`} onPress={() => setAsking(true)}><TrashIcon size={17} /></IconButton>
      ) : null}
      <Confirm title={t.knowledge.removeTitle(document.title)} open={asking} onClose={() => setAsking(false)} onConfirm={() => remove.mutate()} confirm={t.app.remove} danger busy={remove.isPending}>
        <p>{t.knowledge.removeText}</p>
        {remove.error ? <Failure failure={remove.error} /> : null}
      </Confirm>
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

const form = z.object({
  title: z.string().check(z.trim(), z.minLength(1)),
  text: z.string().check(z.trim(), z.minLength(1)),
  category: z.string(),
  valid_from: z.string(),
  valid_to: z.string(),
});
type Form = z.infer<typeof form>;

function Add({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const categories = useQuery(agency).data?.config.knowledge?.categories ?? [];
  const { register, handleSubmit, formState, setValue, getValues } = useForm<Form>({
    resolver: zodResolver(form),
    defaultValues: { title: "", text: "", category: "", valid_from: "", valid_to: "" },
  });
  const add = useMutation({
    mutationFn: (given: Form) => call("POST", "/knowledge/documents", Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""))),
    onSuccess: () => {
      say(t.knowledge.added);
      void client.invalidateQueries({ queryKey: ["documents"] });
      onClose();
    },
  });
  const take = (file: File | undefined) => {
    if (!file) return;
    void file.text().then((text) => {
      setValue("text", text, { shouldValidate: true });
      if (!getValues("title")) setValue("title", file.name.replace(/\.\w+$/, "").replaceAll(/[-_]/g, " "));
    });
  };
  return (
    <Dialog title={t.knowledge.addTitle} open onClose={onClose} wide>
      {add.error ? <Failure failure={add.error} /> : null}
      <form onSubmit={(event) => void handleSubmit((given) => add.mutate(given))(event)} noValidate>
        <div className="fields">
          <TextField wide label={t.knowledge.name} error={formState.errors.title ? t.settings.needed : undefined} {...register("title")} />
          <AreaField wide rows={10} label={t.knowledge.text} hint={t.knowledge.textHint} error={formState.errors.text ? t.settings.needed : undefined} {...register("text")} />
          <SelectField label={t.knowledge.category} {...register("category")}>
            <option value="">{t.knowledge.noCategory}</option>
            {categories.map((category) => (
              <option key={category}>{category}</option>
            ))}
          </SelectField>
          <TextField label={t.knowledge.validFrom} type="date" {...register("valid_from")} />
          <TextField label={t.knowledge.validTo} type="date" {...register("valid_to")} />
        </div>
        <div className="window-actions">
          <FileTrigger acceptedFileTypes={["text/plain", "text/markdown", ".md", ".txt"]} onSelect={(files) => take(files?.[0])}>
            <Button>{t.knowledge.fromFile}</Button>
          </FileTrigger>
          <Button type="submit" look="primary" isPending={add.isPending}>{t.knowledge.add}</Button>
        </div>
      </form>
    </Dialog>
  );
}
