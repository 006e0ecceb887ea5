internal import Storage

/// What terms count, added to the scores of a batch.
extension BlockBatch {
  /// Adds what a term counts to the scores of the documents of blocks that may have hits; one that must
  /// have it and does not is no hit any more.
  mutating func add(_ term: ScoringTerm) throws(ByteCursor.Fault) {
    switch term.postings {
    case .dense(let list):
      // All places first, then all first bytes: what they wait for in memory they wait for together.
      for place in 0..<liveCount {
        let slot = unsafe Int(live[place])
        let bound = unsafe UInt16(list.bound(ofBlock: blocks[slot]))
        unsafe rests[slot] &-= bound &* term.boundStep
        unsafe ranges[slot] = bound == 0 ? (0, 0) : try list.range(ofBlock: blocks[slot])
      }
      for place in 0..<liveCount {
        unsafe touched &+= list.firstByte(of: ranges[Int(live[place])])
      }
      if term.isRequired {
        try add(list, weight: term.weight, isRequired: true)
      } else {
        try add(list, weight: term.weight, isRequired: false)
      }
    case .buffered(let buffer):
      if buffer.isExact {
        add(buffer, isRequired: term.isRequired) { buffer.bound(ofPosting: $0) }
      } else {
        let classes = segment.lengthClasses
        add(buffer, isRequired: term.isRequired) { buffer.value(ofPosting: $0, table, classes) }
      }
    }
  }

  @inline(__always)
  private func add(
    _ buffer: PostingsBuffer, isRequired: Bool, _ value: (_ posting: Int) -> UInt16
  ) {
    var count = 0
    for place in 0..<liveCount {
      let slot = unsafe live[place]
      // Written in any case and counted or not: most blocks do not have a rare term.
      unsafe having[count] = slot
      let occupancy = unsafe buffer.occupancy(ofBlock: blocks[Int(slot)])
      count &+= occupancy
      if isRequired, occupancy == 0 { unsafe masks[Int(slot)] = 0 }
    }
    for place in 0..<count {
      let slot = unsafe Int(having[place])
      var documents: UInt64 = 0
      var largest: UInt16 = 0
      for posting in unsafe buffer.range(ofBlock: blocks[slot]) {
        let local = unsafe Int(buffer.ids[posting] & 63)
        unsafe scores[slot &* Self.documents &+ local] &+= value(posting)
        largest = max(largest, buffer.bound(ofPosting: posting))
        documents |= 1 &<< UInt64(local)
      }
      unsafe rests[slot] &-= largest
      if isRequired { unsafe masks[slot] &= documents }
    }
  }

  @inline(__always)
  private func add(
    _ list: DenseList, weight: UInt32, isRequired: Bool
  ) throws(ByteCursor.Fault) {
    try unsafe withTables { (entries, classes) throws(ByteCursor.Fault) in
      for place in 0..<liveCount {
        let slot = unsafe Int(live[place])
        let block = unsafe blocks[slot]
        let having = try unsafe list.score(
          block, ranges[slot], weight: weight, table: table, entries: entries,
          classes: classes + block &* Self.documents, scores: scores + slot &* Self.documents,
          tellsDocuments: isRequired)
        if isRequired { unsafe masks[slot] &= having }
      }
    }
  }

  /// Adds what a term counts that no document must have, where the blocks follow one another from the
  /// first of a group on; to all of them where that costs less than to find those that may have hits.
  mutating func addToRun(_ term: ScoringTerm) throws(ByteCursor.Fault) {
    let postings = Double(term.count) / Double(segment.info.documents) * Double(Self.documents)
    let cost = ScoringCost.posting * postings
    let single = Double(liveCount) * (ScoringCost.singleBlock + cost)
    guard case .dense(let list) = term.postings, count > 0,
      single > Double(count) * (ScoringCost.blockInRun + cost)
    else { return try add(term) }
    for place in 0..<liveCount {
      let slot = unsafe Int(live[place])
      let bound = unsafe UInt16(list.bound(ofBlock: blocks[slot]))
      unsafe rests[slot] &-= bound &* term.boundStep
    }
    try unsafe addToRun(list, weight: term.weight, from: blocks[0])
  }

  @inline(__always)
  private func addToRun(
    _ list: DenseList, weight: UInt32, from first: Int
  ) throws(ByteCursor.Fault) {
    let perGroup = PostingsFormat.blocksPerGroup
    try unsafe withTables { (entries, classes) throws(ByteCursor.Fault) in
      for slot in stride(from: 0, to: count, by: perGroup) {
        let block = first &+ slot
        let end = min(slot &+ perGroup, count)
        if end &- slot == perGroup,
          try unsafe list.score(
            group: block / perGroup, weight: weight, table: table, entries: entries,
            classes: classes + block &* Self.documents, scores: scores + slot &* Self.documents,
            bases: bases)
        {
          continue
        }
        for other in slot..<end {
          let block = first &+ other
          _ = try unsafe list.score(
            block, list.range(ofBlock: block), weight: weight, table: table, entries: entries,
            classes: classes + block &* Self.documents,
            scores: scores + other &* Self.documents, tellsDocuments: false)
        }
      }
    }
  }

  @inline(__always)
  private func withTables(
    _ body: (UnsafePointer<UInt16>, UnsafePointer<UInt8>) throws(ByteCursor.Fault) -> Void
  ) throws(ByteCursor.Fault) {
    let classes = unsafe segment.lengthClasses.classes
    try unsafe table.entries.withUnsafeBufferPointer { (entries) throws(ByteCursor.Fault) in
      guard let entries = entries.baseAddress,
        let classes = unsafe classes.baseAddress?.assumingMemoryBound(to: UInt8.self)
      else { return }
      try unsafe body(entries, classes)
    }
  }
}
