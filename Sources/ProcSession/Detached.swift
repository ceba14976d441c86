import CProcSupport
import Glibc

/// A thread that nobody waits for (`pthread_create`).
enum Detached {
  private final class Body {
    let perform: @Sendable () -> Void
    init(_ perform: @escaping @Sendable () -> Void) { self.perform = perform }
  }

  /// Runs `body` in a thread of its own.
  ///
  /// - Throws: ``SessionError`` where none is to be had.
  static func run(_ body: @escaping @Sendable () -> Void) throws(SessionError) {
    let box = Unmanaged.passRetained(Body(body))
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, &attributes,
      { argument in
        if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().perform() }
        return nil
      }, box.toOpaque())
    guard code != 0 else { return }
    box.release()
    throw SessionError(.start, code: code)
  }
}
