/** News of the agency, newest first, each leading to what it is about. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, ok } from "../api/client";
import { news, unread } from "../api/queries";
import type { Notification } from "../api/types";
import { ago } from "../format";
import { useWords } from "../i18n";
import { session } from "../session/session";
import { leadsTo } from "../ui/news";
import { Dialog } from "../ui/dialog";
import { Failure } from "../ui/failure";
import { Button, Skeleton } from "../ui/kit";

export default function Bell({ onClose }: { onClose: () => void }) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const list = useQuery(news);
  const me = session.state().kind === "in" ? (session.state() as { user: { id: string } }).user.id : "";
  const read = useMutation({
    mutationFn: (id: string) => ok(api.POST("/api/v1/notifications/{id}/read", { params: { path: { id } } })),
    onSuccess: (left) => {
      client.setQueryData(unread.queryKey, left);
      void client.invalidateQueries({ queryKey: news.queryKey });
    },
  });
  const items = list.data?.items ?? [];
  const isNew = (one: Notification) => !(one.read_by ?? []).includes(me);

  return (
    <Dialog title={t.news.title} open onClose={onClose} side>
      {items.some(isNew) ? (
        <Button small onPress={() => read.mutate("all")} isPending={read.isPending}>
          {t.news.readAll}
        </Button>
      ) : null}
      {list.isPending ? <Skeleton lines={5} /> : null}
      {list.error ? <Failure failure={list.error} retry={() => void list.refetch()} /> : null}
      {list.data && items.length === 0 ? <p className="lead">{t.news.none}</p> : null}
      <ul className="news">
        {items.map((one) => (
          <li key={one.id} className={isNew(one) ? "new" : ""}>
            <Link
              to={leadsTo(one)}
              onClick={() => {
                if (isNew(one)) read.mutate(one.id);
                onClose();
              }}
            >
              {isNew(one) ? <span className="visually-hidden">{t.news.arrived} </span> : null}
              {t.fact(one.text)}
              <time dateTime={one.created_at}>{ago(language, one.created_at, Date.now())}</time>
            </Link>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
