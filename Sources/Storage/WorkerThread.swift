#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A thread of the system that runs one function.
///
/// For work of seconds that waits for other threads and for the disk, which tasks of the cooperative
/// pool must not: there are as many of them as cores, and a waiting one keeps a core from the others.
package final class WorkerThread: Sendable {
  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }

  private let thread: pthread_t

  /// Starts the thread.
  ///
  /// - Throws: `.system` when there can be no more threads.
  package init(_ run: @escaping @Sendable () -> Void) throws(StorageError) {
    let body = unsafe Unmanaged.passRetained(Body(run))
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let code = unsafe pthread_create(
      &thread, nil,
      { body in
        #if canImport(Glibc)
          guard let body = unsafe body else { return nil }
        #endif
        unsafe Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run()
        return nil
      }, body.toOpaque())
    guard code == 0 else {
      unsafe body.release()
      throw .system(path: "a thread", operation: "start", code: code)
    }
    #if canImport(Glibc)
      self.thread = thread
    #else
      guard let thread = unsafe thread else { preconditionFailure("a started thread has a name") }
      unsafe self.thread = thread
    #endif
  }

  /// Waits until the function has returned; to be called once.
  package func join() {
    pthread_join(thread, nil)
  }
}
