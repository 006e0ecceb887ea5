import Synchronization
import Zhisou

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output and standard error: data go to the one, everything else to the other.
///
/// No control character but the end of a line and the tab reaches a terminal, wherever a text is from;
/// text for people has none in a pipe either, behind which there may be a terminal.
enum Terminal {
  private static let outputDescriptor: Int32 = 1
  private static let errorDescriptor: Int32 = 2
  private static let bufferSize = 1 << 16
  private static let output = Mutex(Output())
  private static let hasFailed = Atomic<Bool>(false)

  /// What is on its way to standard output.
  private struct Output: ~Copyable {
    var bytes: [UInt8] = []
    /// The window beyond which a pager shows what is written, until it does.
    var window: Window?
    /// The rows of the window that are left.
    var rows = 0
    var pager: Pager?
    /// What was given to the pager.
    var paged: [UInt8] = []
  }

  /// Lets a pager show what is written from now on, when it is longer than the window.
  static func page(beyond window: Window) {
    guard Pager.command != nil else { return }
    output.withLock { output in
      output.window = window
      // One row is the prompt's.
      output.rows = window.rows - 1
    }
  }

  /// Writes data, which are changed on a terminal only.
  static func write(data: String) {
    put(Window.current == nil ? data : data.withVisibleControls)
  }

  /// Writes text for people.
  static func write(_ text: String) {
    put(text.withVisibleControls)
  }

  private static func put(_ text: String) {
    put(text) { window in
      text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().reduce(0) {
        $0 + max(1, (String($1).displayWidth + window.columns - 1) / window.columns)
      }
    }
  }

  /// Writes text for people in lines that fit, with the blanks in front of each.
  static func write(text: String, _ layout: Layout) {
    guard let columns = layout.columns else { return write(text) }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let blanks = line.prefix { $0 == " " }.prefix(columns / 2)
      let lines = StyledText(String(line)).wrapped(to: columns - blanks.count)
      for part in lines.isEmpty ? [StyledText()] : lines {
        write(StyledText(String(blanks)) + part, layout)
      }
    }
  }

  /// Writes a line.
  static func write(_ line: StyledText, _ layout: Layout) {
    put(line.text(isColoured: layout.isColoured) + "\n") { _ in 1 }
  }

  /// Says something to the person: one line with the program's name.
  static func complain(_ message: Message) {
    say("zhisou: " + message.text(in: .ofPerson))
  }

  /// Says something to the person.
  static func note(_ message: Message) {
    say(message.text(in: .ofPerson))
  }

  /// Writes to standard error without ending the line.
  static func overwrite(_ text: String) {
    _ = send(Array(text.utf8), to: errorDescriptor)
  }

  private static func say(_ text: String) {
    let lines = isatty(errorDescriptor) == 1 ? text.withVisibleControls : text
    _ = send(Array((lines.hasSuffix("\n") ? lines : lines + "\n").utf8), to: errorDescriptor)
  }

  /// Hands all data on, waits for the pager, and reports when data could not be written.
  static func flush() throws {
    finish()
    if hasFailed.load(ordering: .relaxed) {
      throw ZhisouError(
        code: .system, path: "standard output", reason: "could not be written",
        advice: "check the disk that it goes to")
    }
  }

  static func exit(_ code: Int32) -> Never {
    finish()
    #if canImport(Glibc)
      Glibc.exit(code)
    #else
      Darwin.exit(code)
    #endif
  }

  /// Puts a text on its way; `rows` says how many rows of a window it takes.
  private static func put(_ text: String, rows: (Window) -> Int) {
    output.withLock { output in
      output.bytes += text.utf8
      if let window = output.window {
        output.rows -= rows(window)
        guard output.rows < 0 else { return }
        output.window = nil
        output.pager = Pager.command.flatMap { Pager(command: $0) }
      }
      if output.bytes.count >= bufferSize { hand(&output) }
    }
  }

  private static func finish() {
    output.withLock { output in
      hand(&output)
      output.window = nil
      guard let hasShown = output.pager.take()?.finish() else { return }
      if !hasShown, !send(output.paged, to: outputDescriptor) {
        hasFailed.store(true, ordering: .relaxed)
      }
    }
  }

  private static func hand(_ output: inout Output) {
    let descriptor = output.pager?.descriptor
    if descriptor != nil { output.paged += output.bytes }
    // A pager that was closed has shown what the person wanted.
    if !send(output.bytes, to: descriptor ?? outputDescriptor), descriptor == nil {
      hasFailed.store(true, ordering: .relaxed)
    }
    output.bytes.removeAll(keepingCapacity: true)
  }

  /// - Returns: whether all bytes could be written.
  private static func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { bytes in
        #if canImport(Glibc)
          unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #else
          unsafe Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
      }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
