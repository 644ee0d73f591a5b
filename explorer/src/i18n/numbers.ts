import { i18n, type Lang, tags } from './index'

const tag = () => tags[i18n.language as Lang] ?? 'zh-CN'

/** A cost or count as people read it: at most three decimals. */
export const number = (n: number) => new Intl.NumberFormat(tag(), { maximumFractionDigits: 3 }).format(n)

/** A cost to its last digit: costs are whole millionths of a unit. */
export const exact = (n: number) => new Intl.NumberFormat(tag(), { maximumFractionDigits: 6 }).format(n)

/** The day of a time. */
export const day = (time: string) => new Intl.DateTimeFormat(tag(), { dateStyle: 'medium' }).format(new Date(time))
