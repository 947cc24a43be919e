/** The second step of signing in: a key for an app, proved once before it counts, and codes for the day it is lost. */
import { useState, type FormEvent } from "react";
import { encode } from "uqr";
import { call } from "../../api/client";
import type { Profile } from "../../api/types";
import { useWords } from "../../i18n";
import { session } from "../../session/session";
import { useAct } from "../../ui/act";
import { Dialog } from "../../ui/dialog";
import { Failure } from "../../ui/failure";
import { Button, Tag, TextField } from "../../ui/kit";
import { say } from "../../ui/toasts";

interface Enrolment {
  secret: string;
  uri: string;
}

type Protected = Profile & { totp_enabled?: boolean };

export function TwoSteps({ profile }: { profile: Protected }) {
  const { t } = useWords();
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [stopping, setStopping] = useState(false);
  const enroll = useAct({ work: () => call<Enrolment>("POST", "/auth/totp/enroll"), then: setEnrolment });
  const on = profile.totp_enabled ?? false;
  const become = (totp_enabled: boolean) => session.rename({ ...profile, totp_enabled } as Profile);
  return (
    <section className="panel" aria-labelledby="two-steps">
      <header className="panel-head">
        <h2 id="two-steps">{t.security.totp}</h2>
        {on ? <Tag tone="green">{t.team.protected}</Tag> : null}
      </header>
      <div className="panel-body">
        <p className="hint">{on ? t.security.totpOn : t.security.totpOff}</p>
        <div className="form-foot">
          {on ? (
            <Button onPress={() => setStopping(true)}>{t.security.disable}</Button>
          ) : (
            <Button onPress={() => enroll.mutate()} isPending={enroll.isPending}>{t.security.enroll}</Button>
          )}
        </div>
      </div>
      {enrolment ? <Enrol enrolment={enrolment} onDone={() => become(true)} onClose={() => setEnrolment(undefined)} /> : null}
      {stopping ? <Stop onDone={() => become(false)} onClose={() => setStopping(false)} /> : null}
    </section>
  );
}

interface StepProps {
  onDone: () => void;
  onClose: () => void;
}

function Enrol({ enrolment, onDone, onClose }: StepProps & { enrolment: Enrolment }) {
  const { t } = useWords();
  const [code, setCode] = useState("");
  const [codes, setCodes] = useState<string[]>();
  const confirm = useAct({
    work: (typed: string) => call<{ recovery_codes: string[] }>("POST", "/auth/totp/confirm", { code: typed }),
    said: t.security.confirmed,
    changes: ["people"],
    then: (done) => {
      setCodes(done.recovery_codes);
      onDone();
    },
    shown: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(code.replaceAll(/\s+/g, ""));
  };
  if (codes) return <Recovery codes={codes} onClose={onClose} />;
  return (
    <Dialog title={t.security.totp} open onClose={onClose}>
      <p className="lead">{t.security.scan}</p>
      <Square text={enrolment.uri} />
      <p className="own-address"><span className="hint">{t.security.key}</span> <code>{enrolment.secret.replaceAll(/(.{4})/g, "$1 ").trim()}</code></p>
      {confirm.error ? <Failure failure={confirm.error} /> : null}
      <form onSubmit={submit}>
        <TextField label={t.security.code} inputMode="numeric" autoComplete="one-time-code" maxLength={7} value={code} onChange={(event) => setCode(event.target.value)} />
        <div className="window-actions">
          <Button onPress={onClose}>{t.app.cancel}</Button>
          <Button type="submit" look="primary" isPending={confirm.isPending} isDisabled={!/^\d{3}\s?\d{3}$/.test(code.trim())}>{t.security.confirm}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A square code, drawn here: the key goes to nobody else's picture service. */
function Square({ text }: { text: string }) {
  const { t } = useWords();
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg className="square-code" role="img" aria-label={t.security.qr} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path d={`M0 0h${size}v${size}h-${size}z`} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}

function Recovery({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const { t } = useWords();
  const copy = () => void navigator.clipboard.writeText(codes.join("\n")).then(() => say(t.security.copied));
  return (
    <Dialog title={t.security.recovery} open onClose={onClose}>
      <p className="lead">{t.security.recoveryText}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}><code>{code}</code></li>
        ))}
      </ul>
      <div className="window-actions">
        <Button onPress={copy}>{t.security.copy}</Button>
        <Button look="primary" onPress={onClose}>{t.security.kept}</Button>
      </div>
    </Dialog>
  );
}

function Stop({ onDone, onClose }: StepProps) {
  const { t } = useWords();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const stop = useAct({
    work: () => call("POST", "/auth/totp/disable", { password, code: code.replaceAll(/\s+/g, "") }),
    said: t.security.disabled,
    changes: ["people"],
    then: () => {
      onDone();
      onClose();
    },
    shown: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    stop.mutate();
  };
  return (
    <Dialog title={t.security.totp} open onClose={onClose}>
      <p className="lead">{t.security.disableText}</p>
      {stop.error ? <Failure failure={stop.error} /> : null}
      <form onSubmit={submit}>
        <div className="fields one">
          <TextField label={t.signIn.password} type="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />
          <TextField label={t.security.code} inputMode="numeric" autoComplete="one-time-code" value={code} onChange={(event) => setCode(event.target.value)} />
        </div>
        <div className="window-actions">
          <Button onPress={onClose}>{t.app.cancel}</Button>
          <Button type="submit" look="danger" isPending={stop.isPending}>{t.security.disable}</Button>
        </div>
      </form>
    </Dialog>
  );
}
