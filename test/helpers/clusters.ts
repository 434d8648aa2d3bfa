/** Clusters that terminals give different widths, by what makes them odd. */
export const CLUSTERS: readonly (readonly [kind: string, cluster: string])[] = Object.entries({
  'a tone of skin': ['👍🏻', '👍🏽', '👋🏿', '🤝🏼', '✌🏾', '☝🏽', '🧑🏽', '💪🏿'],
  'joined by ZWJ': ['👩‍💻', '👨‍👩‍👧‍👦', '🏳️‍🌈', '🧑‍🚀', '❤️‍🔥', '🐻‍❄️', '👩🏽‍🔬', '🏴‍☠️', '👁️‍🗨️', '🧑🏻‍🤝‍🧑🏿'],
  'regional indicators': ['🇩🇪', '🇯🇵', '🇺🇳', '🇪', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  'shown as emoji by VS16': ['❤️', '☀️', '✈️', '⚠️', '✔️', '©️', '™️', '↔️', '☎️'],
  'shown as text by VS15': ['❤︎', '⌚︎', '☕︎'],
  'a keycap': ['1️⃣', '#️⃣', '9⃣'],
  ambiguous: ['①', '※', '☆', '♪', '■', 'Ω', '⅓', '℃'],
  'marks on a letter': ['e\u0301', 'a\u0308\u0304', 'n\u0303', 'Z\u0351\u036B\u0343', 'が', 'é̱'],
  'scripts that are joined': ['क्षि', 'நி', 'ไทย', 'ক্ষ', 'ᄒ\u1161ᆫ', 'لا'],
  'marks on a sign': ['\u25CC\u0301', '=\u0338', '→\u20D7'],
  'of no width': ['a\u200Bb', 'a\u00ADb', 'a\u2060b'],
  'newer than many tables': ['🫠', '🫩', '🪿', '\u{1FAE8}'],
}).flatMap(([kind, clusters]) => clusters.map((cluster): readonly [string, string] => [kind, cluster]));
