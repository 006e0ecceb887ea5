/// The columns that every result has, in the order in which delimited formats have them.
enum StandardColumn: String, CaseIterable {
  case qid, rank, id, kind, score, title, date, people, organisations, codes, regions, keywords
  case snippet, source
}
