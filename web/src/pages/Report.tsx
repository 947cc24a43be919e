/** How the helpdesk is doing: what was asked, what was found, and whether what was once answered still is. */
import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { can } from "../api/can";
import { api, ok } from "../api/client";
import { helpdeskStats, helpdeskTopics, regressions } from "../api/queries";
import { count, day, percent } from "../format";
import { useWords } from "../i18n";
import { useRole } from "../session/session";
import { Failure } from "../ui/failure";
import { Button, Skeleton, Tag } from "../ui/kit";
import { Bar } from "./analytics/charts";
import "../styles/analytics.css";

export function Report() {
  const { t, language } = useWords();
  const stats = useQuery(helpdeskStats);
  if (stats.error) return <Failure failure={stats.error} retry={() => void stats.refetch()} />;
  if (!stats.data) return <Skeleton lines={6} tall />;
  const { questions, answered, accuracy_pct, median_ms, documents, passages, days } = stats.data;
  const facts = [
    { name: t.report.questions, value: count(language, questions) },
    { name: t.report.answered, value: questions > 0 ? percent(language, String(Math.round((answered / questions) * 100))) : "–" },
    { name: t.report.helpful, value: accuracy_pct == null ? "–" : percent(language, String(accuracy_pct)) },
    { name: t.report.median, value: questions > 0 ? t.inbox.ms(Math.round(median_ms)) : "–" },
    { name: t.report.knows, value: count(language, documents), hint: t.knowledge.passages(passages) },
  ];
  const most = Math.max(1, ...days.map((one) => one.questions));
  return (
    <>
      <dl className="headline">
        {facts.map(({ name, value, hint }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
            {hint ? <dd className="hint">{hint}</dd> : null}
          </div>
        ))}
      </dl>
      <div className="analytics">
        {days.length > 0 ? (
          <section className="panel" aria-labelledby="report-days">
            <header className="panel-head"><h2 id="report-days">{t.report.days}</h2></header>
            <table className="groups panel-table">
              <thead>
                <tr><th scope="col">{t.report.day}</th><th scope="col">{t.report.questions}</th><th scope="col" className="right">{t.report.answered}</th></tr>
              </thead>
              <tbody>
                {days.slice(-14).map((one) => (
                  <tr key={one.date}>
                    <th scope="row">{day(language, one.date)}</th>
                    <td className="funnel-bar"><Bar share={one.questions / most} look="all" /><span>{count(language, one.questions)}</span></td>
                    <td className="right">{count(language, one.answered)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ) : null}
        <TopicList />
        {can("get /helpdesk/regressions") ? <Regressions /> : null}
      </div>
    </>
  );
}

function TopicList() {
  const { t, language } = useWords();
  const items = useQuery(helpdeskTopics).data?.items ?? [];
  if (items.length === 0) return null;
  const most = Math.max(1, ...items.map((one) => one.questions));
  return (
    <section className="panel" aria-labelledby="report-topics">
      <header className="panel-head">
        <h2 id="report-topics">{t.report.topics}</h2>
        <p className="hint">{t.report.topicsHint}</p>
      </header>
      <table className="groups panel-table">
        <tbody>
          {items.slice(0, 10).map((one) => (
            <tr key={one.title}>
              <th scope="row">{one.title}</th>
              <td className="funnel-bar"><Bar share={one.questions / most} look="quoted" /><span>{count(language, one.questions)}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Questions that somebody once answered by hand, asked again at will. */
function Regressions() {
  const { t } = useWords();
  const works = useRole() !== "viewer" && can("post /helpdesk/regressions/run");
  const list = useInfiniteQuery(regressions);
  const run = useMutation({ mutationFn: () => ok(api.POST("/api/v1/helpdesk/regressions/run")) });
  const cases = list.data?.pages.flatMap((page) => page.items) ?? [];
  const outcomes = new Map(run.data?.outcomes.map((one) => [one.question, one]));
  return (
    <section className="panel" aria-labelledby="report-checks">
      <header className="panel-head">
        <h2 id="report-checks">{t.report.checks}</h2>
        {works && cases.length > 0 ? <Button small onPress={() => run.mutate()} isPending={run.isPending}>{t.report.run}</Button> : null}
      </header>
      <div className="panel-body">
        <p className="hint" role="status">
          {run.data ? t.report.passed(run.data.outcomes.filter((one) => one.passed).length, run.data.outcomes.length) : t.report.checksHint}
        </p>
        {run.error ? <Failure failure={run.error} /> : null}
        <ul className="checks">
          {cases.map((one) => {
            const outcome = outcomes.get(one.case.question);
            return (
              <li key={one.id}>
                <span>{one.case.question}</span>
                {outcome ? <Tag tone={outcome.passed ? "green" : "red"}>{outcome.passed ? t.report.holds : t.report.fails}</Tag> : null}
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
