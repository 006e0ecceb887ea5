/// Reads one file from its bytes to its records: container by container, then the format inside.
struct FileReading {
  let limits: ReadingLimits
  let sink: RecordSink
  /// Where containers that must be read at any place are unpacked when they are large.
  let spoolFolder: String?
  let budget: OutputBudget

  /// Gets ready to read a file of `fileBytes`.
  init(limits: ReadingLimits, sink: RecordSink, spoolFolder: String?, fileBytes: Int) {
    self.limits = limits
    self.sink = sink
    self.spoolFolder = spoolFolder
    budget = OutputBudget(limits: limits, fileBytes: fileBytes)
  }

  /// Reads all there is in a source.
  ///
  /// `containers` names those it came out of, the outermost first; `expected` is its bytes, as far
  /// as is known, to size the buffer by.
  func read(_ source: any ByteSource, containers: [String] = [], expected: Int? = nil) {
    let capacity = max(limits.openingBytes, limits.readBytes)
    let reader = ByteReader(source, capacity: min(capacity, (expected ?? capacity) + 1))
    let suffix = containers.reversed().map { "." + $0 }.joined()
    do throws(SourceFailure) {
      try reader.fill(atLeast: limits.openingBytes)
    } catch {
      sink.setFormat("unknown" + suffix)
      report(error)
      return
    }
    let opening = Opening(of: reader, name: FileName(sink.fileName), limits: limits)
    if GzipSource.recognises(opening.bytes.span) {
      unpack(reader, containers)
    } else if ZipArchive.recognises(opening) {
      readArchive(source, reader, containers)
    } else if ZipArchive.mayFollow(opening), let archive = archive(behindProgram: source) {
      read(archive, containers)
    } else {
      read(reader, opening, suffix)
    }
  }

  private func unpack(_ reader: ByteReader, _ containers: [String]) {
    guard containers.count < limits.containerDepth else {
      sink.setFormat("gz" + containers.reversed().map { "." + $0 }.joined())
      sink.refuse("containers are nested more than \(limits.containerDepth) deep")
      return
    }
    do throws(SourceFailure) {
      let source = try GzipSource(reader, budget: budget) { reason in
        sink.note("", reason)
      }
      read(source, containers: containers + ["gz"])
    } catch {
      report(error)
    }
  }

  /// Reads what is in no container.
  private func read(_ reader: ByteReader, _ opening: Opening, _ suffix: String) {
    if let signature = FileSignature.of(opening) {
      refuse(signature, suffix)
      return
    }
    let text = TextReader(reader, opening: opening, limits: limits)
    if let reason = text.encoding.unsupportedReason {
      refuse(FileSignature(name: "unknown", reason: reason), suffix)
      return
    }
    let opening = text.opening
    sink.setEncoding(text.encoding.name)
    if opening.firstByte == nil, opening.isWhole {
      sink.setFormat("empty" + suffix)
      sink.count(textBytes: opening.bytes.count)
      // A source that broke off has more to say than that there was nothing.
      while text.advance() {}
      if let failure = text.failure { report(failure) }
      return
    }
    let format = FormatRegistry.format(of: opening)
    sink.setFormat(format.name)
    parse(text, format.parser(for: sink, limits: limits))
    sink.setFormat(sink.report.format + suffix)
  }

  private func refuse(_ signature: FileSignature, _ suffix: String) {
    sink.setFormat(signature.name + suffix)
    sink.refuse(signature.reason)
  }

  /// Pushes a text through a parser, chunk by chunk.
  private func parse(_ text: TextReader, _ parser: any RecordParser) {
    var isLast = false
    while !isLast, !sink.isStopped {
      isLast = !text.advance()
      if let failure = text.failure { report(failure) }
      parser.feed(text.text.span)
      sink.count(textBytes: text.byteCount)
    }
    if !sink.isStopped { parser.finish() }
    sink.setEncoding(text.encoding.name)
    if text.replaced > 0 {
      let count = text.replaced
      sink.note("", "\(count) damaged characters (\(text.encoding.name)) were replaced by U+FFFD")
    }
  }

  /// Reports why a source ended before its time.
  func report(_ failure: SourceFailure) {
    switch failure {
    case .damaged(let reason): sink.lose("", reason)
    case .unreadable(let reason):
      if sink.report.records == 0 { sink.fail(reason) } else { sink.lose("", reason) }
    }
  }
}
