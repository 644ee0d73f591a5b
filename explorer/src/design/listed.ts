import { i18n } from '../i18n'

/** Names one after the other, as the language has it. */
export const listed = (names: readonly string[]) => names.join(i18n.language === 'en' ? ', ' : '、')
