import Foundation
import TestSupport

/// A shell that proposes how a command line goes on.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  var isInstalled: Bool { Program.exists(rawValue) }

  /// Where the README says that a script of completions goes, in the home folder.
  var path: String {
    switch self {
    case .bash: ".local/share/bash-completion/completions/zhisou"
    case .zsh: ".zfunc/_zhisou"
    case .fish: ".config/fish/completions/zhisou.fish"
    }
  }

  /// What the shell proposes for the last word of a line, as if Tab were pressed behind it.
  ///
  /// - Parameters:
  ///   - line: the line, with a blank at its end where a word begins.
  ///   - folder: the working folder.
  ///   - home: the home folder, with the script of completions in its place.
  /// - Returns: the words, without the descriptions that stand beside them; `/` stands behind folders
  ///   in fish alone, and is left out.
  /// - Throws: an error of the system when the shell cannot be started.
  func proposals(for line: String, in folder: String, home: String) throws -> Set<String> {
    let programs = URL(fileURLWithPath: Program.path).deletingLastPathComponent().path
    let outcome = try Program.run(
      ["/usr/bin/env"] + command + [line], in: folder,
      environment: [
        "HOME": home, "XDG_CONFIG_HOME": "\(home)/.config", "XDG_DATA_HOME": "\(home)/.data",
        "ZDOTDIR": home, "PATH": "\(programs):/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
      ])
    let lines = outcome.output.split(separator: "\n").map { line in
      let word = line.prefix { $0 != "\t" }
      return String(word.hasSuffix("/") ? word.dropLast() : word)
    }
    return Set(lines.filter { !$0.isEmpty })
  }

  private var command: [String] {
    switch self {
    case .bash: ["bash", "--norc", "-c", Self.bashScript, "bash"]
    case .zsh: ["zsh", "-f", "-c", Self.zshScript, "zsh"]
    case .fish: ["fish", "-c", "complete -C $argv[1]"]
    }
  }

  /// Calls the function that completes as readline does.
  private static let bashScript = #"""
    source ~/.local/share/bash-completion/completions/zhisou
    read -ra COMP_WORDS <<< "$1"
    [[ $1 == *' ' ]] && COMP_WORDS+=('')
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE=$1 COMP_POINT=${#1}
    function=$(complete -p zhisou | sed 's/.*-F \([^ ]*\).*/\1/')
    "$function" zhisou "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
    printf '%s\n' "${COMPREPLY[@]}"
    """#

  /// Presses Tab in an interactive shell on a pseudo terminal, which tells what it was given to
  /// propose in a file.
  private static let zshScript = #"""
    zmodload zsh/zpty
    zpty shell zsh -f -i
    zpty -w shell '
      PS1= PS2= fpath=(~/.zfunc $fpath)
      autoload -Uz compinit && compinit -D -u
      compadd() {
        local -a words
        (( ${argv[(I)-[OAD]*]} )) || { builtin compadd -O words "$@"; print -rl -- $words >> ~/words }
        builtin compadd "$@"
      }
      tell() { _main_complete; : > ~/told }
      zle -C tell complete-word tell
      bindkey "^I" tell
      : > ~/ready'
    wait_for() { for i in {1..200}; do [[ -e $1 ]] && return; sleep 0.05; done }
    wait_for ~/ready
    zpty -w -n shell "$1"$'\t'
    wait_for ~/told
    zpty -d shell
    cat ~/words
    rm -f ~/words ~/ready ~/told
    """#
}
