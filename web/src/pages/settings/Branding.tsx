/** Name and colours, with a quote mail beside them that changes as one types. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useForm, useWatch } from "react-hook-form";
import * as z from "zod/mini";
import { can } from "../../api/can";
import { isColour } from "../../text/colour";
import type { Config } from "../../api/types";
import { useWords } from "../../i18n";
import { AreaField, Field, TextField } from "../../ui/kit";
import { LogoField, logoOf } from "./Logo";
import { Preview } from "./Preview";
import { SaveFoot, useSave, type SectionProps } from "./save";

const colour = z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/));
const form = z.object({
  company_name: z.string().check(z.maxLength(120)),
  primary_color: colour,
  secondary_color: colour,
  email_signature: z.string().check(z.maxLength(2000)),
});
export type Form = z.infer<typeof form>;

export function BrandingTab({ tenant, admin }: SectionProps) {
  const { t } = useWords();
  const save = useSave(tenant);
  const branding: Partial<NonNullable<Config["branding"]>> = tenant.config.branding ?? {};
  const values: Form = {
    company_name: branding.company_name ?? "",
    primary_color: branding.primary_color ?? "#0f4c5c",
    secondary_color: branding.secondary_color ?? "#e08e45",
    email_signature: branding.email_signature ?? "",
  };
  const { register, control, handleSubmit, formState, reset, setValue } = useForm<Form>({
    resolver: zodResolver(form),
    values,
    resetOptions: { keepDirtyValues: true },
    disabled: !admin,
  });
  const typed = useWatch({ control });
  const now = admin ? ({ ...values, ...typed } as Form) : values;
  const submit = handleSubmit((branding) => save.mutate({ config: { branding } }, { onSuccess: () => reset(branding) }));

  const swatch = (name: "primary_color" | "secondary_color", label: string) => (
    <Field label={label} error={formState.errors[name] ? t.settings.badColour : undefined}>
      {(described) => (
        <div className="colour">
          <input
            type="color"
            aria-label={label}
            disabled={!admin}
            value={isColour(now[name]) ? now[name] : "#000000"}
            onChange={(event) => setValue(name, event.target.value, { shouldDirty: true, shouldValidate: true })}
          />
          <input type="text" maxLength={7} {...described} {...register(name)} />
        </div>
      )}
    </Field>
  );

  return (
    <div className="with-preview">
      <form onSubmit={(event) => void submit(event)} noValidate>
        <div className="fields one">
          {can("put /tenants/me/logo") ? <LogoField tenant={tenant} admin={admin} /> : null}
          <TextField label={t.settings.company} hint={t.settings.companyHint} {...register("company_name")} />
          {swatch("primary_color", t.settings.primary)}
          {swatch("secondary_color", t.settings.secondary)}
          <AreaField label={t.settings.signature} rows={5} {...register("email_signature")} />
        </div>
        <SaveFoot save={save} dirty={formState.isDirty} admin={admin} onDiscard={() => reset(values)} />
      </form>
      <Preview now={now} name={now.company_name || tenant.name} logo={logoOf(tenant)} />
    </div>
  );
}
