/** The sprout, drawn on a field of 24 × 24: stem, right leaf, left leaf. */
export const sprout = {
  stem: 'M12 22V9',
  rightLeaf: 'M12 12c0-5 3-8.5 8-9-.2 5.5-3 9-8 9Z',
  leftLeaf: 'M12 16c0-4-2.6-7-7-7.5C5.2 13 7.6 16 12 16Z',
  light: '#9fe0bf',
  dark: '#5fae86',
} as const;

/** Where the server answers with `favicon`; every page links to it. */
export const faviconPath = '/favicon.svg';

/** The icon of the browser's tab, an SVG document: the sprout on bamboo green. */
export const favicon = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-3 -3 30 30">',
  '<rect x="-3" y="-3" width="30" height="30" rx="6" fill="#084d39"/>',
  `<path d="${sprout.stem}" stroke="${sprout.light}" stroke-width="2" stroke-linecap="round"/>`,
  `<path d="${sprout.rightLeaf}" fill="${sprout.light}"/>`,
  `<path d="${sprout.leftLeaf}" fill="${sprout.dark}"/>`,
  '</svg>',
].join('');
