/** The rate sheet: plans with their seasons as a chart, and every row of them on demand. */
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { lazy, memo, Suspense, useEffect, useMemo, useState } from "react";
import { failure, raw } from "../../api/client";
import { can } from "../../api/can";
import { rates } from "../../api/queries";
import type { RateRecord } from "../../api/types";
import { amount, day, month as monthOf, span } from "../../format";
import { useWords } from "../../i18n";
import { useSession } from "../../session/session";
import { Failure, inWords } from "../../ui/failure";
import { ChevronIcon, DownloadIcon, UploadIcon } from "../../ui/icons";
import { Button, Empty, Skeleton, Tag } from "../../ui/kit";
import { SearchBox } from "../../ui/SearchBox";
import { saveAs } from "../../text/save";
import { Stars } from "../../ui/states";
import { say } from "../../ui/toasts";
import { chartOf, plansOf, type Plan } from "./plans";

const Import = lazy(() => import("./Import"));
const EditSeason = lazy(() => import("./EditSeason"));
/** More rows than this are no longer for looking through. */
const MOST_ROWS = 5_000;
const AT_FIRST = 60;

export function SheetActions() {
  const { t } = useWords();
  const here = useSession();
  const [importing, setImporting] = useState(false);
  const download = useMutation({
    mutationFn: async () => {
      const answer = await raw("GET", "/rates/export");
      if (!answer.ok) throw failure(answer, await answer.json().catch(() => undefined));
      saveAs(await answer.blob(), "rates.csv");
    },
    onError: (failed) => say(inWords(t, failed), { tone: "bad" }),
  });
  const admin = here.kind === "in" && here.user.role === "admin";
  return (
    <>
      {can("get /rates/export") ? (
        <Button onPress={() => download.mutate()} isPending={download.isPending}>
          <DownloadIcon size={16} /> {t.rates.export}
        </Button>
      ) : null}
      {admin && can("post /rates/import") ? (
        <Button look="primary" onPress={() => setImporting(true)}>
          <UploadIcon size={16} /> {t.rates.import}
        </Button>
      ) : null}
      <Suspense>{importing ? <Import onClose={() => setImporting(false)} /> : null}</Suspense>
    </>
  );
}

export function Sheet() {
  const { t, language } = useWords();
  const list = useInfiniteQuery(rates);
  const [text, setText] = useState("");
  const [shown, setShown] = useState(AT_FIRST);
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const plans = useMemo(() => plansOf(rows), [rows]);
  const words = text.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const found = plans.filter((plan) => {
    const said = `${plan.hotel} ${plan.destination} ${plan.country} ${plan.room_type} ${t.board[plan.board] ?? ""}`.toLocaleLowerCase(language);
    return words.every((word) => said.includes(word));
  });

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && rows.length < MOST_ROWS) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, rows.length]);

  if (list.error && !list.data) return <Failure failure={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton lines={6} tall />;
  if (rows.length === 0) return <Empty title={t.rates.none}>{t.rates.noneText}</Empty>;
  return (
    <>
      <div className="toolbar">
        <SearchBox label={t.rates.search} value={text} onChange={setText} />
        <span className="end" role="status">
          {t.rates.plans(found.length)}, {hasNextPage && rows.length < MOST_ROWS ? t.rates.loadingRows(rows.length) : t.rates.loaded(rows.length)}
        </span>
      </div>
      {hasNextPage && rows.length >= MOST_ROWS ? <p className="callout">{t.rates.tooMany(rows.length)}</p> : null}
      <ul className="plans">
        {found.slice(0, shown).map((plan) => (
          <PlanRow key={plan.key} plan={plan} />
        ))}
      </ul>
      {found.length === 0 ? <Empty title={t.rates.noMatch} /> : null}
      {found.length > shown ? (
        <div className="load-more">
          <Button onPress={() => setShown(shown + AT_FIRST)}>{t.app.more}</Button>
        </div>
      ) : null}
    </>
  );
}

const PlanRow = memo(function PlanRow({ plan }: { plan: Plan }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <li className={`plan${open ? " open" : ""}`}>
      <button type="button" className="plan-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronIcon size={16} />
        <span className="plan-name">
          <strong>{plan.hotel}</strong> <Stars n={plan.stars} />
          <span className="hint">{[plan.destination, plan.country].filter(Boolean).join(", ")}</span>
        </span>
        <span className="plan-room">
          {plan.room_type}
          <span className="hint">{t.board[plan.board] ?? plan.board}</span>
        </span>
        <SeasonChart plan={plan} small />
        <span className="plan-count">{t.rates.seasons(plan.seasons.length)}</span>
      </button>
      {open ? <PlanBody plan={plan} /> : null}
    </li>
  );
});

function PlanBody({ plan }: { plan: Plan }) {
  const { t, language } = useWords();
  const here = useSession();
  const [editing, setEditing] = useState<RateRecord>();
  const admin = here.kind === "in" && here.user.role === "admin" && can("put /rates/{id}");
  return (
    <div className="plan-body">
      <SeasonChart plan={plan} />
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t.rates.seasons(plan.seasons.length)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.rates.from}</th>
              <th scope="col">{t.rates.to}</th>
              <th scope="col" className="right">{t.rates.price} ({plan.currency})</th>
              <th scope="col">{t.rates.minNights}</th>
              <th scope="col">{t.rates.children}</th>
              <th scope="col"><span className="visually-hidden">{t.app.edit}</span></th>
            </tr>
          </thead>
          <tbody>
            {plan.seasons.map((season) => (
              <tr key={season.id}>
                <td>{day(language, season.valid_from)}</td>
                <td>{day(language, season.valid_to)}</td>
                <td className="right">
                  {amount(language, { amount: season.price, currency: season.currency })}
                  <span className="hint">{t.rates.unit[season.unit]}, {t.rates.basis[season.basis]}</span>
                </td>
                <td>{season.min_nights || "–"}</td>
                <td><code>{season.child_bands || "–"}</code></td>
                <td className="right">
                  {season.stop_sell ? <Tag tone="red">{t.rates.notSold}</Tag> : null}{" "}
                  {admin ? (
                    <Button small look="quiet" onPress={() => setEditing(season)} aria-label={`${t.app.edit}: ${span(language, season.valid_from, season.valid_to)}`}>
                      {t.app.edit}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Suspense>{editing ? <EditSeason season={editing} onClose={() => setEditing(undefined)} /> : null}</Suspense>
    </div>
  );
}

const WIDE = 720;

/** Seasons over time, as high as their price. The table beside it says the same in words. */
function SeasonChart({ plan, small }: { plan: Plan; small?: boolean }) {
  const { t, language } = useWords();
  const chart = useMemo(() => chartOf(plan.seasons), [plan.seasons]);
  if (!chart) return null;
  const [width, height, foot] = small ? [180, 30, 0] : [WIDE, 150, 20];
  const name = t.rates.chart(`${plan.hotel}, ${plan.room_type}, ${t.board[plan.board] ?? plan.board}`);
  return (
    <figure className={`seasons${small ? " small" : ""}`} tabIndex={small ? undefined : 0}>
      <svg viewBox={`0 0 ${width} ${height + foot}`} role={small ? undefined : "img"} aria-label={small ? undefined : name} aria-hidden={small ? true : undefined} preserveAspectRatio={small ? "none" : undefined}>
        <defs>
          <pattern id={`closed-${small ? "s" : "l"}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0v6" className="closed-line" />
          </pattern>
        </defs>
        {small ? null : chart.months.map((month) => <path key={month.date} className="month" d={`M${month.x * width} 0v${height}`} />)}
        {chart.bars.map((bar) => {
          const tall = Math.max(3, bar.height * (height - (small ? 0 : 22)));
          return (
            <g key={bar.season.id}>
              <rect
                x={bar.x * width + 0.5}
                y={height - tall}
                width={Math.max(1, bar.width * width - 1)}
                height={tall}
                className={bar.season.stop_sell ? "closed" : "sold"}
                fill={bar.season.stop_sell ? `url(#closed-${small ? "s" : "l"})` : undefined}
              >
                <title>{`${span(language, bar.season.valid_from, bar.season.valid_to)}: ${bar.season.price}`}</title>
              </rect>
              {!small && bar.width * width > 54 ? (
                <text x={(bar.x + bar.width / 2) * width} y={height - tall - 6} textAnchor="middle">
                  {amount(language, { amount: bar.season.price, currency: bar.season.currency }).replace(/[.,]00$/, "")}
                </text>
              ) : null}
            </g>
          );
        })}
        {small
          ? null
          : chart.months
              .filter((_, place) => chart.months.length <= 14 || place % Math.ceil(chart.months.length / 12) === 0)
              .map((month) => (
                <text key={month.date} x={month.x * width + 3} y={height + 15} className="month-name">
                  {monthOf(language, month.date.slice(0, 7), "monthName")}
                </text>
              ))}
      </svg>
      {small || !plan.seasons.some((season) => season.stop_sell) ? null : <figcaption className="hint">{t.rates.gapHint}</figcaption>}
    </figure>
  );
}
