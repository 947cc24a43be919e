/** Where no page is, and where one broke. */
import { Link } from "@tanstack/react-router";
import { useWords } from "../i18n";
import { Failure } from "../ui/failure";
import { Button, Empty } from "../ui/kit";

export function NotFound() {
  const { t } = useWords();
  return (
    <div className="alone">
      <Empty title={t.app.notFound} action={<Link to="/" className="button plain">{t.app.toToday}</Link>}>
        {t.app.notFoundHint}
      </Empty>
    </div>
  );
}

export function Broken({ error }: { error: unknown }) {
  const { t } = useWords();
  return (
    <div className="alone">
      <Empty title={t.app.broken} action={<Button onPress={() => location.reload()}>{t.app.reload}</Button>} />
      <Failure failure={error} />
    </div>
  );
}
