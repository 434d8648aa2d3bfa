import {inOrder} from '../../domain/article/enclosure-text.ts';
import type {ArticleRow} from '../../domain/query/view.ts';
import {ask} from '../prompt/ask.ts';
import type {Act} from '../keys/keymap.ts';
import {notify} from '../core/notices.ts';
import type {State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {step} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/** Acts on the article in view, open or selected. */
export function actOnArticle(state: State, row: ArticleRow, act: Act, count?: number): Step {
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
      return withAddress(state, row, url =>
        step(
          state,
          {kind: 'open-url', url, ...browserOf(state, row)},
          ...(state.settings.readInBrowser && url === row.url && !row.isRead
            ? [{kind: 'mark', ids, isRead: true, isQuiet: true} as const]
            : []),
        ),
      );
    }
    case 'enclosure': {
      return openEnclosure(state, row, count);
    }
    case 'comments': {
      return row.comments === undefined
        ? notify(state, 'This article names no page for comments.')
        : step(state, {kind: 'open-url', url: row.comments});
    }
    case 'browser-read': {
      const mark = {kind: 'mark', ids, isRead: true, isQuiet: true} as const;
      return withAddress(state, row, url => step(state, {kind: 'open-url', url}, mark));
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

/** The browser that the reader has chosen for the publication. */
function browserOf({publications}: State, {publicationId}: ArticleRow): {browser?: string} {
  const browser = publications.find(({id}) => id === publicationId)?.own?.browser;
  return browser === undefined ? {} : {browser};
}

/** The first recording or file, or with a count the one of that number. */
function openEnclosure(state: State, {enclosures = []}: ArticleRow, count = 1): Step {
  const files = inOrder(enclosures);
  const file = files[count - 1];
  if (!file)
    return notify(
      state,
      files.length === 0 ? 'No file comes with this article.' : `Only ${files.length} files come with it.`,
    );
  return step(state, {kind: 'open-url', url: file.url, ...(file.type !== undefined && {type: file.type})});
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
