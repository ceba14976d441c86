/// Does something while a lock is held, and releases the lock, whether `body` throws or not
/// (`__exit__` of a `with` block).
///
/// - Throws: what `body` throws; what `release` throws, which comes first.
@inline(__always)
func releasing<R>(_ release: () throws -> Void, after body: () throws -> R) throws -> R {
  let result: R
  do { result = try body() } catch {
    try release()
    throw error
  }
  try release()
  return result
}
