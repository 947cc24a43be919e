/** News for long lists: only their first page is asked for again, and what is new or changed in it is put in its place. */
import type { InfiniteData, QueryClient } from "@tanstack/react-query";

interface Page {
  items: { id: string }[];
  next_cursor?: string | null;
}

/** A list of no more than this is simply asked for again. */
const SHORT = 200;

export function isLong(pages: { items: unknown[] }[] | undefined): boolean {
  return (pages ?? []).reduce((all, page) => all + page.items.length, 0) > SHORT;
}

export async function refreshed(client: QueryClient, key: string) {
  for (const query of client.getQueryCache().findAll({ queryKey: [key, "list"] })) {
    const before = query.state.data as InfiniteData<Page> | undefined;
    const ask = query.options.queryFn;
    if (!before || !isLong(before.pages) || typeof ask !== "function") {
      void client.invalidateQueries({ queryKey: query.queryKey });
      continue;
    }
    const context = { client, queryKey: query.queryKey, pageParam: "", direction: "forward" as const, signal: new AbortController().signal, meta: undefined };
    const first = (await ask(context)) as Page;
    client.setQueryData<InfiniteData<Page>>(query.queryKey, (now) => now && spliced(now, first));
  }
}

/** The list with a newer first page: nothing twice, and no page moves by more than what arrived. */
export function spliced(list: InfiniteData<Page>, first: Page): InfiniteData<Page> {
  const newer = new Map(first.items.map((item) => [item.id, item]));
  const known = new Set(list.pages.flatMap((page) => page.items.map((item) => item.id)));
  const arrived = first.items.filter((item) => !known.has(item.id));
  const pages = list.pages.map((page) => ({ ...page, items: page.items.map((item) => newer.get(item.id) ?? item) }));
  const [head, ...rest] = pages;
  return head ? { ...list, pages: [{ ...head, items: [...arrived, ...head.items] }, ...rest] } : list;
}
