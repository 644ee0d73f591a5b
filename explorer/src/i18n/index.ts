import i18next, { type TFunction } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en'
import { type Texts, zh } from './zh'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: Texts }
    returnNull: false
  }
}

/** The languages, by their names in an address. */
export type Lang = 'zh' | 'en'

export const tags: Record<Lang, string> = { zh: 'zh-CN', en: 'en' }

export const i18n = i18next.use(initReactI18next)
void i18n.init({ lng: 'zh', fallbackLng: false, resources: { zh: { translation: zh }, en: { translation: en } }, interpolation: { escapeValue: false } })
export { useTranslation } from 'react-i18next'
/** Gives the text of a key: what useTranslation gives, for functions that are handed it. */
export type T = TFunction
