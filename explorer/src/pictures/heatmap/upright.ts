// Names of columns are written from top to bottom, as Chinese is: characters upright one below the other, Latin words and
// brackets turned.

/** A piece of an upright name; its length is in heights of a character. Commas and stops stand in the upper right corner. */
export type Piece = { text: string; turned: boolean; corner: boolean; length: number }

const latin = 0.58
const bracket = /^[（）《》〈〉「」〔〕“”‘’—…：；]$/u
const stop = /^[、，。]$/u

const known = new Map<string, Piece[]>()

/** The pieces of a name; the same name, drawn again and again, is taken apart once. */
export function piecesOf(name: string): Piece[] {
  let pieces = known.get(name)
  if (!pieces) known.set(name, (pieces = takenApart(name)))
  return pieces
}

function takenApart(name: string): Piece[] {
  const parts = name.match(/[\u0020-\u1fff]+|[^\u0020-\u1fff]/gsu) ?? []
  return parts.map((text) => {
    const isLatin = text.codePointAt(0)! < 0x2000
    return { text, turned: isLatin || bracket.test(text), corner: stop.test(text), length: isLatin ? [...text].length * latin : 1 }
  })
}

/** The width of a name written across, about, in characters. */
export const lengthOf = (name: string) => piecesOf(name).reduce((n, p) => n + p.length, 0)

/** A name cut so that it is at most so many characters long, with its ellipsis. */
export function shortened(name: string, most: number): string {
  if (lengthOf(name) <= most) return name
  const characters = [...name]
  while (characters.length && lengthOf(characters.join('')) > most - 1) characters.pop()
  return characters.join('') + '…'
}
