/** The words before the address at the foot of every item, Turkish and English as the bulletins print them, in every language. */
export const SOURCE_LABEL = 'Kaynak/Source:'
