/** Two revisions of a quote, as far as they differ: the request, and each option by itself. */
import { useQuery } from "@tanstack/react-query";
import { call } from "../../api/client";
import type { OptionDiff, RevisionDiff } from "../../api/records";
import type { Money, Quote, Room } from "../../api/types";
import { day, type Language } from "../../format";
import { useWords } from "../../i18n";
import type { Dictionary } from "../../i18n/en";
import { Dialog } from "../../ui/dialog";
import { Failure } from "../../ui/failure";
import { Amount, Skeleton, Tag, type Tone } from "../../ui/kit";
import { roomText } from "../enquiry/words";

const TONES: Record<OptionDiff["change"], Tone> = { added: "green", removed: "red", changed: "amber", same: "faint" };

export function Difference({ quote, to, onClose }: { quote: Quote; to: number; onClose: () => void }) {
  const { t, language } = useWords();
  const found = useQuery({
    queryKey: ["quotes", quote.id, "diff", to, quote.version],
    queryFn: () => call<RevisionDiff>("GET", `/quotes/${quote.id}/diff?from=${to - 1}&to=${to}`),
  });
  const diff = found.data;
  const alike = diff && diff.request.length === 0 && diff.options.every((option) => option.change === "same");
  return (
    <Dialog title={t.quotes.compareTitle(to - 1, to)} open onClose={onClose} side wide>
      {found.error ? <Failure failure={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Skeleton lines={4} /> : null}
      {alike ? <p className="lead">{t.quotes.compareNone}</p> : null}
      <dl className="difference">
        {diff?.request.map((change) => (
          <div key={change.field}>
            <dt>{t.quotes.requestField[change.field] ?? change.field}</dt>
            <dd>
              <del>{requestText(t, language, change.before)}</del> <ins>{requestText(t, language, change.after)}</ins>
            </dd>
          </div>
        ))}
      </dl>
      {diff?.options.map((option) => (
        <OptionChange key={`${option.hotel}${option.room_type}${option.board}`} option={option} />
      ))}
    </Dialog>
  );
}

function OptionChange({ option }: { option: OptionDiff }) {
  const { t } = useWords();
  return (
    <section className="trace-period">
      <h3>
        {option.hotel}, {option.room_type}, {t.board[option.board] ?? option.board} <Tag tone={TONES[option.change]}>{t.quotes.optionChange[option.change]}</Tag>
      </h3>
      <dl className="difference">
        {option.change === "same" ? null : <Sums name={t.quotes.totalOf} before={option.before} after={option.after} />}
        {option.lines.map((line) => (
          <Sums key={line.description} name={line.description} before={line.before} after={line.after} />
        ))}
      </dl>
    </section>
  );
}

function Sums({ name, before, after }: { name: string; before?: Money | null | undefined; after?: Money | null | undefined }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {before ? <del><Amount money={before} /></del> : null} {after ? <ins><Amount money={after} /></ins> : null}
      </dd>
    </div>
  );
}

function requestText(t: Dictionary, language: Language, value: unknown): string {
  if (Array.isArray(value)) return (value as Room[]).map((room) => roomText(t, room)).join("; ");
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? day(language, value) : String(value ?? "–");
}
