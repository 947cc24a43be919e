/** A document of the agency's own: its words, and how long they hold. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { call } from "../../api/client";
import type { Document } from "../../api/records";
import { useWords } from "../../i18n";
import { useAct } from "../../ui/act";
import { Dialog } from "../../ui/dialog";
import { Failure } from "../../ui/failure";
import { Button, Skeleton } from "../../ui/kit";
import { documentForm, DocumentFields, type DocumentForm } from "./fields";

export default function EditDocument({ document, onClose }: { document: Document; onClose: () => void }) {
  const { t } = useWords();
  const found = useQuery({ queryKey: ["documents", document.id], queryFn: () => call<Document>("GET", `/knowledge/documents/${document.id}`) });
  return (
    <Dialog title={document.title} open onClose={onClose} wide>
      {found.error ? <Failure failure={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Skeleton lines={8} /> : null}
      {found.data ? <Sheet document={found.data} onClose={onClose} key={found.data.version} /> : null}
      {found.data ? null : <div className="window-actions"><Button onPress={onClose}>{t.app.close}</Button></div>}
    </Dialog>
  );
}

function Sheet({ document, onClose }: { document: Document; onClose: () => void }) {
  const { t } = useWords();
  const before: DocumentForm = {
    title: document.title,
    text: document.text ?? "",
    category: document.category ?? "",
    visibility: document.visibility,
    valid_from: document.valid_from ?? "",
    valid_to: document.valid_to ?? "",
  };
  const { register, handleSubmit, formState } = useForm<DocumentForm>({ resolver: zodResolver(documentForm), defaultValues: before });
  const save = useAct({
    work: (given: DocumentForm) => {
      const changed = (Object.keys(given) as (keyof DocumentForm)[]).filter((name) => given[name] !== before[name]);
      const change = Object.fromEntries(changed.map((name) => [name, given[name] || null]));
      return call("PATCH", `/knowledge/documents/${document.id}`, { version: document.version, ...change });
    },
    said: t.knowledge.changed,
    changes: ["documents"],
    then: onClose,
    shown: true,
  });
  return (
    <>
      {save.error ? <Failure failure={save.error} /> : null}
      <form onSubmit={(event) => void handleSubmit((given) => save.mutate(given))(event)} noValidate>
        <DocumentFields register={register} errors={formState.errors} category={document.category} />
        <div className="window-actions">
          <Button onPress={onClose}>{t.app.cancel}</Button>
          <Button type="submit" look="primary" isPending={save.isPending} isDisabled={!formState.isDirty}>{t.app.save}</Button>
        </div>
      </form>
    </>
  );
}
