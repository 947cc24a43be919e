/** The rest of a list comes when its end comes into view, and by a button for those who do not scroll. */
import { useEffect, useRef } from "react";
import { useWords } from "../i18n";
import { Button } from "./kit";

interface More {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

export function LoadMore({ list }: { list: More }) {
  const { t } = useWords();
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(list);
  latest.current = list;
  useEffect(() => {
    if (!end.current) return;
    const watch = new IntersectionObserver((entries) => {
      const { hasNextPage, isFetchingNextPage, fetchNextPage } = latest.current;
      if (entries.some((entry) => entry.isIntersecting) && hasNextPage && !isFetchingNextPage) void fetchNextPage();
    }, { rootMargin: "400px" });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [list.hasNextPage, list.fetchNextPage]);
  if (!list.hasNextPage) return null;
  return (
    <div ref={end} className="load-more">
      <Button onPress={() => void list.fetchNextPage()} isPending={list.isFetchingNextPage}>
        {t.app.more}
      </Button>
    </div>
  );
}
