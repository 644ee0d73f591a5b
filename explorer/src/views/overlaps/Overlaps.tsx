export default function Overlaps() {
  return null
}
