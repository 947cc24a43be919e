/** Alternatives side by side. Every amount is a button that opens how it came about. */
import { useState } from "react";
import type { Line, PricedOption } from "../../api/types";
import { amount, percent } from "../../format";
import { useWords } from "../../i18n";
import { Amount, Tag } from "../../ui/kit";
import { Stars } from "../../ui/states";
import { TraceSheet } from "./TraceSheet";

export interface Opened {
  option: PricedOption;
  /** The line that was asked about; none for the total. */
  line?: Line | undefined;
}

export function Options({ options, frozen, under }: { options: PricedOption[]; frozen: boolean; under: 2 | 3 }) {
  const [opened, setOpened] = useState<Opened>();
  return (
    <>
      <div className={`options of-${Math.min(options.length, 3)}`}>
        {options.map((option, place) => (
          <OptionCard key={place} option={option} level={under} onOpen={(line) => setOpened({ option, line })} />
        ))}
      </div>
      <TraceSheet opened={opened} frozen={frozen} onClose={() => setOpened(undefined)} />
    </>
  );
}

function OptionCard({ option, level, onOpen }: { option: PricedOption; level: 2 | 3; onOpen: (line?: Line) => void }) {
  const Heading = `h${level}` as const;
  const Small = `h${level + 1}` as "h3" | "h4";
  const { t, language } = useWords();
  const extras = option.optional_extras ?? [];
  return (
    <article className={`option${option.is_main ? " main" : ""}`} aria-label={option.hotel}>
      <header>
        <p className="option-marks">
          {option.is_main ? <span className="option-main">{t.quotes.mainOption}</span> : null}
          {option.estimate ? <Tag tone="amber">{t.quotes.estimate}</Tag> : null}
        </p>
        <Heading className="option-hotel">{option.hotel}</Heading>
        <p className="option-place">
          {[option.destination, option.country].filter(Boolean).join(", ")} <Stars n={option.stars} />
        </p>
        <p className="option-room">
          {option.room_type}, {t.board[option.board] ?? option.board}
        </p>
      </header>
      <dl className="option-total">
        <dt>{t.quotes.totalOf}</dt>
        <dd>
          <button type="button" className="number" onClick={() => onOpen()}>
            <Amount money={option.total} strong />
          </button>
        </dd>
        <dt className="visually-hidden">{t.quotes.perPerson}</dt>
        <dd className="option-each">
          <Amount money={option.per_person} /> {t.quotes.perPerson} · {t.quotes.marginOf(percent(language, option.margin_pct))}
        </dd>
      </dl>
      <LineTable lines={option.lines} onOpen={onOpen} />
      {extras.length > 0 ? (
        <>
          <Small className="option-extras">{t.quotes.optional}</Small>
          <LineTable lines={extras} onOpen={onOpen} />
        </>
      ) : null}
    </article>
  );
}

function LineTable({ lines, onOpen }: { lines: Line[]; onOpen: (line: Line) => void }) {
  const { t, language } = useWords();
  return (
    <ul className="lines">
      {lines.map((line, place) => (
        <li key={place}>
          <span>{line.description}</span>
          <button
            type="button"
            className="number"
            onClick={() => onOpen(line)}
            aria-label={`${amount(language, line.amount)} ${line.amount.currency}: ${line.description}. ${t.trace.title}`}
          >
            {amount(language, line.amount)}
          </button>
        </li>
      ))}
    </ul>
  );
}
