/** A new agency: its record, its address and its first admin's invitation in one step. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { useAsk } from "../../api/operator";
import { useWords } from "../../i18n";
import { useAct } from "../../ui/act";
import { Dialog } from "../../ui/dialog";
import { Failure } from "../../ui/failure";
import { Button, SelectField, TextField } from "../../ui/kit";

const form = z.object({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{2,39}$/)),
  name: z.string().check(z.trim(), z.minLength(1)),
  admin_email: z.string().check(z.trim(), z.regex(/^[^@\s]+@[^@\s]+$/)),
  timezone: z.string().check(z.minLength(1)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
});
type Form = z.infer<typeof form>;

export function Create({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const ask = useAsk();
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { register, handleSubmit, formState } = useForm<Form>({ resolver: zodResolver(form), defaultValues: { timezone: here, currency: "EUR" } });
  const create = useAct({
    work: (given: Form) => ask.json("POST", "/admin/tenants", given),
    said: t.operator.made,
    changes: ["operator"],
    then: onClose,
    shown: true,
  });
  const { errors } = formState;
  const zones = [...new Set([here, "UTC", ...Intl.supportedValuesOf("timeZone")])];
  return (
    <Dialog title={t.operator.createTitle} open onClose={onClose}>
      {create.error ? <Failure failure={create.error} /> : null}
      <form onSubmit={(event) => void handleSubmit((given) => create.mutate(given))(event)} noValidate>
        <div className="fields one">
          <TextField label={t.operator.id} hint={t.operator.idHint} autoCapitalize="none" spellCheck={false} error={errors.id ? t.operator.badId : undefined} {...register("id")} />
          <TextField label={t.operator.name} error={errors.name ? t.settings.needed : undefined} {...register("name")} />
          <TextField label={t.operator.adminEmail} type="email" error={errors.admin_email ? t.settings.badEmail : undefined} {...register("admin_email")} />
          <SelectField label={t.settings.timezone} {...register("timezone")}>
            {zones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </SelectField>
          <TextField label={t.settings.currency} maxLength={3} error={errors.currency ? t.fx.needs.currency : undefined} {...register("currency")} />
        </div>
        <div className="window-actions">
          <Button onPress={onClose}>{t.app.cancel}</Button>
          <Button type="submit" look="primary" isPending={create.isPending}>{t.operator.create}</Button>
        </div>
      </form>
    </Dialog>
  );
}
