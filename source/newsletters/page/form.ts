import {ancestors, elementsIn, isHidden, textOf} from './markup.ts';
import type {HomePage, Markup} from './markup.ts';

/** A form as a browser would fill and send it. */
export type Form = Readonly<{
  element: Markup;
  /** The address that it is sent to; the page itself if the form names none. */
  action: URL;
  /** The form says where it goes or how: else a script takes it, and a request of ours would reach nobody. */
  isStatic: boolean;
  method: 'get' | 'post';
  controls: readonly Control[];
}>;

export type Control = Readonly<{
  element: Markup;
  kind:
    | 'text'
    | 'email'
    | 'hidden'
    | 'checkbox'
    | 'radio'
    | 'select'
    | 'textarea'
    | 'password'
    | 'search'
    | 'submit'
    | 'other';
  name: string;
  value: string;
  isRequired: boolean;
  /** Ticked, or of a select: an option is chosen beforehand. */
  isChecked: boolean;
  /** A person can see it. Honeypots are not seen, hidden fields neither. */
  isSeen: boolean;
  /** Label, placeholder, name and the like, to tell what it is for. */
  words: string;
}>;

/** Forms that are looked at; an honest page has far fewer. */
const MOST_FORMS = 30;
const MOST_CONTROLS = 200;

export function formsOf(page: HomePage): readonly Form[] {
  const forms = page.elements.filter(({name}) => name === 'form').slice(0, MOST_FORMS);
  return forms.map(element => readForm(element, page));
}

function readForm(element: Markup, page: HomePage): Form {
  const {attribs} = element;
  const outside = page.elements.filter(one => attribs.id && one.attribs.form === attribs.id);
  const inside = [...elementsIn(element), ...outside];
  const labels = labelsOf([...inside, ...page.elements.filter(({name}) => name === 'label')]);
  const sender = inside.find(one => one.attribs.formaction);
  const action = attribs.action?.trim() || sender?.attribs.formaction?.trim();
  return {
    element,
    action: URL.parse(action ?? page.url.href, page.base.href) ?? page.url,
    isStatic: (action !== undefined && !/^(?:javascript:|#)/i.test(action)) || attribs.method !== undefined,
    method: attribs.method?.trim().toLowerCase() === 'post' ? 'post' : 'get',
    controls: inside
      .filter(({name}) => CONTROLS.has(name))
      .slice(0, MOST_CONTROLS)
      .map(one => readControl(one, element, labels)),
  };
}

const CONTROLS = new Set(['input', 'select', 'textarea', 'button']);

function labelsOf(elements: readonly Markup[]): ReadonlyMap<string, string> {
  const labels = elements.filter(({name, attribs}) => name === 'label' && attribs.for);
  return new Map(labels.map(label => [label.attribs.for ?? '', textOf(label, 200)]));
}

function readControl(element: Markup, form: Markup, labels: ReadonlyMap<string, string>): Control {
  const {attribs} = element;
  const around = ancestors(element);
  const within = around.slice(0, around.indexOf(form) + 1);
  const label =
    labels.get(attribs.id ?? '') ??
    around.slice(0, 3).flatMap(one => (one.name === 'label' ? [textOf(one, 200)] : []))[0];
  const words = [
    label,
    attribs.placeholder,
    attribs['aria-label'],
    attribs.name,
    attribs.id,
    attribs.autocomplete,
    attribs.title,
  ];
  const kind = kindOf(element);
  return {
    element,
    kind,
    name: attribs.name ?? '',
    value: valueOf(element, kind),
    isRequired: attribs.required !== undefined || attribs['aria-required'] === 'true',
    isChecked: kind === 'select' ? hasChosen(element) : attribs.checked !== undefined,
    isSeen: kind !== 'hidden' && ![element, ...within].some(isHidden) && !BAIT.test(label ?? ''),
    words: words.filter(Boolean).join(' '),
  };
}

/** Words of honeypots to those who see them. */
const BAIT =
  /leave (?:this|it|the)?.{0,20}(?:empty|blank)|do ?n[o']t fill|if you.{1,12}human|laisse[rz].{0,20}vide|nicht ausfüllen/i;

function kindOf({name, attribs}: Markup): Control['kind'] {
  if (name === 'select' || name === 'textarea') return name;
  const type = attribs.type?.trim().toLowerCase();
  if (name === 'button') return type === undefined || type === '' || type === 'submit' ? 'submit' : 'other';
  return KINDS[type ?? ''] ?? 'text';
}

const KINDS: Readonly<Record<string, Control['kind']>> = {
  email: 'email',
  hidden: 'hidden',
  checkbox: 'checkbox',
  radio: 'radio',
  password: 'password',
  search: 'search',
  submit: 'submit',
  image: 'submit',
  button: 'other',
  reset: 'other',
  file: 'other',
};

function valueOf(element: Markup, kind: Control['kind']): string {
  if (kind === 'select') return selected(element);
  if (kind === 'textarea') return '';
  return element.attribs.value ?? (kind === 'checkbox' || kind === 'radio' ? 'on' : '');
}

function hasChosen(select: Markup): boolean {
  return elementsIn(select).some(({attribs}) => attribs.selected !== undefined);
}

function selected(select: Markup): string {
  const options = elementsIn(select).filter(({name}) => name === 'option');
  const chosen = options.find(({attribs}) => attribs.selected !== undefined) ?? options[0];
  return chosen ? (chosen.attribs.value ?? textOf(chosen, 200)) : '';
}
