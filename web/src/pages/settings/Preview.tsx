/** A quote with these settings, as a mail and as its document, changing as one types. */
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useWords } from "../../i18n";
import { inkOn, isColour } from "../../text/colour";
import { Choices } from "../../ui/kit";
import type { Form } from "./Branding";

interface PreviewProps {
  now: Form;
  name: string;
  logo: string | undefined;
}

export function Preview(props: PreviewProps) {
  const { t } = useWords();
  const [at, setAt] = useState<"mail" | "pdf">("mail");
  return (
    <figure className="preview">
      <figcaption className="section-head">
        <h2>{t.settings.preview}</h2>
        <Choices label={t.settings.preview} value={at} options={(["mail", "pdf"] as const).map((value) => ({ value, label: t.settings.previews[value] }))} onChange={setAt} />
      </figcaption>
      {at === "mail" ? <Mail {...props} /> : <Page {...props} />}
    </figure>
  );
}

/** Colours that are typed cannot stand in a style sheet; the policy forbids style attributes in markup, not this. */
function Branded({ now, look, children }: { now: Form; look: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const style = box.current?.style;
    if (!style || !isColour(now.primary_color) || !isColour(now.secondary_color)) return;
    style.setProperty("--brand", now.primary_color);
    style.setProperty("--brand-ink", inkOn(now.primary_color));
    style.setProperty("--brand-2", now.secondary_color);
  }, [now.primary_color, now.secondary_color]);
  return <div className={`branded ${look}`} ref={box} inert>{children}</div>;
}

function Head({ name, logo }: { name: string; logo: string | undefined }) {
  return <p className="preview-head">{logo ? <img src={logo} alt={name} /> : name}</p>;
}

function Mail({ now, name, logo }: PreviewProps) {
  const { sample } = useWords().t.settings;
  return (
    <Branded now={now} look="preview-mail">
      <Head name={name} logo={logo} />
      <div className="preview-body">
        <p className="preview-title">{sample.subject}</p>
        <p>{sample.hello}</p>
        <p>{sample.text}</p>
        <div className="preview-card">
          <strong>{sample.hotel}</strong>
          <span>{sample.nights}</span>
        </div>
        <p className="preview-button">{sample.accept}</p>
        <p className="preview-sign">{now.email_signature}</p>
      </div>
    </Branded>
  );
}

/** The first page of the document, in small. */
function Page({ now, name, logo }: PreviewProps) {
  const { sample } = useWords().t.settings;
  return (
    <Branded now={now} look="preview-page">
      <Head name={name} logo={logo} />
      <div className="preview-body">
        <p className="preview-title">{sample.subject}</p>
        <p className="preview-number">Q-2027-0042</p>
        <div className="preview-card">
          <strong>{sample.hotel}</strong>
          <span>{sample.nights}</span>
          <ul>
            {sample.lines.map(([what, amount]) => (
              <li key={what}><span>{what}</span><span>{amount}</span></li>
            ))}
          </ul>
        </div>
        <p className="preview-sign">{name}</p>
      </div>
    </Branded>
  );
}
