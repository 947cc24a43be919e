import { useWords } from "../i18n";
import { Dialog } from "../ui/dialog";
import { AREAS } from "./areas";

export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t.nav.shortcuts} open onClose={onClose}>
      <dl className="keys">
        <div>
          <dt><kbd>Ctrl</kbd> <kbd>K</kbd></dt>
          <dd>{t.shortcuts.search}</dd>
        </div>
        {AREAS.map((area) => (
          <div key={area.path}>
            <dt><kbd>g</kbd> {t.shortcuts.then} <kbd>{area.key}</kbd></dt>
            <dd>{t.shortcuts.go(t.nav[area.name])}</dd>
          </div>
        ))}
        <div>
          <dt><kbd>/</kbd></dt>
          <dd>{t.app.search}</dd>
        </div>
        <div>
          <dt><kbd>?</kbd></dt>
          <dd>{t.shortcuts.help}</dd>
        </div>
      </dl>
    </Dialog>
  );
}
