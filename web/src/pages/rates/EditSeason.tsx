/** One row of the sheet, changed or removed. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { api, ok } from "../../api/client";
import { can } from "../../api/can";
import type { RateRecord, RateRow } from "../../api/types";
import { useWords } from "../../i18n";
import { Confirm, Dialog } from "../../ui/dialog";
import { Failure } from "../../ui/failure";
import { Button, CheckField, TextField } from "../../ui/kit";
import { say } from "../../ui/toasts";

const decimal = z.string().check(z.regex(/^\d+(\.\d{1,4})?$/));
const form = z.object({
  valid_from: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  valid_to: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  price: decimal,
  min_nights: z.string().check(z.regex(/^\d{0,3}$/)),
  child_bands: z.string(),
  stop_sell: z.boolean(),
});
type Form = z.infer<typeof form>;

export default function EditSeason({ season, onClose }: { season: RateRecord; onClose: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const { register, handleSubmit, formState } = useForm<Form>({
    resolver: zodResolver(form),
    defaultValues: {
      valid_from: season.valid_from,
      valid_to: season.valid_to,
      price: season.price,
      min_nights: season.min_nights ? String(season.min_nights) : "",
      child_bands: season.child_bands ?? "",
      stop_sell: season.stop_sell ?? false,
    },
  });
  const done = (words: string) => {
    say(words);
    void client.invalidateQueries({ queryKey: ["rates"] });
    onClose();
  };
  const path = { params: { path: { id: season.id } } };
  const change = useMutation({
    mutationFn: ({ min_nights, ...changed }: Form) => {
      const { id: _, ...row } = season;
      const body: RateRow = { ...row, ...changed, min_nights: Number(min_nights) || 0 };
      return ok(api.PUT("/api/v1/rates/{id}", { ...path, body }));
    },
    onSuccess: () => done(t.rates.changed),
  });
  const remove = useMutation({
    mutationFn: () => ok(api.DELETE("/api/v1/rates/{id}", path)),
    onSuccess: () => done(t.rates.deleted),
  });
  const { errors } = formState;

  return (
    <Dialog title={t.rates.editTitle} open onClose={onClose}>
      <p className="lead">{season.hotel}, {season.room_type}, {t.board[season.board] ?? season.board}</p>
      {change.error ? <Failure failure={change.error} /> : null}
      {remove.error ? <Failure failure={remove.error} /> : null}
      <form onSubmit={(event) => void handleSubmit((values) => change.mutate(values))(event)} noValidate>
        <div className="fields">
          <TextField label={t.rates.from} type="date" {...register("valid_from")} error={errors.valid_from ? t.settings.needed : undefined} />
          <TextField label={t.rates.to} type="date" {...register("valid_to")} error={errors.valid_to ? t.settings.needed : undefined} />
          <TextField label={`${t.rates.price} (${season.currency}, ${t.rates.unit[season.unit]})`} inputMode="decimal" {...register("price")} error={errors.price ? t.extras.needs.price : undefined} />
          <TextField label={t.rates.minNights} inputMode="numeric" {...register("min_nights")} error={errors.min_nights ? t.settings.whole : undefined} />
          <TextField wide label={t.rates.children} hint="0-1:free;2-11:50%;12-15:120.00" {...register("child_bands")} />
          <CheckField label={t.rates.notSold} {...register("stop_sell")} />
        </div>
        <div className="window-actions">
          {can("delete /rates/{id}") ? <Button look="quiet" onPress={() => setRemoving(true)}>{t.app.remove}</Button> : null}
          <Button onPress={onClose}>{t.app.cancel}</Button>
          <Button type="submit" look="primary" isPending={change.isPending}>{t.app.save}</Button>
        </div>
      </form>
      <Confirm title={t.rates.deleteTitle} open={removing} onClose={() => setRemoving(false)} onConfirm={() => remove.mutate()} confirm={t.app.remove} danger busy={remove.isPending}>
        <p>{t.rates.deleteText}</p>
      </Confirm>
    </Dialog>
  );
}
