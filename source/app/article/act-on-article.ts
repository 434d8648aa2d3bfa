import type {ArticleRow} from '../../domain/query/view.ts';
import {ask} from '../prompt/ask.ts';
import type {Act} from '../keys/keymap.ts';
import {notify} from '../core/notices.ts';
import type {State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {step} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/** Acts on the article in view, open or selected. */
export function actOnArticle(state: State, row: ArticleRow, act: Act): Step {
  const ids = [row.id];
  switch (act) {
    case 'toggle-read': {
      return step(state, {kind: 'mark', ids, isRead: !row.isRead});
    }
    case 'toggle-star': {
      return step(state, {kind: 'mark', ids, isStarred: !row.isStarred});
    }
    case 'tag': {
      const [after, effects] = ask(state, 'tag', (row.ownTags ?? []).map(name => `${name} `).join(''));
      return step(after, ...effects, {kind: 'load-tags'});
    }
    case 'browser': {
      return withAddress(state, row, url => step(state, {kind: 'open-url', url}));
    }
    case 'save-page': {
      return withAddress(state, row, url => step(state, {kind: 'save-page', url}));
    }
    case 'copy-url': {
      return withAddress(state, row, url => step(state, {kind: 'copy', text: url, what: 'address'}));
    }
    case 'copy-article': {
      return step(state, {kind: 'copy-article', id: row.id});
    }
    case 'save': {
      return ask(state, 'save', `${fileName(row.title)}.md`);
    }
    case 'pipe': {
      return ask(state, 'pipe');
    }
    case 'editor':
    case 'pager': {
      return step(state, {kind: 'hand-over', id: row.id, to: act});
    }
    default: {
      return step(state);
    }
  }
}

/** The chosen link's address, else the article's own. */
function withAddress(state: State, row: ArticleRow, use: (url: string) => Step): Step {
  const screen = screenOf(state);
  const target = screen.kind === 'article' ? screen.chosen?.target : undefined;
  const url = target?.kind === 'url' ? target.url : row.url;
  return url === undefined ? notify(state, 'This article has no address on the web.') : use(url);
}

function fileName(title: string): string {
  const plain = title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain.slice(0, 80) || 'article';
}
