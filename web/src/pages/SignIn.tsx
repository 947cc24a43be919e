import { zodResolver } from "@hookform/resolvers/zod";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { ApiFailure, call } from "../api/client";
import { can } from "../api/can";
import { useWords } from "../i18n";
import { session, useSession, type Granted } from "../session/session";
import { inWords } from "../ui/failure";
import { Button, TextField } from "../ui/kit";
import { Mark } from "../ui/Mark";
import "../styles/sign-in.css";

const form = z.object({
  email: z.string().check(z.trim(), z.minLength(3)),
  password: z.string().check(z.minLength(1)),
  totp: z.optional(z.string()),
});
type Form = z.infer<typeof form>;

export default function SignIn() {
  const { t } = useWords();
  const here = useSession();
  const navigate = useNavigate();
  const { back } = useSearch({ from: "/sign-in" });
  const [withCode, setWithCode] = useState(false);
  const { register, handleSubmit, formState, setError, setFocus } = useForm<Form>({ resolver: zodResolver(form) });

  useEffect(() => setFocus("email"), [setFocus]);
  useEffect(() => {
    if (here.kind === "in") void navigate({ to: back ?? "/", replace: true });
  }, [here.kind, navigate, back]);

  const submit = handleSubmit(async ({ email, password, totp }) => {
    const code = totp?.replace(/\s+/g, "");
    try {
      session.grant(await call<Granted>("POST", "/auth/login", { email, password, ...(withCode && code ? { totp: code } : {}), ...(can("post /auth/refresh") ? { cookie: true } : {}) }));
    } catch (failure) {
      const known = failure instanceof ApiFailure ? failure : undefined;
      // The password was right, and a code is asked for besides.
      if (known?.errors.some((error) => error.field === "totp")) {
        setWithCode(true);
        setError("root", { message: withCode ? t.signIn.wrongCode : t.signIn.needCode });
        return;
      }
      const words =
        known?.status === 401 || known?.status === 400
          ? withCode ? t.signIn.wrongCode : t.signIn.wrong
          : known?.status === 429
            ? t.signIn.wait(known.retryAfter ?? 1)
            : inWords(t, failure);
      setError("root", { message: words });
      setFocus("password");
    }
  });

  const ended = here.kind === "out" && here.because ? t.signIn[here.because] : undefined;
  return (
    <div className="front">
      <section className="front-story" aria-labelledby="story">
        <p className="brand">
          <Mark size={36} /> <span>Tripdesk</span>
        </p>
        <h2 id="story">{t.signIn.lead}</h2>
        <SampleLetter />
        <ol className="front-steps">
          {t.signIn.how.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <main className="front-form" id="page">
        <form onSubmit={(event) => void submit(event)} noValidate>
          <h1>{t.signIn.title}</h1>
          {ended && !formState.isSubmitted ? <p className="callout" role="status">{ended}</p> : null}
          {formState.errors.root ? <p className="failure" role="alert">{formState.errors.root.message}</p> : null}
          <TextField
            label={t.signIn.email}
            type="email"
            autoComplete="username"
            inputMode="email"
            error={formState.errors.email ? t.settings.badEmail : undefined}
            {...register("email")}
          />
          <TextField
            label={t.signIn.password}
            type="password"
            autoComplete="current-password"
            error={formState.errors.password ? t.settings.needed : undefined}
            {...register("password")}
          />
          {withCode ? (
            <TextField label={t.signIn.totp} hint={t.signIn.totpHint} autoComplete="one-time-code" autoFocus {...register("totp")} />
          ) : null}
          <Button type="submit" look="primary" isPending={formState.isSubmitting}>
            {t.signIn.submit}
          </Button>
          <p className="front-links">
            {can("post /auth/totp/enroll") && !withCode ? (
              <button type="button" className="link" onClick={() => setWithCode(true)}>
                {t.signIn.haveCode}
              </button>
            ) : null}
            {can("post /auth/password/forgot") ? <Link to="/forgot-password">{t.signIn.forgot}</Link> : null}
            {can("get /admin/tenants") ? <Link to="/operator">{t.signIn.operator}</Link> : null}
          </p>
        </form>
      </main>
    </div>
  );
}

/** A letter with what matters marked: the product in one picture. */
function SampleLetter() {
  const { t } = useWords();
  const { from, before, party, middle, dates, after } = t.signIn.sample;
  return (
    <figure className="sample-letter" role="img" aria-label={t.signIn.sample.alt}>
      <div aria-hidden="true">
        <p className="sample-from">{from}</p>
        <p>
          {before}
          <mark>{party}</mark>
          {middle}
          <mark>{dates}</mark>
          {after}
        </p>
      </div>
    </figure>
  );
}
