/** States and origins with their colours: one place, so that a colour always says the same. */
import type { EnquiryState, Origin, QuoteState } from "../api/types";
import { useWords } from "../i18n";
import { Tag, type Tone } from "./kit";

const ENQUIRY: Record<EnquiryState, Tone> = {
  new: "blue",
  needs_info: "amber",
  qualified: "blue",
  quoted: "plain",
  won: "green",
  lost: "faint",
  rejected: "faint",
  spam: "faint",
};

const QUOTE: Record<QuoteState, Tone> = {
  draft: "amber",
  ready: "blue",
  sent: "plain",
  viewed: "blue",
  accepted: "green",
  declined: "faint",
  expired: "faint",
  superseded: "faint",
  withdrawn: "faint",
};

export function EnquiryTag({ state }: { state: EnquiryState }) {
  const { t } = useWords();
  return <Tag tone={ENQUIRY[state] ?? "plain"}>{t.enquiryState[state] ?? state}</Tag>;
}

export function QuoteTag({ state }: { state: QuoteState }) {
  const { t } = useWords();
  return <Tag tone={QUOTE[state] ?? "plain"}>{t.quoteState[state] ?? state}</Tag>;
}

export function OriginMark({ origin }: { origin: Origin }) {
  const { t } = useWords();
  return (
    <span className={`origin ${origin}`} title={t.originHint[origin]}>
      {t.origin[origin]}
    </span>
  );
}

export function Stars({ n }: { n: number }) {
  if (n === 0) return null;
  return (
    <span className="stars" role="img" aria-label={`${n} ★`}>
      {"★".repeat(n)}
    </span>
  );
}
