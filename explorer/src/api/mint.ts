/** A key of a new scenario. crypto.randomUUID is not there on pages served without TLS, as on most intranets. */
export const mint = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return `p-${Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')}`
}
