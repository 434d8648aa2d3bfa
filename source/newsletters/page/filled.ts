import type {Control, Form} from './form.ts';

/**
 * The fields that a form sends besides the address when nothing else is typed: hidden fields, honeypots,
 * ticked boxes, in its order.
 */
export function fixedFields(
  form: Form,
  email: Control,
): Readonly<Record<string, string | readonly string[]>> {
  const sent = new Map<string, string | string[]>();
  for (const control of form.controls.filter(control => control !== email && isSent(control, form))) {
    const before = sent.get(control.name);
    sent.set(control.name, before === undefined ? control.value : [before, control.value].flat());
  }
  return Object.fromEntries(sent);
}

/** The first button is the one that Enter presses; of the others nothing is sent. */
function isSent(control: Control, {controls}: Form): boolean {
  if (control.name === '' || control.element.attribs.disabled !== undefined || control.kind === 'other')
    return false;
  if (control.kind === 'checkbox' || control.kind === 'radio') return control.isChecked;
  return control.kind !== 'submit' || control === controls.find(({kind}) => kind === 'submit');
}

/** Something only the reader can give: a name that must be there, a box to agree to, a country to choose. */
export function asksForMore({controls}: Form, email: Control): boolean {
  return controls.some(
    control => control !== email && control.isSeen && control.isRequired && isOpen(control),
  );
}

function isOpen({kind, value, isChecked}: Control): boolean {
  if (kind === 'checkbox' || kind === 'select') return !isChecked;
  return (kind === 'text' || kind === 'email') && value === '';
}

/** A token that is good for this visit of a browser only. */
export function hasVisitToken({controls}: Form): boolean {
  return controls.some(
    ({kind, name, value}) => kind === 'hidden' && VISIT_TOKEN.test(name) && value.length >= 8,
  );
}

const VISIT_TOKEN =
  /csrf|xsrf|^_?token$|authenticity_token|requestverification|wpnonce|^nonce$|form_build_id/i;
