/** What is sold beside the rooms: one list, saved as a whole. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFieldArray, useForm } from "react-hook-form";
import * as z from "zod/mini";
import { api, ok } from "../../api/client";
import { extras as extrasQuery } from "../../api/queries";
import type { Extra } from "../../api/types";
import { useWords } from "../../i18n";
import { useSession } from "../../session/session";
import { Failure } from "../../ui/failure";
import { PlusIcon, TrashIcon } from "../../ui/icons";
import { Button, Empty, IconButton, Skeleton } from "../../ui/kit";
import { say } from "../../ui/toasts";
import { Cell } from "./Cell";

const form = z.object({
  items: z.array(
    z.object({
      code: z.string().check(z.trim(), z.minLength(1)),
      name: z.string().check(z.trim(), z.minLength(1)),
      unit: z.enum(["person", "booking", "night", "person_night"]),
      price: z.string().check(z.regex(/^\d+(\.\d{1,4})?$/)),
      currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
      optional: z.boolean(),
    }),
  ),
});
type Form = z.infer<typeof form>;

export function ExtrasTab() {
  const found = useQuery(extrasQuery);
  if (found.error) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={5} tall />;
  return <List items={found.data.items} />;
}

function List({ items }: { items: Extra[] }) {
  const { t } = useWords();
  const here = useSession();
  const client = useQueryClient();
  const admin = here.kind === "in" && here.user.role === "admin";
  const filled = (list: Extra[]) => ({ items: list.map((item) => ({ ...item, optional: item.optional ?? false })) });
  const { register, control, handleSubmit, formState, reset } = useForm<Form>({ resolver: zodResolver(form), values: filled(items), disabled: !admin });
  const { fields, append, remove } = useFieldArray({ control, name: "items" });
  const save = useMutation({
    mutationFn: (values: Form) => ok(api.PUT("/api/v1/extras", { body: values })),
    onSuccess: (saved) => {
      client.setQueryData(extrasQuery.queryKey, saved);
      reset(filled(saved.items));
      say(t.extras.saved);
    },
  });
  const currency = items[0]?.currency ?? "";
  const add = () => append({ code: "", name: "", unit: "person", price: "", currency, optional: false });

  return (
    <form onSubmit={(event) => void handleSubmit((values) => save.mutate(values))(event)} noValidate>
      <p className="lead tab-lead">{admin ? t.extras.lead : t.rates.adminOnly}</p>
      {save.error ? <Failure failure={save.error} /> : null}
      {fields.length === 0 ? (
        <Empty title={t.extras.none} />
      ) : (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={t.rates.tabs.extras}>
          <table className="sheet">
            <thead>
              <tr>
                <th scope="col">{t.extras.code}</th>
                <th scope="col" className="w-wide">{t.extras.name}</th>
                <th scope="col">{t.extras.unit}</th>
                <th scope="col" className="right">{t.extras.price}</th>
                <th scope="col">{t.extras.currency}</th>
                <th scope="col">{t.extras.optional}</th>
                <th scope="col"><span className="visually-hidden">{t.app.remove}</span></th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field, at) => {
                const wrong = formState.errors.items?.[at];
                const row = `${t.trace.extra} ${at + 1}`;
                return (
                  <tr key={field.id}>
                    <Cell label={`${t.extras.code}, ${row}`} error={wrong?.code ? t.extras.needs.code : undefined} {...register(`items.${at}.code`)} />
                    <Cell label={`${t.extras.name}, ${row}`} error={wrong?.name ? t.extras.needs.name : undefined} {...register(`items.${at}.name`)} />
                    <td>
                      <select aria-label={`${t.extras.unit}, ${row}`} {...register(`items.${at}.unit`)}>
                        {(["person", "booking", "night", "person_night"] as const).map((unit) => (
                          <option key={unit} value={unit}>{t.extras.units[unit]}</option>
                        ))}
                      </select>
                    </td>
                    <Cell right inputMode="decimal" label={`${t.extras.price}, ${row}`} error={wrong?.price ? t.extras.needs.price : undefined} {...register(`items.${at}.price`)} />
                    <Cell label={`${t.extras.currency}, ${row}`} maxLength={3} error={wrong?.currency ? t.extras.needs.currency : undefined} {...register(`items.${at}.currency`)} />
                    <td className="center"><input type="checkbox" aria-label={`${t.extras.optional}, ${row}`} {...register(`items.${at}.optional`)} /></td>
                    <td>{admin ? <IconButton label={`${t.app.remove}: ${row}`} onPress={() => remove(at)}><TrashIcon size={17} /></IconButton> : null}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {admin ? (
        <div className="form-foot">
          <Button onPress={add}><PlusIcon size={16} /> {t.extras.add}</Button>
          <Button type="submit" look="primary" isPending={save.isPending} isDisabled={!formState.isDirty}>{t.app.save}</Button>
          {formState.isDirty ? <Button look="quiet" onPress={() => reset(filled(items))}>{t.app.discard}</Button> : null}
        </div>
      ) : null}
    </form>
  );
}
