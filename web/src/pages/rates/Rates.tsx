/** The rate sheet by plans, the extras, the exchange rates. */
import { Link, useSearch } from "@tanstack/react-router";
import { useWords } from "../../i18n";
import { PageHead } from "../../ui/kit";
import { ExtrasTab } from "./Extras";
import { FxTab } from "./Fx";
import { Sheet, SheetActions } from "./Sheet";

const TABS = ["sheet", "extras", "fx"] as const;

export default function Rates() {
  const { t } = useWords();
  const { tab = "sheet" } = useSearch({ from: "/agency/rates" });
  return (
    <>
      <PageHead title={t.rates.title}>{tab === "sheet" ? <SheetActions /> : null}</PageHead>
      <nav className="tabs" aria-label={t.rates.title}>
        {TABS.map((one) => (
          <Link key={one} to="/rates" search={one === "sheet" ? {} : { tab: one }} activeOptions={{ exact: true }}>
            {t.rates.tabs[one]}
          </Link>
        ))}
      </nav>
      {tab === "extras" ? <ExtrasTab /> : tab === "fx" ? <FxTab /> : <Sheet />}
    </>
  );
}
