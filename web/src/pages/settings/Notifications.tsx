/** What one is told, and where: each kind of news, in the console and by mail. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../api/client";
import { preferences, type Preference } from "../../api/account";
import { useWords } from "../../i18n";
import { Failure, inWords } from "../../ui/failure";
import { Skeleton } from "../../ui/kit";
import { say } from "../../ui/toasts";

type Channel = "in_app" | "email";
const CHANNELS = ["in_app", "email"] as const satisfies Channel[];

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
  const set = (kind: string, channel: Channel, wanted: boolean) =>
    save.mutate(items.map((one) => (one.kind === kind ? { ...one, [channel]: wanted } : one)));
  const names = { in_app: t.preferences.app, email: t.preferences.email };
  return (
    <div className="narrow-page">
      <p className="lead">{t.preferences.lead}</p>
      <table className="records ticks">
        <thead>
          <tr>
            <th scope="col">{t.preferences.kind}</th>
            {CHANNELS.map((channel) => (
              <th key={channel} scope="col">{names[channel]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.kind}>
              <th scope="row">{t.newsKind[one.kind] ?? one.kind.replaceAll("_", " ")}</th>
              {CHANNELS.map((channel) => (
                <td key={channel}>
                  <input
                    type="checkbox"
                    aria-label={`${t.newsKind[one.kind] ?? one.kind}: ${names[channel]}`}
                    checked={one[channel]}
                    onChange={(event) => set(one.kind, channel, event.target.checked)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
