/// Names of characters that documents use on the word of a document type we never load.
///
/// The common ones of HTML 4 and the ISO sets of SGML. The five of XML itself are the parser's.
enum XMLEntities {
  /// What a reference by that name is replaced with; nil to leave it to the parser.
  ///
  /// A name that is not known becomes a blank, so that words around it stay apart.
  static func replacement(for name: Span<UInt8>) -> [UInt8]? {
    XMLReference.markup(name) == nil ? table[name.string] ?? [0x20] : nil
  }

  /// The most bytes a name has.
  static let longestName = 32

  private static let table: [String: [UInt8]] = {
    var table: [String: [UInt8]] = [:]
    for (offset, name) in latin1.split(whereSeparator: \.isWhitespace).enumerated() {
      guard let scalar = Unicode.Scalar(UInt32(0xA0 + offset)) else { continue }
      table[String(name)] = Array(String(Character(scalar)).utf8)
    }
    for pair in others.split(whereSeparator: \.isWhitespace) {
      let parts = pair.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { table[String(parts[0])] = Array(parts[1].utf8) }
    }
    // Blanks cannot stand in the list above.
    for name in ["ensp", "emsp", "thinsp", "emsp13", "emsp14", "numsp", "puncsp", "hairsp"] {
      table[name] = [0x20]
    }
    for name in ["shy", "zwj", "zwnj", "lrm", "rlm"] { table[name] = [] }
    return table
  }()

  /// U+00A0 to U+00FF in order.
  private static let latin1 = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
    iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute \
    ucirc uuml yacute thorn yuml
    """

  private static let others = """
    Alpha=Α Beta=Β Gamma=Γ Delta=Δ Epsilon=Ε Zeta=Ζ Eta=Η Theta=Θ Iota=Ι Kappa=Κ Lambda=Λ Mu=Μ \
    Nu=Ν Xi=Ξ Omicron=Ο Pi=Π Rho=Ρ Sigma=Σ Tau=Τ Upsilon=Υ Phi=Φ Chi=Χ Psi=Ψ Omega=Ω \
    alpha=α beta=β gamma=γ delta=δ epsilon=ε epsi=ε zeta=ζ eta=η theta=θ thetas=θ iota=ι kappa=κ \
    lambda=λ mu=μ nu=ν xi=ξ omicron=ο pi=π rho=ρ sigma=σ sigmaf=ς tau=τ upsilon=υ upsi=υ phi=φ \
    phis=φ chi=χ psi=ψ omega=ω thetav=ϑ phiv=ϕ Gamma=Γ agr=α bgr=β ggr=γ dgr=δ mgr=μ OHgr=Ω \
    ndash=– mdash=— horbar=― dash=‐ lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ lsquor=‚ \
    ldquor=„ dagger=† Dagger=‡ bull=• hellip=… mldr=… permil=‰ prime=′ Prime=″ lsaquo=‹ rsaquo=› \
    oline=‾ frasl=⁄ euro=€ trade=™ larr=← uarr=↑ rarr=→ darr=↓ harr=↔ lArr=⇐ rArr=⇒ hArr=⇔ \
    forall=∀ part=∂ exist=∃ empty=∅ nabla=∇ isin=∈ notin=∉ ni=∋ prod=∏ sum=∑ minus=− lowast=∗ \
    radic=√ prop=∝ infin=∞ ang=∠ and=∧ or=∨ cap=∩ cup=∪ int=∫ there4=∴ sim=∼ cong=≅ asymp=≈ ap=≈ \
    ne=≠ equiv=≡ le=≤ les=≤ ge=≥ ges=≥ sub=⊂ sup=⊃ nsub=⊄ sube=⊆ supe=⊇ oplus=⊕ otimes=⊗ perp=⊥ \
    sdot=⋅ lceil=⌈ rceil=⌉ lfloor=⌊ rfloor=⌋ loz=◊ spades=♠ clubs=♣ hearts=♥ diams=♦ OElig=Œ \
    oelig=œ Scaron=Š scaron=š Yuml=Ÿ fnof=ƒ circ=ˆ tilde=˜ half=½ Prime=″ deg=° num=# percnt=% \
    lsqb=[ rsqb=] lpar=( rpar=) lcub={ rcub=} comma=, period=. colon=: semi=; excl=! quest=? \
    dollar=$ commat=@ ast=* plus=+ equals== sol=/ bsol=\\ verbar=| lowbar=_ hyphen=- square=□ \
    squf=■ cir=○ utri=▵ dtri=▿ star=☆ starf=★ male=♂ female=♀ check=✓ cross=✗ Copf=ℂ Ropf=ℝ \
    ohm=Ω angst=Å mgr=μ fflig=ff filig=fi fllig=fl
    """
}
