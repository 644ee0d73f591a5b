const failures = new WeakSet<object>()

// Vite tells of each part of the program that failed to load, however deep the view that wanted it.
addEventListener('vite:preloadError', (e) => failures.add(e.payload))

/** Whether an error is that a part of the program could not be had: the server is away, or has another version by now. */
export const isUnloaded = (error: Error) => failures.has(error)

/** Whether the server answers. */
export const reachable = () => fetch('/', { method: 'HEAD', cache: 'no-store' }).then((r) => r.ok, () => false)
