/** How one amount came about, in the order it was computed: nights, people, sell, exchange, rounding. */
import type { ReactNode } from "react";
import type { ExtraTrace, FxTrace, HandTrace, Line, PeriodTrace, PersonTrace, PricedOption, RoomTrace, RoundingTrace, StepTrace } from "../../api/types";
import { day, decimal, percent, span } from "../../format";
import { useWords } from "../../i18n";
import { Dialog } from "../../ui/dialog";
import { Amount } from "../../ui/kit";
import type { Opened } from "./Options";

export function TraceSheet({ opened, frozen, onClose }: { opened: Opened | undefined; frozen: boolean; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t.trace.title} open={opened !== undefined} onClose={onClose} side wide>
      {opened ? (
        <div className="trace">
          <p className="trace-what">
            <span>
              {opened.option.hotel}
              <br />
              <span className="hint">{opened.line?.description ?? t.quotes.totalOf}</span>
            </span>
            <Amount money={opened.line?.amount ?? opened.option.total} strong />
          </p>
          {opened.line ? <Body line={opened.line} /> : <Sum option={opened.option} />}
          {frozen ? <p className="hint">{t.trace.frozen}</p> : null}
        </div>
      ) : null}
    </Dialog>
  );
}

/** A total is the sum of its lines, each of which was rounded once. */
function Sum({ option }: { option: PricedOption }) {
  const { t } = useWords();
  return (
    <dl>
      {option.lines.map((line, place) => (
        <Row key={place} name={line.description}><Amount money={line.amount} /></Row>
      ))}
      <Row name={t.quotes.totalOf} sum><Amount money={option.total} /></Row>
    </dl>
  );
}

function Body({ line }: { line: Line }) {
  return <TraceBody trace={line.trace as HandTrace} display={line.amount.currency} />;
}

function TraceBody({ trace, display }: { trace: HandTrace; display: string }) {
  switch (trace.kind) {
    case "accommodation":
      return <Rooms trace={trace} display={display} />;
    case "extra":
      return <Extra trace={trace} display={display} />;
    case "rounding":
      return <Step trace={trace} display={display} />;
    case "own":
      return <Own trace={trace} display={display} />;
    case "manual":
      return <Manual trace={trace} display={display} />;
  }
}

/** Something the agency arranges besides: what it owes for it. */
function Own({ trace, display }: { trace: Extract<HandTrace, { kind: "own" }>; display: string }) {
  const { t } = useWords();
  return (
    <dl>
      <Row name={t.trace.owed}><Number currency={display}>{trace.owed}</Number></Row>
      <Exchange fx={trace.fx} />
    </dl>
  );
}

/** An amount that a person set, why, and the computed one that it stands for. */
function Manual({ trace, display }: { trace: Extract<HandTrace, { kind: "manual" }>; display: string }) {
  const { t } = useWords();
  return (
    <>
      <p className="callout"><strong>{t.trace.byHand}</strong> {trace.reason}</p>
      <h3>{t.trace.insteadOf} <Amount money={trace.instead_of} /></h3>
      <TraceBody trace={trace.computed} display={display} />
    </>
  );
}

function Row({ name, note, children, sum }: { name: ReactNode; note?: ReactNode; children: ReactNode; sum?: boolean }) {
  return (
    <div className={`trace-row${sum ? " sum" : ""}`}>
      <dt>
        {name}
        {note ? <span className="hint">{note}</span> : null}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Rooms({ trace, display }: { trace: RoomTrace; display: string }) {
  const { t } = useWords();
  return (
    <>
      {trace.periods.map((period) => (
        <Period key={period.first_night} period={period} currency={trace.currency} />
      ))}
      <dl>
        <Row name={t.trace.net}><Number currency={trace.currency}>{trace.net}</Number></Row>
        <Row name={t.trace.sell}><Number currency={trace.currency}>{trace.sell}</Number></Row>
        <Exchange fx={trace.fx} />
        <Rounded rounding={trace.rounding} display={display} />
      </dl>
    </>
  );
}

function Period({ period, currency }: { period: PeriodTrace; currency: string }) {
  const { t, language } = useWords();
  const perStay = period.unit.endsWith("_stay");
  return (
    <section className="trace-period">
      <h3>
        {t.trace.period(span(language, period.valid_from, period.valid_to))}
        {period.estimate ? <span className="tag amber">{t.trace.estimate}</span> : null}
      </h3>
      <p className="hint">
        {t.trace.night(period.nights)} {t.trace.from(day(language, period.first_night, "weekday"))}
      </p>
      <dl>
        <Row name={t.trace.price} note={t.trace.unit[period.unit]}>
          <Number currency={currency}>{period.price}</Number>
        </Row>
        {period.people.map((person, place) => (
          <Person key={place} person={person} currency={currency} />
        ))}
        <Row name={perStay ? t.trace.perStay : t.trace.perNight} sum>
          <Number currency={currency}>{period.once}</Number>
        </Row>
        <Row name={t.trace.subtotal} note={period.times > 1 ? t.trace.times(period.times) : t.trace.stay}>
          <Number currency={currency}>{period.subtotal}</Number>
        </Row>
        <Row
          name={t.trace.sell}
          note={
            period.markup_pct
              ? t.trace.markup(percent(language, period.markup_pct))
              : period.commission_pct
                ? t.trace.commission(percent(language, period.commission_pct))
                : undefined
          }
        >
          <Number currency={currency}>{period.sell}</Number>
        </Row>
      </dl>
    </section>
  );
}

function Person({ person, currency }: { person: PersonTrace; currency: string }) {
  const { t } = useWords();
  const age = person.age === null || person.age === undefined ? "" : `, ${t.trace.age(person.age)}`;
  return (
    <Row name={`${t.trace.who[person.who]}${age}`} note={<>{t.trace.rule[person.rule]}{person.band ? <> <code>{person.band}</code></> : null}</>}>
      {person.amount ? <Number currency={currency}>{person.amount}</Number> : "–"}
    </Row>
  );
}

function Exchange({ fx }: { fx: FxTrace | null | undefined }) {
  const { t, language } = useWords();
  if (!fx) return null;
  return (
    <>
      <Row name={t.trace.exchange} note={`${t.trace.rate(fx.from, fx.to)}: ${t.trace.source(fx.source, fx.as_of)}`}>
        {decimal(language, fx.rate)}
      </Row>
      <Row name={t.trace.buffer(percent(language, fx.buffer_pct))}>{decimal(language, fx.effective)}</Row>
    </>
  );
}

function Rounded({ rounding, display }: { rounding: RoundingTrace; display: string }) {
  const { t } = useWords();
  return (
    <>
      {rounding.exact === rounding.rounded ? null : (
        <Row name={t.trace.exact}><Number currency={display}>{rounding.exact}</Number></Row>
      )}
      <Row name={t.trace.rounded} note={t.trace.digits(rounding.digits)} sum>
        <Number currency={display}>{rounding.rounded}</Number>
      </Row>
    </>
  );
}

function Extra({ trace, display }: { trace: ExtraTrace; display: string }) {
  const { t } = useWords();
  return (
    <dl>
      <Row name={t.trace.price} note={t.trace.extraUnit[trace.unit]}>
        <Number currency={trace.currency}>{trace.price}</Number>
      </Row>
      <Row name={t.trace.units(trace.units)} note={trace.code}>
        <Number currency={trace.currency}>{trace.subtotal}</Number>
      </Row>
      <Exchange fx={trace.fx} />
      <Rounded rounding={trace.rounding} display={display} />
    </dl>
  );
}

function Step({ trace, display }: { trace: StepTrace; display: string }) {
  const { t } = useWords();
  return (
    <dl>
      <Row name={t.trace.before}><Number currency={display}>{trace.before}</Number></Row>
      <Row name={t.trace.step}><Number currency={display}>{trace.step}</Number></Row>
      <Row name={t.trace.after} sum><Number currency={display}>{trace.after}</Number></Row>
    </dl>
  );
}

/** An exact number: all its digits, its currency small. */
function Number({ currency, children }: { currency: string; children: string }) {
  const { language } = useWords();
  return (
    <span className="amount">
      <span className="currency">{currency}</span> {decimal(language, children, 2)}
    </span>
  );
}
