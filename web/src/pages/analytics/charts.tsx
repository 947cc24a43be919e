/** The two pictures of the page. Both are tables first: whoever cannot see the bars reads the same numbers. */
import type { Figures } from "../../api/records";
import { count, percent } from "../../format";
import { useWords } from "../../i18n";
import { Amount } from "../../ui/kit";

/** A bar as long as its share; only the picture needs a float. */
export function Bar({ share, look }: { share: number; look: string }) {
  return (
    <svg className={`bar ${look}`} aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
      <rect className="bar-room" width="100" height="10" />
      <rect className="bar-fill" width={Math.max(share > 0 ? 0.7 : 0, Math.min(1, share) * 100)} height="10" />
    </svg>
  );
}

export function FunnelChart({ figures }: { figures: Figures }) {
  const { t, language } = useWords();
  const steps = [
    { name: t.analytics.step.enquiries, n: figures.enquiries, look: "all" },
    { name: t.analytics.step.quoted, n: figures.quoted, look: "quoted" },
    { name: t.analytics.step.won, n: figures.won, look: "won" },
  ];
  const aside = [
    { name: t.analytics.step.needs_info, n: figures.needs_info },
    { name: t.analytics.step.lost, n: figures.lost },
    { name: t.analytics.step.rejected, n: figures.rejected },
  ];
  return (
    <>
      <table className="funnel">
        <thead className="visually-hidden">
          <tr><th scope="col">{t.analytics.funnel}</th><th scope="col">{t.analytics.enquiries}</th><th scope="col">{t.analytics.shareOf}</th></tr>
        </thead>
        <tbody>
          {steps.map(({ name, n, look }) => (
            <tr key={look}>
              <th scope="row">{name}</th>
              <td className="funnel-bar"><Bar share={n / Math.max(1, figures.enquiries)} look={look} /><span>{count(language, n)}</span></td>
              <td className="hint">{t.analytics.share(Math.round((n / Math.max(1, figures.enquiries)) * 100))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint funnel-aside">{aside.map(({ name, n }) => `${name}: ${count(language, n)}`).join("\u2002·\u2002")}</p>
    </>
  );
}

const MOST = 12;

export function Bars({ groups, of }: { groups: (Figures & { name: string })[]; of: string }) {
  const { t, language } = useWords();
  const most = Math.max(1, ...groups.map((group) => group.enquiries));
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={of}>
      <table className="groups">
        <thead>
          <tr>
            <th scope="col">{of}</th>
            <th scope="col">{t.analytics.enquiries}</th>
            <th scope="col" className="right">{t.analytics.step.won}</th>
            <th scope="col" className="right">{t.analytics.conversion}</th>
            <th scope="col" className="right">{t.analytics.speed}</th>
            <th scope="col" className="right">{t.analytics.margin}</th>
          </tr>
        </thead>
        <tbody>
          {groups.slice(0, MOST).map((group) => (
            <tr key={group.name}>
              <th scope="row">{group.name || t.analytics.unknown}</th>
              <td className="funnel-bar"><Bar share={group.enquiries / most} look="all" /><span>{count(language, group.enquiries)}</span></td>
              <td className="right">{count(language, group.won)}</td>
              <td className="right">{group.conversion_pct ? percent(language, group.conversion_pct) : "–"}</td>
              <td className="right">{group.median_seconds_to_quote == null ? "–" : t.analytics.duration(group.median_seconds_to_quote)}</td>
              <td className="right">{group.sold.length === 0 ? "–" : group.sold.map((sold) => <Amount key={sold.value.currency} money={sold.margin} />)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {groups.length > MOST ? <p className="hint">{t.analytics.andMore(groups.length - MOST)}</p> : null}
    </div>
  );
}
