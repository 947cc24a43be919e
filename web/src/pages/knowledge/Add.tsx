/** A document written or pasted here. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { call } from "../../api/client";
import { agency } from "../../api/queries";
import { useWords } from "../../i18n";
import { useAct } from "../../ui/act";
import { Dialog } from "../../ui/dialog";
import { Failure } from "../../ui/failure";
import { AreaField, Button, SelectField, TextField } from "../../ui/kit";

const form = z.object({
  title: z.string().check(z.trim(), z.minLength(1)),
  text: z.string().check(z.trim(), z.minLength(1)),
  category: z.string(),
  valid_from: z.string(),
  valid_to: z.string(),
});
type Form = z.infer<typeof form>;

export default function Add({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const categories = useQuery(agency).data?.config.knowledge?.categories ?? [];
  const { register, handleSubmit, formState } = useForm<Form>({
    resolver: zodResolver(form),
    defaultValues: { title: "", text: "", category: "", valid_from: "", valid_to: "" },
  });
  const add = useAct({
    work: (given: Form) => call("POST", "/knowledge/documents", Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""))),
    said: t.knowledge.added,
    changes: ["documents"],
    then: onClose,
    shown: true,
  });
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
          <Button onPress={onClose}>{t.app.cancel}</Button>
          <Button type="submit" look="primary" isPending={add.isPending}>{t.knowledge.add}</Button>
        </div>
      </form>
    </Dialog>
  );
}
