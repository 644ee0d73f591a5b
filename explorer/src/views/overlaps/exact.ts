import { i18n, type Lang, tags } from '../../i18n'

/** A cost to its last digit: costs are whole millionths of a unit. */
export const exact = (n: number) => new Intl.NumberFormat(tags[i18n.language as Lang] ?? 'zh-CN', { maximumFractionDigits: 6 }).format(n)
