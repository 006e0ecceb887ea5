import Zhisou

/// Answers many queries, several at a time, and gives the answers in the order of the queries.
struct ExportBatch {
  /// The lines of one query.
  struct Answer: Sendable {
    let topic: Exporter.Topic
    let lines: String
    let hits: Int
    /// From the text of the query to the list of hits, without writing them.
    let microseconds: Int64
  }

  /// Queries for each thread that are answered before the first of them is written.
  private static let queriesPerThread = 16

  let index: SearchIndex
  let exporter: Exporter
  let options: SearchOptions
  /// Whether queries are in the query language, or plain text.
  let hasSyntax: Bool

  var header: String { exporter.header }

  /// Calls `body` with every answer in order.
  ///
  /// A query with nothing to look for has no lines and is named on standard error; it is an error
  /// when it is the only one.
  func run(
    _ topics: [Exporter.Topic], threads: Int, _ body: (Answer) throws -> Void
  ) throws {
    if topics.count == 1 { _ = try query(topics[0]) }
    let step = threads == 1 ? 1 : threads * Self.queriesPerThread
    for start in stride(from: 0, to: topics.count, by: step) {
      let part = Array(topics[start..<min(start + step, topics.count)])
      for answer in part.answers(threads: threads, answer) { try body(try answer.get()) }
    }
  }

  private func query(_ topic: Exporter.Topic) throws(ZhisouError) -> Query {
    hasSyntax ? try Query(parsing: topic.text) : try Query(topic.text)
  }

  @Sendable private func answer(_ topic: Exporter.Topic) -> Result<Answer, ZhisouError> {
    Result { () throws(ZhisouError) in
      let clock = ContinuousClock()
      let start = clock.now
      let query: Query
      do throws(ZhisouError) {
        query = try self.query(topic)
        for problem in query.problems {
          Terminal.complain("query \(topic.id): \(problem.message); searched as plain text")
        }
      } catch {
        Terminal.complain("query \(topic.id): \(error.message)")
        return Answer(topic: topic, lines: "", hits: 0, microseconds: 0)
      }
      let results = try index.search(query, options)
      let duration = (clock.now - start).components
      return Answer(
        topic: topic, lines: try exporter.lines(for: results, topic: topic, query: query),
        hits: results.hits.count,
        microseconds: duration.seconds * 1_000_000 + duration.attoseconds / 1_000_000_000_000)
    }
  }
}
