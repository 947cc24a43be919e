/** Search over pages, all enquiries and clients, and the latest quotes; arrows choose, Enter goes there. */
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { can } from "../api/can";
import { clients, enquiries, everyEnquiry, everyQuote, quotes } from "../api/queries";
import { useWords } from "../i18n";
import { travellerOf, wishOf } from "../pages/enquiry/words";
import { useSettled } from "../ui/settled";
import { SearchIcon } from "../ui/icons";
import { AREAS } from "./areas";

/** Of a long list; whatever else fits the words, the platform finds. */
const LOOKED_THROUGH = 60;

interface Hit {
  path: string;
  group: string;
  title: string;
  detail?: string | undefined;
}

export default function Palette({ onClose }: { onClose: () => void }) {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [entered, setEntered] = useState(false);
  const sought = useSettled(text.trim(), 150);
  const asked = useInfiniteQuery({ ...enquiries(sought ? { q: sought } : {}), placeholderData: keepPreviousData, refetchInterval: false });
  const wishes = everyEnquiry(asked.data?.pages);
  const people = useInfiniteQuery({ ...clients(sought), enabled: sought !== "" && can("get /clients") }).data?.pages.flatMap((page) => page.items) ?? [];
  const offers = everyQuote(useInfiniteQuery(quotes).data?.pages);

  const hits = useMemo(() => {
    const words = text.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
    const fits = (hit: Hit) => {
      const said = `${hit.title} ${hit.detail ?? ""}`.toLocaleLowerCase(language);
      return words.every((word) => said.includes(word));
    };
    const pages: Hit[] = AREAS.map((area) => ({ path: area.path, group: t.palette.pages, title: t.nav[area.name] }));
    const some = words.length === 0 ? 4 : 8;
    // Lists may be long: only what is shown is put into words.
    const found = wishes.slice(0, LOOKED_THROUGH).map((one): Hit => ({
      path: `/enquiries/${one.id}`,
      group: t.palette.enquiries,
      title: travellerOf(one) ?? one.subject,
      detail: [one.subject, wishOf(t, language, one)].filter(Boolean).join(", "),
    }));
    const offered = offers.slice(0, LOOKED_THROUGH).map((one): Hit => ({
      path: `/quotes/${one.id}`,
      group: t.palette.quotes,
      title: `${one.number} ${one.traveller.name}`,
      detail: one.main_hotel ?? undefined,
    }));
    const known = people.slice(0, some).map((one): Hit => ({ path: `/clients/${one.id}`, group: t.palette.clients, title: one.name || one.email, detail: one.email }));
    // What the platform found for these very words need not be looked through again.
    const wished = sought === text.trim() ? found : found.filter(fits);
    return [...pages.filter(fits), ...wished.slice(0, some), ...offered.filter(fits).slice(0, some), ...known];
  }, [text, sought, wishes, people, offers, t, language]);

  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    void navigate({ to: hit.path });
  };
  const chosen = Math.min(at, hits.length - 1);
  // Whoever types and presses Enter at once means what is about to be found.
  const looking = sought !== text.trim() || asked.isPlaceholderData || asked.isPending;
  const enter = () => {
    if (looking && at === 0 && hits[chosen]?.group !== t.palette.pages) setEntered(true);
    else go(hits[chosen]);
  };
  useEffect(() => {
    if (!entered || looking) return;
    setEntered(false);
    go(hits[chosen]);
  });

  return (
    <ModalOverlay className="veil top" isOpen onOpenChange={(now) => now || onClose()} isDismissable>
      <Modal className="window palette">
        <AriaDialog aria-label={t.palette.title}>
          <div className="palette-box">
            <SearchIcon />
            <input
              autoFocus
              role="combobox"
              aria-expanded="true"
              aria-controls="palette-hits"
              aria-activedescendant={hits.length > 0 ? `palette-${chosen}` : undefined}
              aria-label={t.palette.placeholder}
              placeholder={t.palette.placeholder}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                setEntered(false);
                setAt(0);
              }}
              onKeyDown={(event) => {
                const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
                if (move && hits.length > 0) {
                  event.preventDefault();
                  const next = (chosen + move + hits.length) % hits.length;
                  setAt(next);
                  document.getElementById(`palette-${next}`)?.scrollIntoView({ block: "nearest" });
                }
                if (event.key === "Enter") enter();
              }}
            />
          </div>
          <div id="palette-hits" role="listbox" aria-label={t.palette.title} className="palette-hits" tabIndex={-1}>
            {hits.map((hit, place) => (
              <div key={hit.path} role="presentation">
                {hits[place - 1]?.group !== hit.group ? <p className="palette-group" role="presentation">{hit.group}</p> : null}
                <div
                  id={`palette-${place}`}
                  role="option"
                  aria-selected={place === chosen}
                  className="palette-hit"
                  onClick={() => go(hit)}
                  onMouseMove={() => setAt(place)}
                >
                  <span>{hit.title}</span>
                  {hit.detail ? <small>{hit.detail}</small> : null}
                </div>
              </div>
            ))}
          </div>
          {hits.length === 0 ? <p className="palette-none" role="status">{t.palette.none}</p> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
