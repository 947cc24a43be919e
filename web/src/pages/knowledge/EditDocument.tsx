/** A document of the agency's own: its words, and how long they hold. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { call } from "../../api/client";
import { agency } from "../../api/queries";
import type { Document } from "../../api/records";
import { useWords } from "../../i18n";
import { useAct } from "../../ui/act";
import { Dialog } from "../../ui/dialog";
import { Failure } from "../../ui/failure";
import { AreaField, Button, SelectField, Skeleton, TextField } from "../../ui/kit";

const form = z.object({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  text: z.string().check(z.trim(), z.minLength(1)),
  category: z.string(),
  valid_from: z.string(),
  valid_to: z.string(),
});
type Form = z.infer<typeof form>;

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
  const categories = useQuery(agency).data?.config.knowledge?.categories ?? [];
  const before: Form = {
    title: document.title,
    text: document.text ?? "",
    category: document.category ?? "",
    valid_from: document.valid_from ?? "",
    valid_to: document.valid_to ?? "",
  };
  const { register, handleSubmit, formState } = useForm<Form>({ resolver: zodResolver(form), defaultValues: before });
  const save = useAct({
    work: (given: Form) => {
      const changed = (Object.keys(given) as (keyof Form)[]).filter((name) => given[name] !== before[name]);
      const change = Object.fromEntries(changed.map((name) => [name, given[name] || null]));
      return call("PATCH", `/knowledge/documents/${document.id}`, { version: document.version, ...change });
    },
    said: t.knowledge.changed,
    changes: ["documents"],
    then: onClose,
    shown: true,
  });
  const { errors } = formState;
  return (
    <>
      {save.error ? <Failure failure={save.error} /> : null}
      <form onSubmit={(event) => void handleSubmit((given) => save.mutate(given))(event)} noValidate>
        <div className="fields">
          <TextField wide label={t.knowledge.name} error={errors.title ? t.settings.needed : undefined} {...register("title")} />
          <AreaField wide rows={12} label={t.knowledge.text} hint={t.knowledge.textHint} error={errors.text ? t.settings.needed : undefined} {...register("text")} />
          <SelectField label={t.knowledge.category} {...register("category")}>
            <option value="">{t.knowledge.noCategory}</option>
            {[...new Set([...categories, ...(document.category ? [document.category] : [])])].map((category) => (
              <option key={category}>{category}</option>
            ))}
          </SelectField>
          <TextField label={t.knowledge.validFrom} type="date" {...register("valid_from")} />
          <TextField label={t.knowledge.validTo} type="date" {...register("valid_to")} />
        </div>
        <div className="window-actions">
          <Button onPress={onClose}>{t.app.cancel}</Button>
          <Button type="submit" look="primary" isPending={save.isPending} isDisabled={!formState.isDirty}>{t.app.save}</Button>
        </div>
      </form>
    </>
  );
}
