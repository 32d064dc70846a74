/** The languages of the screen: Vietnamese is the source, English has the same shape. */
export type Language = 'vi' | 'en';
