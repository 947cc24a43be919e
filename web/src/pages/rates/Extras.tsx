/** What is sold beside the rooms: one list, saved as a whole. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import * as z from "zod/mini";
import { api, ok } from "../../api/client";
import { extras as extrasQuery } from "../../api/queries";
import type { Extra } from "../../api/types";
import { useWords } from "../../i18n";
import { useRole } from "../../session/session";
import { Failure } from "../../ui/failure";
import { Skeleton } from "../../ui/kit";
import { ListEditor, type Column } from "../../ui/ListEditor";

const UNITS = ["person", "booking", "night", "person_night"] as const;
const row = z.object({
  code: z.string().check(z.trim(), z.minLength(1)),
  name: z.string().check(z.trim(), z.minLength(1)),
  unit: z.enum(UNITS),
  price: z.string().check(z.regex(/^\d+(\.\d{1,4})?$/)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  optional: z.boolean(),
});

const rowOf = (item: Extra) => ({ ...item, optional: item.optional ?? false });

export function ExtrasTab() {
  const { t } = useWords();
  const mayEdit = useRole() === "admin";
  const client = useQueryClient();
  const found = useQuery(extrasQuery);
  if (found.error) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={5} tall />;
  const { items } = found.data;
  const { needs } = t.extras;
  const columns: Column[] = [
    { name: "code", label: t.extras.code, wrong: needs.code, cell: "text" },
    { name: "name", label: t.extras.name, wrong: needs.name, cell: "text", look: "wide" },
    { name: "unit", label: t.extras.unit, cell: UNITS.map((value) => ({ value, label: t.extras.units[value] })) },
    { name: "price", label: t.extras.price, wrong: needs.price, cell: "text", look: "right", input: { inputMode: "decimal" } },
    { name: "currency", label: t.extras.currency, wrong: needs.currency, cell: "text", input: { maxLength: 3 } },
    { name: "optional", label: t.extras.optional, cell: "tick" },
  ];
  return (
    <ListEditor
      label={t.rates.tabs.extras}
      lead={mayEdit ? t.extras.lead : t.rates.adminOnly}
      none={t.extras.none}
      add={t.extras.add}
      saved={t.extras.saved}
      rowName={t.trace.extra}
      columns={columns}
      rows={items.map(rowOf)}
      blank={{ code: "", name: "", unit: "person", price: "", currency: items[0]?.currency ?? "", optional: false }}
      schema={row}
      mayEdit={mayEdit}
      save={async (rows) => {
        const saved = await ok(api.PUT("/api/v1/extras", { body: { items: rows as unknown as Extra[] } }));
        client.setQueryData(extrasQuery.queryKey, saved);
        return saved.items.map(rowOf);
      }}
    />
  );
}
