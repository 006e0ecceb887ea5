/// A measure of how good a ranking is, from 0 to 1.
///
/// The raw value is the name that people know it by.
public enum Measure: String, CaseIterable, Sendable {
  /// Normalised discounted cumulative gain of the first ten documents (Järvelin and Kekäläinen,
  /// "Cumulated gain-based evaluation of IR techniques", 2002).
  ///
  /// The gain is the grade and the discount log2(rank + 1), as in trec_eval's `ndcg_cut_10`; the
  /// ideal is over all judged documents.
  case ndcg10 = "nDCG@10"
  /// One over the rank of the first relevant document when it is among the first ten, else 0:
  /// trec_eval's `recip_rank` of the first ten.
  case reciprocalRank10 = "MRR@10"
  /// The precision at the rank of each relevant document, averaged over all relevant documents;
  /// those not found count 0. trec_eval's `map`, over the whole ranking.
  case averagePrecision = "MAP"
  /// The part of the relevant documents that is among the first hundred: `recall_100`.
  case recall100 = "R@100"
  /// Relevant documents among the first ten, divided by ten: `P_10`.
  case precision10 = "P@10"
}
