/** How quotes are made and when they may go out by themselves. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import type { Config } from "../../api/types";
import { useWords } from "../../i18n";
import { AreaField, CheckField, SelectField, TextField } from "../../ui/kit";
import { SaveFoot, useSave, type SectionProps } from "./save";

const FIELDS = ["destinations", "dates", "adults", "nights", "child_ages", "budget", "board", "stars", "origin", "contact"];
const percent = z.string().check(z.regex(/^\d{1,3}(\.\d+)?$/));
const whole = z.string().check(z.regex(/^\d{1,3}$/));
const form = z.object({
  validity_days: whole,
  follow_up_days: whole,
  display_currency: z.string().check(z.regex(/^([A-Z]{3})?$/)),
  markup_pct: percent,
  margin_floor_pct: percent,
  fx_buffer_pct: percent,
  rounding_step: z.string().check(z.regex(/^\d+(\.\d+)?$/)),
  auto_send: z.enum(["off", "gated"]),
  auto_send_cap: z.string().check(z.regex(/^(\d+(\.\d+)?)?$/)),
  terms: z.string().check(z.maxLength(5000)),
  required: z.array(z.string()),
  deposit_pct: percent,
  deposit_days: whole,
  balance_days: whole,
});
type Form = z.infer<typeof form>;

export function QuotingTab({ tenant, admin }: SectionProps) {
  const { t } = useWords();
  const save = useSave(tenant);
  const quoting: Partial<NonNullable<Config["quoting"]>> = tenant.config.quoting ?? {};
  const booking: Partial<NonNullable<Config["booking"]>> = tenant.config.booking ?? {};
  const values: Form = {
    validity_days: String(quoting.validity_days ?? 14),
    follow_up_days: String(quoting.follow_up_days ?? 3),
    display_currency: quoting.display_currency ?? "",
    markup_pct: quoting.markup_pct ?? "0",
    margin_floor_pct: quoting.margin_floor_pct ?? "0",
    fx_buffer_pct: quoting.fx_buffer_pct ?? "0",
    rounding_step: quoting.rounding_step ?? "0",
    auto_send: quoting.auto_send ?? "off",
    auto_send_cap: quoting.auto_send_cap ?? "",
    terms: quoting.terms ?? "",
    required: tenant.config.required_enquiry_fields ?? [],
    deposit_pct: booking.deposit_pct ?? "25",
    deposit_days: String(booking.deposit_days ?? 7),
    balance_days: String(booking.balance_days ?? 45),
  };
  const { register, handleSubmit, formState, reset } = useForm<Form>({
    resolver: zodResolver(form),
    values,
    resetOptions: { keepDirtyValues: true },
    disabled: !admin,
  });
  const { errors } = formState;
  const submit = handleSubmit((given) => {
    const { required, validity_days, follow_up_days, display_currency, auto_send_cap, deposit_pct, deposit_days, balance_days, ...rest } = given;
    const changed = {
      ...rest,
      validity_days: Number(validity_days),
      follow_up_days: Number(follow_up_days),
      display_currency: display_currency || null,
      auto_send_cap: auto_send_cap || null,
    };
    const terms = { deposit_pct, deposit_days: Number(deposit_days), balance_days: Number(balance_days) };
    save.mutate({ config: { quoting: changed, booking: terms, required_enquiry_fields: required } }, { onSuccess: () => reset(given) });
  });

  return (
    <form className="settings-form" onSubmit={(event) => void submit(event)} noValidate>
      <div className="fields">
        <TextField label={t.settings.markup} inputMode="decimal" error={errors.markup_pct ? t.settings.number : undefined} {...register("markup_pct")} />
        <TextField label={t.settings.floor} hint={t.settings.floorHint} inputMode="decimal" error={errors.margin_floor_pct ? t.settings.number : undefined} {...register("margin_floor_pct")} />
        <TextField label={t.settings.fxBuffer} inputMode="decimal" error={errors.fx_buffer_pct ? t.settings.number : undefined} {...register("fx_buffer_pct")} />
        <TextField label={t.settings.step} hint={t.settings.stepHint} inputMode="decimal" error={errors.rounding_step ? t.settings.number : undefined} {...register("rounding_step")} />
        <TextField label={t.settings.displayCurrency} maxLength={3} placeholder={tenant.config.currency} error={errors.display_currency ? t.fx.needs.currency : undefined} {...register("display_currency")} />
        <TextField label={t.settings.validity} inputMode="numeric" error={errors.validity_days ? t.settings.whole : undefined} {...register("validity_days")} />
        <TextField label={t.settings.followUp} hint={t.settings.followUpHint} inputMode="numeric" error={errors.follow_up_days ? t.settings.whole : undefined} {...register("follow_up_days")} />
      </div>
      <div className="fields">
        <SelectField label={t.settings.autoSend} {...register("auto_send")}>
          <option value="off">{t.settings.autoSendOff}</option>
          <option value="gated">{t.settings.autoSendGated}</option>
        </SelectField>
        <TextField label={t.settings.cap} hint={t.settings.capHint} inputMode="decimal" error={errors.auto_send_cap ? t.settings.number : undefined} {...register("auto_send_cap")} />
      </div>
      <fieldset className="required-fields">
        <legend>{t.settings.payments}</legend>
        <p className="hint">{t.settings.paymentsHint}</p>
        <div className="fields">
          <TextField label={t.settings.deposit} inputMode="decimal" error={errors.deposit_pct ? t.settings.number : undefined} {...register("deposit_pct")} />
          <TextField label={t.settings.depositDays} inputMode="numeric" error={errors.deposit_days ? t.settings.whole : undefined} {...register("deposit_days")} />
          <TextField label={t.settings.balanceDays} inputMode="numeric" error={errors.balance_days ? t.settings.whole : undefined} {...register("balance_days")} />
        </div>
      </fieldset>
      <fieldset className="required-fields">
        <legend>{t.settings.required}</legend>
        <p className="hint">{t.settings.requiredHint}</p>
        <div>
          {FIELDS.map((name) => (
            <CheckField key={name} label={t.fields[name] ?? name} value={name} {...register("required")} />
          ))}
        </div>
      </fieldset>
      <AreaField wide label={t.settings.terms} rows={6} {...register("terms")} />
      <SaveFoot save={save} dirty={formState.isDirty} admin={admin} onDiscard={() => reset(values)} />
    </form>
  );
}
