import type {RequestSignup, SignupRequest} from './provider.ts';

/**
 * A form or a JSON endpoint of nobody in particular: the address in its field, everything else as it was
 * found.
 */
export function requestPlainly(signup: RequestSignup, email: string): SignupRequest {
  return signup.method === 'json'
    ? postJson(signup.url, {[signup.field]: email, ...signup.fixed, [signup.field]: email})
    : postForm(signup, email);
}

export function postForm(
  {url, field, fixed}: Pick<RequestSignup, 'url' | 'field' | 'fixed'>,
  email: string,
): SignupRequest {
  const body = new URLSearchParams([[field, email]]);
  for (const [name, value] of Object.entries(fixed)) {
    if (name !== field) for (const one of [value].flat()) body.append(name, one);
  }
  return {
    method: 'POST',
    url,
    accept: 'application/json, text/html;q=0.9, */*;q=0.5',
    headers: {'content-type': 'application/x-www-form-urlencoded'},
    body: body.toString(),
  };
}

export function postJson(url: string, content: Readonly<Record<string, unknown>>): SignupRequest {
  return {
    method: 'POST',
    url,
    accept: 'application/json',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify(content),
  };
}
