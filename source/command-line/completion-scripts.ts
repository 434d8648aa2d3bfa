/** Shell scripts that ask Inkwell for completions. Without a suggestion they complete files. */
export const SCRIPTS: Readonly<Record<string, string>> = {
  bash: String.raw`# Completions of inkwell for bash. In ~/.bashrc: source <(inkwell completion bash)
_inkwell() {
  local line="\${COMP_LINE:0:COMP_POINT}" word value
  local -a words
  read -ra words <<< "$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  word="\${words[-1]}"
  COMPREPLY=()
  while IFS=$'\t' read -r value _; do
    [[ $value == "$word"* ]] || continue
    # Bash takes a word apart at : and =, and replaces only what stands behind the last of them.
    [[ $word == *[:=]* ]] && value="\${value#"\${word%"\${word##*[:=]}"}"}"
    COMPREPLY+=("$(printf '%q' "$value")")
  done < <(inkwell completion suggest -- "\${words[@]:1}" 2>/dev/null)
  [[ \${#COMPREPLY[@]} == 1 && \${COMPREPLY[0]} == *[:=] ]] && compopt -o nospace
}
complete -o default -F _inkwell inkwell
`.replaceAll('\\$', '$'),

  zsh: String.raw`#compdef inkwell
# Completions of inkwell for zsh. In ~/.zshrc: source <(inkwell completion zsh)
_inkwell() {
  local line
  local -a lines described
  lines=("\${(@f)$(inkwell completion suggest -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  for line in $lines; do
    [[ -n $line ]] && described+=("\${\${line%%$'\t'*}//:/\\:}:\${line#*$'\t'}")
  done
  if (( $#described )); then
    _describe inkwell described
  else
    _files
  fi
}
if [[ $funcstack[1] == _inkwell ]]; then
  _inkwell "$@"
else
  compdef _inkwell inkwell
fi
`.replaceAll('\\$', '$'),

  fish: `# Completions of inkwell for fish: inkwell completion fish > ~/.config/fish/completions/inkwell.fish
function __inkwell_suggest
  set -l words (commandline -opc) "$(commandline -ct)"
  set -l suggestions (inkwell completion suggest -- $words[2..-1] 2>/dev/null)
  if test (count $suggestions) -gt 0
    printf '%s\\n' $suggestions
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c inkwell -f -a '(__inkwell_suggest)'
`,
};
