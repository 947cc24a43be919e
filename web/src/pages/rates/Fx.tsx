/** Exchange rates as the agency sets them: one row a direction. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFieldArray, useForm } from "react-hook-form";
import * as z from "zod/mini";
import { api, ok } from "../../api/client";
import { agency, fx as fxQuery } from "../../api/queries";
import type { FxRate } from "../../api/types";
import { today } from "../../format";
import { useWords } from "../../i18n";
import { useSession } from "../../session/session";
import { Failure } from "../../ui/failure";
import { PlusIcon, TrashIcon } from "../../ui/icons";
import { Button, Empty, IconButton, Skeleton } from "../../ui/kit";
import { say } from "../../ui/toasts";
import { Cell } from "./Cell";

const currency = z.string().check(z.regex(/^[A-Z]{3}$/));
const form = z.object({
  rates: z.array(
    z.object({
      from: currency,
      to: currency,
      rate: z.string().check(z.regex(/^(?!0+(\.0+)?$)\d+(\.\d+)?$/)),
      as_of: z.string().check(z.minLength(4)),
      source: z.string(),
    }),
  ),
});
type Form = z.infer<typeof form>;

export function FxTab() {
  const found = useQuery(fxQuery);
  if (found.error) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={5} tall />;
  return <List rates={found.data.rates} />;
}

function List({ rates }: { rates: FxRate[] }) {
  const { t, zone } = useWords();
  const here = useSession();
  const client = useQueryClient();
  const config = useQuery(agency).data?.config;
  const admin = here.kind === "in" && here.user.role === "admin";
  const { register, control, handleSubmit, formState, reset } = useForm<Form>({ resolver: zodResolver(form), values: { rates }, disabled: !admin });
  const { fields, append, remove } = useFieldArray({ control, name: "rates" });
  const save = useMutation({
    mutationFn: (values: Form) => ok(api.PUT("/api/v1/fx", { body: values })),
    onSuccess: (saved) => {
      client.setQueryData(fxQuery.queryKey, saved);
      reset(saved);
      say(t.fx.saved);
    },
  });
  const to = config?.quoting?.display_currency ?? config?.currency ?? "";

  return (
    <form onSubmit={(event) => void handleSubmit((values) => save.mutate(values))(event)} noValidate>
      <p className="lead tab-lead">{admin ? t.fx.lead : t.rates.adminOnly}</p>
      {save.error ? <Failure failure={save.error} /> : null}
      {fields.length === 0 ? (
        <Empty title={t.fx.none} />
      ) : (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={t.rates.tabs.fx}>
          <table className="sheet">
            <thead>
              <tr>
                <th scope="col">{t.fx.from}</th>
                <th scope="col">{t.fx.to}</th>
                <th scope="col" className="right">{t.fx.rate}</th>
                <th scope="col">{t.fx.asOf}</th>
                <th scope="col" className="w-wide">{t.fx.source}</th>
                <th scope="col"><span className="visually-hidden">{t.app.remove}</span></th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field, at) => {
                const wrong = formState.errors.rates?.[at];
                const row = `${t.fx.rate} ${at + 1}`;
                return (
                  <tr key={field.id}>
                    <Cell label={`${t.fx.from}, ${row}`} maxLength={3} error={wrong?.from ? t.fx.needs.currency : undefined} {...register(`rates.${at}.from`)} />
                    <Cell label={`${t.fx.to}, ${row}`} maxLength={3} error={wrong?.to ? t.fx.needs.currency : undefined} {...register(`rates.${at}.to`)} />
                    <Cell right inputMode="decimal" label={row} error={wrong?.rate ? t.fx.needs.rate : undefined} {...register(`rates.${at}.rate`)} />
                    <Cell label={`${t.fx.asOf}, ${row}`} error={wrong?.as_of ? t.fx.needs.date : undefined} {...register(`rates.${at}.as_of`)} />
                    <Cell label={`${t.fx.source}, ${row}`} {...register(`rates.${at}.source`)} />
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
          <Button onPress={() => append({ from: "", to, rate: "", as_of: today(zone), source: "" })}><PlusIcon size={16} /> {t.fx.add}</Button>
          <Button type="submit" look="primary" isPending={save.isPending} isDisabled={!formState.isDirty}>{t.app.save}</Button>
          {formState.isDirty ? <Button look="quiet" onPress={() => reset({ rates })}>{t.app.discard}</Button> : null}
        </div>
      ) : null}
    </form>
  );
}
