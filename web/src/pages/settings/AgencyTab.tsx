/** The agency itself: name, zone, currency, language, and who its mails are from. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { useWords } from "../../i18n";
import { SelectField, TextField } from "../../ui/kit";
import { SaveFoot, useSave, type SectionProps } from "./save";

const form = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  timezone: z.string().check(z.minLength(1)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  language: z.enum(["en", "de", "fr", "es", "pt", "nl"]),
  from_name: z.string(),
});
type Form = z.infer<typeof form>;

export function AgencyTab({ tenant, admin }: SectionProps) {
  const { t } = useWords();
  const save = useSave(tenant);
  const { config } = tenant;
  const values: Form = {
    name: tenant.name,
    timezone: config.timezone,
    currency: config.currency,
    language: config.language ?? "en",
    from_name: config.email?.from_name ?? "",
  };
  const { register, handleSubmit, formState, reset } = useForm<Form>({ resolver: zodResolver(form), values, resetOptions: { keepDirtyValues: true }, disabled: !admin });
  const { errors } = formState;
  const submit = handleSubmit((given) => {
    const { name, from_name, ...rest } = given;
    save.mutate({ name, config: { ...rest, email: { from_name } } }, { onSuccess: () => reset(given) });
  });
  const zones = [...new Set([config.timezone, "UTC", ...Intl.supportedValuesOf("timeZone")])];
  const languages = Object.entries(t.settings.languages);

  return (
    <form className="settings-form" onSubmit={(event) => void submit(event)} noValidate>
      <div className="fields">
        <TextField label={t.settings.agencyName} error={errors.name ? t.settings.needed : undefined} {...register("name")} />
        <TextField label={t.settings.fromName} placeholder={tenant.name} {...register("from_name")} />
        <SelectField label={t.settings.timezone} {...register("timezone")}>
          {zones.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </SelectField>
        <TextField label={t.settings.currency} maxLength={3} error={errors.currency ? t.fx.needs.currency : undefined} {...register("currency")} />
        <SelectField label={t.settings.language} {...register("language")}>
          {languages.map(([code, name]) => (
            <option key={code} value={code}>{name}</option>
          ))}
        </SelectField>
      </div>
      <SaveFoot save={save} dirty={formState.isDirty} admin={admin} onDiscard={() => reset(values)} />
    </form>
  );
}
