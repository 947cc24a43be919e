/** Who is signed in, how the console looks and speaks, and the way out. On a small screen also the rest of the pages. */
import { Link } from "@tanstack/react-router";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import { agency } from "../api/queries";
import type { Profile } from "../api/types";
import { useWords } from "../i18n";
import { session } from "../session/session";
import { Dialog } from "../ui/dialog";
import { Button, Choices } from "../ui/kit";
import { AREAS } from "./areas";
import { useTheme } from "./theme";

export default function Account({ user, onClose }: { user: Profile; onClose: () => void }) {
  const { t, language, setLanguage } = useWords();
  const [theme, setTheme] = useTheme();
  const client = useQueryClient();
  const name = useQuery(agency).data?.name;

  const signOut = async () => {
    await api.POST("/api/v1/auth/logout").catch(() => undefined);
    session.end("left");
    client.clear();
  };

  return (
    <Dialog title={user.name} open onClose={onClose} side>
      <p className="lead">
        {user.email}
        <br />
        {name ? `${name}, ` : ""}
        {t.roles[user.role]}
      </p>
      <nav className="more-areas" aria-label={t.nav.more}>
        {AREAS.slice(4).map((area) => (
          <Link key={area.path} to={area.path} onClick={onClose}>
            <area.icon /> {t.nav[area.name]}
          </Link>
        ))}
      </nav>
      <h3>{t.nav.theme}</h3>
      <Choices
        label={t.nav.theme}
        value={theme}
        options={(["system", "light", "dark"] as const).map((value) => ({ value, label: t.nav.themes[value] }))}
        onChange={setTheme}
      />
      <h3>{t.nav.language}</h3>
      <Choices
        label={t.nav.language}
        value={language}
        options={[
          { value: "en", label: "English" },
          { value: "de", label: "Deutsch" },
        ]}
        onChange={setLanguage}
      />
      <div className="window-actions start">
        <Button onPress={() => void signOut()}>{t.nav.signOut}</Button>
      </div>
    </Dialog>
  );
}
