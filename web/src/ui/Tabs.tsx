/** Sections of a page, each with an address of its own. The one at hand is in sight, however narrow the screen. */
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

interface TabsProps {
  label: string;
  to: "/settings" | "/rates";
  tabs: { name: string; label: string }[];
  at: string;
}

export function Tabs({ label, to, tabs, at }: TabsProps) {
  const bar = useRef<HTMLElement>(null);
  const place = tabs.findIndex((tab) => tab.name === at);
  useEffect(() => {
    const here = bar.current?.children[place] as HTMLElement | undefined;
    if (here && bar.current) bar.current.scrollLeft = here.offsetLeft - bar.current.clientWidth / 2 + here.offsetWidth / 2;
  }, [place]);
  return (
    <nav className="tabs" aria-label={label} ref={bar}>
      {tabs.map((tab, nth) => (
        <Link key={tab.name} to={to} search={nth === 0 ? {} : { tab: tab.name }} activeOptions={{ exact: true }}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
