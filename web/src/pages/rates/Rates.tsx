/** The rate sheet by plans, the extras, the exchange rates. */
import { useSearch } from "@tanstack/react-router";
import { useWords } from "../../i18n";
import { PageHead } from "../../ui/kit";
import { Tabs } from "../../ui/Tabs";
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
      <Tabs label={t.rates.title} to="/rates" tabs={TABS.map((name) => ({ name, label: t.rates.tabs[name] }))} at={tab} />
      {tab === "extras" ? <ExtrasTab /> : tab === "fx" ? <FxTab /> : <Sheet />}
    </>
  );
}
