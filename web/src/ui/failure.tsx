/** A failure in words a person can act on. */
import { ApiFailure, OFFLINE } from "../api/client";
import { useWords } from "../i18n";
import type { Dictionary } from "../i18n/en";
import { AlertIcon } from "./icons";
import { Button } from "./kit";

export function inWords(t: Dictionary, failure: unknown): string {
  if (!(failure instanceof ApiFailure)) return t.errors.internal;
  switch (failure.status) {
    case OFFLINE:
      return t.errors.offline;
    case 403:
      return t.errors.forbidden;
    case 404:
      return t.errors.notFound;
    case 413:
      return t.errors.tooLarge;
    case 429:
      return t.errors.busy(failure.retryAfter ?? 1);
    case 503:
      return t.errors.unavailable;
    default:
      return failure.status >= 500 ? t.errors.internal : spoken(t, failure.detail);
  }
}

/** The API states lowercase facts; a page speaks in sentences. */
function sentence(fact: string): string {
  const begun = fact.charAt(0).toUpperCase() + fact.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

/** A fact of the platform in the reader's language, as far as the console has words for it. */
export function spoken(t: Dictionary, fact: string): string {
  return sentence(t.fact(fact));
}

export function Failure({ failure, retry }: { failure: unknown; retry?: () => void }) {
  const { t } = useWords();
  const known = failure instanceof ApiFailure ? failure : undefined;
  return (
    <div className="failure" role="alert">
      <AlertIcon />
      <div>
        <p>{inWords(t, failure)}</p>
        {known && known.errors.length > 1 ? (
          <ul>
            {known.errors.map((error, place) => (
              <li key={place}>
                {error.field ? <code>{error.field}</code> : null} {error.message}
              </li>
            ))}
          </ul>
        ) : null}
        {known && known.status >= 500 && known.requestId ? <p className="hint">{t.errors.reference(known.requestId)}</p> : null}
        {retry ? (
          <Button small onPress={retry}>
            {t.app.retry}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
