/** The places an agency sells and the people who look after travellers: two lists of the same kind. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useFieldArray, useForm } from "react-hook-form";
import * as z from "zod/mini";
import { useWords } from "../../i18n";
import { PlusIcon, TrashIcon } from "../../ui/icons";
import { Button, Empty, IconButton } from "../../ui/kit";
import { Cell } from "../rates/Cell";
import { SaveFoot, useSave, type SectionProps } from "./save";

const places = z.object({
  list: z.array(z.object({ name: z.string().check(z.trim(), z.minLength(1)), code: z.string(), aliases: z.string(), enabled: z.boolean() })),
});
type Places = z.infer<typeof places>;

export function DestinationsTab({ tenant, admin }: SectionProps) {
  const { t } = useWords();
  const save = useSave(tenant);
  const list = (tenant.config.destinations ?? []).map((place) => ({
    name: place.name,
    code: place.code ?? "",
    aliases: (place.aliases ?? []).join(", "),
    enabled: place.enabled ?? true,
  }));
  const { register, control, handleSubmit, formState, reset } = useForm<Places>({ resolver: zodResolver(places), values: { list }, resetOptions: { keepDirtyValues: true }, disabled: !admin });
  const { fields, append, remove } = useFieldArray({ control, name: "list" });
  const submit = handleSubmit((given) => {
    const destinations = given.list.map((place) => ({
      ...place,
      aliases: place.aliases.split(",").map((alias) => alias.trim()).filter(Boolean),
    }));
    save.mutate({ config: { destinations } }, { onSuccess: () => reset(given) });
  });

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {fields.length === 0 ? <Empty title={t.settings.noDestinations} /> : (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={t.settings.tabs.destinations}>
          <table className="sheet">
            <thead>
              <tr>
                <th scope="col">{t.settings.destinationName}</th>
                <th scope="col" className="w-code">{t.settings.code}</th>
                <th scope="col" className="w-wide">{t.settings.aliases} <span className="hint">{t.settings.aliasesHint}</span></th>
                <th scope="col">{t.settings.enabled}</th>
                <th scope="col"><span className="visually-hidden">{t.app.remove}</span></th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field, at) => (
                <tr key={field.id}>
                  <Cell label={`${t.settings.destinationName} ${at + 1}`} error={formState.errors.list?.[at]?.name ? t.settings.needed : undefined} {...register(`list.${at}.name`)} />
                  <Cell label={`${t.settings.code} ${at + 1}`} {...register(`list.${at}.code`)} />
                  <Cell label={`${t.settings.aliases} ${at + 1}`} {...register(`list.${at}.aliases`)} />
                  <td className="center"><input type="checkbox" aria-label={`${t.settings.enabled} ${at + 1}`} {...register(`list.${at}.enabled`)} /></td>
                  <td>{admin ? <IconButton label={`${t.app.remove}: ${field.name}`} onPress={() => remove(at)}><TrashIcon size={17} /></IconButton> : null}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <SaveFoot save={save} dirty={formState.isDirty} admin={admin} onDiscard={() => reset({ list })}>
        <Button onPress={() => append({ name: "", code: "", aliases: "", enabled: true })}><PlusIcon size={16} /> {t.settings.addDestination}</Button>
      </SaveFoot>
    </form>
  );
}

const people = z.object({
  list: z.array(z.object({ name: z.string().check(z.trim(), z.minLength(1)), email: z.string().check(z.regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/)), active: z.boolean() })),
});
type People = z.infer<typeof people>;

export function ConsultantsTab({ tenant, admin }: SectionProps) {
  const { t } = useWords();
  const save = useSave(tenant);
  const list = (tenant.config.consultants ?? []).map((one) => ({ name: one.name, email: one.email, active: one.active ?? true }));
  const { register, control, handleSubmit, formState, reset } = useForm<People>({ resolver: zodResolver(people), values: { list }, resetOptions: { keepDirtyValues: true }, disabled: !admin });
  const { fields, append, remove } = useFieldArray({ control, name: "list" });
  const submit = handleSubmit((given) => save.mutate({ config: { consultants: given.list } }, { onSuccess: () => reset(given) }));

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {fields.length === 0 ? <Empty title={t.settings.noConsultants} /> : (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={t.settings.tabs.consultants}>
          <table className="sheet">
            <thead>
              <tr>
                <th scope="col">{t.settings.consultantName}</th>
                <th scope="col" className="w-wide">{t.settings.consultantEmail}</th>
                <th scope="col">{t.settings.active}</th>
                <th scope="col"><span className="visually-hidden">{t.app.remove}</span></th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field, at) => {
                const wrong = formState.errors.list?.[at];
                return (
                  <tr key={field.id}>
                    <Cell label={`${t.settings.consultantName} ${at + 1}`} error={wrong?.name ? t.settings.needed : undefined} {...register(`list.${at}.name`)} />
                    <Cell label={`${t.settings.consultantEmail} ${at + 1}`} type="email" error={wrong?.email ? t.settings.badEmail : undefined} {...register(`list.${at}.email`)} />
                    <td className="center"><input type="checkbox" aria-label={`${t.settings.active} ${at + 1}`} {...register(`list.${at}.active`)} /></td>
                    <td>{admin ? <IconButton label={`${t.app.remove}: ${field.name}`} onPress={() => remove(at)}><TrashIcon size={17} /></IconButton> : null}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <SaveFoot save={save} dirty={formState.isDirty} admin={admin} onDiscard={() => reset({ list })}>
        <Button onPress={() => append({ name: "", email: "", active: true })}><PlusIcon size={16} /> {t.settings.addConsultant}</Button>
      </SaveFoot>
    </form>
  );
}
