import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { formFields, type RequestContext, type RequestEnvironment } from '../../../platform/http/index.ts';
import { languageCookie, languageOf } from '../../../ui/language.ts';
import { renderPage } from '../../../ui/page.tsx';
import { signIn } from '../commands/sign-in.ts';
import { signOut, signOutEverywhere } from '../commands/sign-out.ts';
import type { PeopleDependencies } from '../dependencies.ts';
import { localPath } from '../local-path.ts';
import { SignInPage, type SignInPageProps } from '../pages/SignInPage.tsx';
import { readSignIn } from '../schema.ts';
import { requirePerson } from '../session-middleware.ts';
import { frameOf, minutesUntil } from './request.ts';

const SECONDS_OF_A_YEAR = 31_536_000;

/** Coming in, going out, and the language of the screen. */
export function signInRoutes(dependencies: PeopleDependencies): Hono<RequestEnvironment> {
  const { identity, clock, assets, publicUrl } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  const page = async (
    c: RequestContext,
    props: Omit<SignInPageProps, 'frame' | 'note'>,
    status: 200 | 401 | 422 | 429,
  ) => {
    const currentPath =
      props.next === '/' ? '/dang-nhap' : `/dang-nhap?tiep=${encodeURIComponent(props.next)}`;
    const note = await dependencies.signInNote?.(c.var.language);
    return c.html(
      renderPage(<SignInPage {...props} note={note} frame={frameOf(c, assets, currentPath)} />),
      status,
    );
  };

  routes.get('/dang-nhap', (c) => {
    const next = localPath(c.req.query('tiep'), '/');
    if (c.var.actor !== null) return c.redirect(next, 303);
    const notice = c.req.query('het_phien')
      ? 'sessionOver'
      : c.req.query('da_dang_xuat')
        ? 'signedOut'
        : undefined;
    return page(c, { username: '', next, faults: {}, notice }, 200);
  });

  routes.post('/dang-nhap', async (c) => {
    const fields = await formFields(c);
    const next = localPath(fields.tiep, '/');
    const shown = { username: fields.ten_dang_nhap ?? '', next, faults: {} };
    const form = readSignIn(fields);
    if (!form.ok) return page(c, { ...shown, faults: form.faults }, 422);
    const result = await signIn(dependencies, form.value, c.req.raw.headers);
    if (result.outcome === 'locked') {
      const lockedForMinutes = minutesUntil(result.until, clock.now());
      return page(c, { ...shown, refusal: { lockedForMinutes } }, 429);
    }
    if (result.outcome === 'refused') return page(c, { ...shown, refusal: { lockedForMinutes: null } }, 401);
    for (const cookie of result.cookies) c.header('Set-Cookie', cookie, { append: true });
    return c.redirect(result.actor.mustChangePassword ? '/doi-mat-khau' : next, 303);
  });

  const leave = async (c: RequestContext) => {
    for (const cookie of await identity.signOut(c.req.raw.headers))
      c.header('Set-Cookie', cookie, { append: true });
    return c.redirect('/dang-nhap?da_dang_xuat=1', 303);
  };

  routes.post('/dang-xuat', async (c) => {
    const { actor, sessionToken } = c.var;
    if (actor !== null && sessionToken !== null) await signOut(dependencies, actor, sessionToken);
    return leave(c);
  });

  routes.post('/dang-xuat-moi-noi', async (c) => {
    await signOutEverywhere(dependencies, requirePerson(c));
    return leave(c);
  });

  routes.post('/ngon-ngu', async (c) => {
    const fields = await formFields(c);
    setCookie(c, languageCookie, languageOf(fields[languageCookie]), {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: publicUrl.startsWith('https:'),
      maxAge: SECONDS_OF_A_YEAR,
    });
    return c.redirect(localPath(fields.tro_ve, '/'), 303);
  });

  return routes;
}
