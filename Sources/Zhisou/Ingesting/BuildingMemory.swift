/// How the memory for building an index is shared out.
///
/// The shares follow from the whole alone and not from how many threads there are, since the input is
/// cut into runs by them: the same input makes the same segments on any machine. They are for two
/// workers; each further one takes as much again as one of these.
struct BuildingMemory {
  let total: Int

  /// For the documents that one worker inverts at a time, with what sorting them takes.
  var worker: Int { total / 8 * 3 }

  /// For the records that are read and wait for a worker.
  var readAhead: Int { total / 8 }

  /// The text of one run: Chinese has a term for three bytes, and a term takes sixteen.
  var run: Int { total / 20 }

  /// The token lines of one run: a term of two characters has seven bytes there.
  var tokenLines: Int { total / 8 }
}
