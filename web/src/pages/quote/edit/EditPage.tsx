/** A draft under the hands of a consultant: who and when, which alternatives, which extras; prices follow at once. */
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api, call, ok } from "../../../api/client";
import { extras as extrasQuery, quote as quoteQuery } from "../../../api/queries";
import type { Extra, Offer, Quote } from "../../../api/types";
import { useWords } from "../../../i18n";
import { useAct } from "../../../ui/act";
import { Failure } from "../../../ui/failure";
import { BackIcon } from "../../../ui/icons";
import { Button, CheckField, Empty, PageHead, SelectField, Skeleton, TextField } from "../../../ui/kit";
import { useSettled } from "../../../ui/settled";
import { Rooms } from "../../Rooms";
import { Alternatives } from "./Alternatives";
import { changeOf, draftOf, requestOf, type Draft, type ExtraChoice } from "./draft";
import { More } from "./More";

export default function EditPage() {
  const { id } = useParams({ from: "/agency/quotes/$id/edit" });
  const { t } = useWords();
  const found = useQuery({ ...quoteQuery(id), refetchInterval: false });
  const list = useQuery(extrasQuery).data?.items;
  return (
    <>
      <Link to="/quotes/$id" params={{ id }} className="way-back"><BackIcon size={16} /> {found.data?.number ?? t.quotes.title}</Link>
      {found.error && !found.data ? <Failure failure={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending || !list ? <Skeleton lines={8} tall /> : null}
      {found.data && found.data.state !== "draft" ? <Empty title={t.editor.frozen}>{t.editor.frozenText}</Empty> : null}
      {found.data?.state === "draft" && list ? <Desk quote={found.data} list={list} key={found.data.version} /> : null}
    </>
  );
}

function Desk({ quote, list }: { quote: Quote; list: Extra[] }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [before] = useState(() => draftOf(quote, list));
  const [draft, setDraft] = useState(before);
  const change = (next: Partial<Draft>) => setDraft((now) => ({ ...now, ...next }));
  const dirty = draft !== before;
  const request = requestOf(draft);
  const save = useAct({
    work: () => call<Quote>("PATCH", `/quotes/${quote.id}`, changeOf(before, draft, quote.version)),
    said: t.editor.saved,
    changes: ["quotes"],
    then: (saved) => {
      client.setQueryData(quoteQuery(quote.id).queryKey, saved);
      void navigate({ to: "/quotes/$id", params: { id: quote.id } });
    },
    shown: true,
  });
  const offer = usePrices(draft, quote);
  return (
    <>
      <PageHead title={t.editor.title(quote.traveller.name || quote.number)} lead={t.editor.lead}>
        <Link to="/quotes/$id" params={{ id: quote.id }} className="button plain">{dirty ? t.app.discard : t.app.close}</Link>
        <Button look="primary" isDisabled={!dirty || !request || draft.options.length === 0} isPending={save.isPending} onPress={() => save.mutate()}>{t.editor.save}</Button>
      </PageHead>
      {save.error ? <Failure failure={save.error} /> : null}
      <div className="workbench">
        <Request draft={draft} change={change} />
        <div className="editor">
          <Alternatives draft={draft} quote={quote} offer={offer.data} busy={offer.isFetching} onChange={(options) => change({ options })} />
          <More draft={draft} offer={offer.data} onAdd={(choice) => change({ options: [...draft.options, choice] })} />
        </div>
      </div>
    </>
  );
}

/** Today's prices of the request, for the hotels chosen and for others nearby. */
function usePrices(draft: Draft, quote: Quote) {
  const settled = useSettled(draft, 250);
  const request = requestOf(settled);
  const destination = quote.options[0]?.destination;
  const asked = request && { ...request, ...(destination ? { destination } : {}), limit: 100, ...(settled.estimate ? { estimate: "last_season" as const } : {}) };
  return useQuery({
    queryKey: ["price", "editor", asked],
    queryFn: ({ signal }) => ok(api.POST("/api/v1/quotes/price", { body: asked!, signal })) as Promise<Offer>,
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
  });
}

function Request({ draft, change }: { draft: Draft; change: (next: Partial<Draft>) => void }) {
  const { t } = useWords();
  const extras = useQuery(extrasQuery).data?.items ?? [];
  const treat = (code: string, choice: string) => {
    const { [code]: _, ...rest } = draft.extras;
    change({ extras: choice ? { ...rest, [code]: choice as ExtraChoice } : rest });
  };
  return (
    <form className="panel workbench-form" onSubmit={(event) => event.preventDefault()}>
      <fieldset className="dates">
        <legend className="visually-hidden">{t.fields.dates}</legend>
        <TextField label={t.price.checkIn} type="date" value={draft.check_in} onChange={(event) => change({ check_in: event.target.value })} />
        <TextField
          label={t.price.checkOut}
          type="date"
          min={draft.check_in}
          value={draft.check_out}
          error={draft.check_out <= draft.check_in ? t.price.badDates : undefined}
          onChange={(event) => change({ check_out: event.target.value })}
        />
      </fieldset>
      <Rooms rooms={draft.rooms} onChange={(rooms) => change({ rooms })} />
      {extras.length > 0 ? (
        <fieldset className="extras">
          <legend>{t.rates.tabs.extras}</legend>
          {extras.map((extra) => (
            <SelectField key={extra.code} label={extra.name} value={draft.extras[extra.code] ?? ""} onChange={(event) => treat(extra.code, event.target.value)}>
              <option value="">{extra.optional ? t.editor.asListOptional : t.editor.asListIncluded}</option>
              {(["included", "optional", "left_out"] as const).map((choice) => (
                <option key={choice} value={choice}>{t.editor.extra[choice]}</option>
              ))}
            </SelectField>
          ))}
        </fieldset>
      ) : null}
      <CheckField label={t.price.estimate} hint={t.price.estimateHint} checked={draft.estimate} onChange={(event) => change({ estimate: event.target.checked })} />
    </form>
  );
}
