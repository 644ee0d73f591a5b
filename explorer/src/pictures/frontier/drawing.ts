/** The drawing of a chart in an element, as it is saved: the library gives it a size and no view box. */
export function drawingIn(element: Element | null): SVGSVGElement | undefined {
  const drawing = element?.querySelector<SVGSVGElement>('.frontier-chart svg') ?? undefined
  drawing?.setAttribute('viewBox', `0 0 ${drawing.clientWidth} ${drawing.clientHeight}`)
  return drawing
}
