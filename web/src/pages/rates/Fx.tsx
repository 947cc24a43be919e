/** Exchange rates as the agency sets them: one row a direction. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import * as z from "zod/mini";
import { api, ok } from "../../api/client";
import { agency, fx as fxQuery } from "../../api/queries";
import type { FxRate } from "../../api/types";
import { today } from "../../format";
import { useWords } from "../../i18n";
import { useRole } from "../../session/session";
import { Failure } from "../../ui/failure";
import { Skeleton } from "../../ui/kit";
import { ListEditor, type Column } from "../../ui/ListEditor";

interface FxWarning {
  from: string;
  to: string;
  reason: "old" | "ahead" | "missing";
  age_days?: number | null;
}

const currency = z.string().check(z.regex(/^[A-Z]{3}$/));
const row = z.object({
  from: currency,
  to: currency,
  rate: z.string().check(z.regex(/^(?!0+(\.0+)?$)\d+(\.\d+)?$/)),
  as_of: z.string().check(z.minLength(4)),
  source: z.string(),
});

const rowOf = ({ from, to, rate, as_of, source }: FxRate) => ({ from, to, rate, as_of, source });

export function FxTab() {
  const { t, zone } = useWords();
  const mayEdit = useRole() === "admin";
  const client = useQueryClient();
  const config = useQuery(agency).data?.config;
  const found = useQuery(fxQuery);
  if (found.error) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={5} tall />;
  const { needs } = t.fx;
  const columns: Column[] = [
    { name: "from", label: t.fx.from, wrong: needs.currency, cell: "text", input: { maxLength: 3 } },
    { name: "to", label: t.fx.to, wrong: needs.currency, cell: "text", input: { maxLength: 3 } },
    { name: "rate", label: t.fx.rate, wrong: needs.rate, cell: "text", look: "right", input: { inputMode: "decimal" } },
    { name: "as_of", label: t.fx.asOf, wrong: needs.date, cell: "text" },
    { name: "source", label: t.fx.source, cell: "text", look: "wide" },
  ];
  const to = config?.quoting?.display_currency ?? config?.currency ?? "";
  const warnings = (found.data as { warnings?: FxWarning[] }).warnings ?? [];
  return (
    <>
      {warnings.length > 0 ? (
        <section className="callout fx-warnings" aria-labelledby="fx-warnings">
          <h2 id="fx-warnings">{t.fx.look}</h2>
          <ul>
            {warnings.map(({ from, to: into, reason, age_days }) => (
              <li key={`${from}${into}`}>{from} → {into}: {t.fx.warning[reason](age_days ?? 0)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <ListEditor
        label={t.rates.tabs.fx}
        lead={mayEdit ? t.fx.lead : t.rates.adminOnly}
        none={t.fx.none}
        add={t.fx.add}
        saved={t.fx.saved}
        rowName={t.fx.row}
        columns={columns}
        rows={found.data.rates.map(rowOf)}
        blank={{ from: "", to, rate: "", as_of: today(zone), source: "" }}
        schema={row}
        mayEdit={mayEdit}
        save={async (rows) => {
          const saved = await ok(api.PUT("/api/v1/fx", { body: { rates: rows as unknown as FxRate[] } }));
          client.setQueryData(fxQuery.queryKey, saved);
          return saved.rates.map(rowOf);
        }}
      />
    </>
  );
}
