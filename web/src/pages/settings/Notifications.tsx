/** What one is told, and where: each kind of news, in the console and by mail. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../api/client";
import { preferences, type Preference } from "../../api/account";
import { useWords } from "../../i18n";
import { Failure, inWords } from "../../ui/failure";
import { Skeleton } from "../../ui/kit";
import { say } from "../../ui/toasts";

const MAILS = ["none", "mine", "all"] as const satisfies Preference["mail"][];

export function NotificationsTab() {
  const { t } = useWords();
  const client = useQueryClient();
  const found = useQuery(preferences);
  // A tick stands at once, and goes back should the platform refuse it.
  const save = useMutation({
    mutationFn: (items: Preference[]) => call<{ items: Preference[] }>("PUT", "/notifications/preferences", { items }),
    onMutate: (items) => {
      const before = client.getQueryData(preferences.queryKey);
      client.setQueryData(preferences.queryKey, { items });
      return before;
    },
    onSuccess: (saved) => {
      client.setQueryData(preferences.queryKey, saved);
      say(t.preferences.saved);
    },
    onError: (failure, _, before) => {
      client.setQueryData(preferences.queryKey, before);
      say(inWords(t, failure), { tone: "bad" });
    },
  });
  if (found.error) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={6} tall />;
  const { items } = found.data;
  const set = (kind: string, wish: Partial<Preference>) => save.mutate(items.map((one) => (one.kind === kind ? { ...one, ...wish } : one)));
  return (
    <div className="narrow-page">
      <p className="lead">{t.preferences.lead}</p>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t.settings.tabs.notifications}>
        <table className="records middle stacks ticks">
          <thead>
            <tr>
              <th scope="col">{t.preferences.kind}</th>
              <th scope="col">{t.preferences.app}</th>
              <th scope="col">{t.preferences.email}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => {
              const name = t.newsKind[one.kind] ?? one.kind.replaceAll("_", " ");
              return (
                <tr key={one.kind}>
                  <th scope="row">{name}</th>
                  <td>
                    <label className="tick">
                      <input type="checkbox" aria-label={`${name}: ${t.preferences.app}`} checked={one.app} onChange={(event) => set(one.kind, { app: event.target.checked })} />
                      <span aria-hidden="true">{t.preferences.app}</span>
                    </label>
                  </td>
                  <td>
                    <select className="select-small" aria-label={`${name}: ${t.preferences.email}`} value={one.mail} onChange={(event) => set(one.kind, { mail: event.target.value as Preference["mail"] })}>
                      {MAILS.map((wish) => (
                        <option key={wish} value={wish}>{t.preferences.mails[wish]}</option>
                      ))}
                    </select>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}
