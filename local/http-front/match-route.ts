import type { RouteSpec } from '../../lib/catalog-doors.ts';

export interface RouteMatch {
  readonly route: RouteSpec;
  /** Decoded values of `{name}` and `{name+}`. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** How definite a path is: literal parts before `{name}` before `{name+}`. */
const rank = (path: string): string =>
  path
    .split('/')
    .map((part) => (part.endsWith('+}') ? '2' : part.startsWith('{') ? '1' : '0'))
    .join('');

const expression = (path: string): RegExp => {
  const parts = path.split('/').map((part) => {
    const name = /^\{(\w+)(\+?)\}$/.exec(part);
    if (name !== null) return `(?<${name[1]}>${name[2] === '+' ? '.+' : '[^/]+'})`;
    return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('/')}$`);
};

/**
 * The most definite route for a request, as API Gateway chooses it.
 *
 * @param pathname - still percent-encoded
 */
export const matchRoute = (
  routes: readonly RouteSpec[],
  method: string,
  pathname: string,
): RouteMatch | undefined => {
  const matches = routes.flatMap((route) => {
    const found = route.method === method ? expression(route.path).exec(pathname) : null;
    return found === null ? [] : [{ route, groups: found.groups ?? {} }];
  });
  const [best] = matches.sort((a, b) => (rank(a.route.path) < rank(b.route.path) ? -1 : 1));
  if (best === undefined) return undefined;
  const parameters = Object.entries(best.groups).map(([name, value]) => [name, decodeURIComponent(value)]);
  return { route: best.route, parameters: Object.fromEntries(parameters) };
};
