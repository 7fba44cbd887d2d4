/**
 * What each shell is told: to ask `oncall complete`, and how to show its answer. The first line of
 * an answer may be `:files` or `:folders`, which the shell knows better; else each line is a word
 * and, behind a tab, what it means.
 */
export const shellScripts: Readonly<Record<string, string>> = {
  bash: `# Completes oncall in bash. Put this where bash-completion looks:
#   oncall completion bash > ~/.local/share/bash-completion/completions/oncall
# or into ~/.bashrc:
#   source <(oncall completion bash)
_oncall() {
  local line=\${COMP_LINE:0:COMP_POINT} current='' value text head
  local -a words=() found=()
  # Not COMP_WORDS: bash cuts words at @ and =, which are a part of ours.
  read -ra words <<< "$line"
  if [[ $line != *[[:space:]] ]]; then
    current=\${words[\${#words[@]}-1]}
    unset "words[\${#words[@]}-1]"
  fi
  while IFS=$'\\t' read -r value text; do
    [[ -n $value ]] && found+=("$value")
  done < <(oncall complete "--current=$current" -- "\${words[@]:1}" 2>/dev/null)
  COMPREPLY=()
  case \${found[0]-} in
    :files | :folders)
      if type compopt > /dev/null 2>&1; then
        [[ \${found[0]} == :files ]] && compopt -o default || compopt -o dirnames
      else
        COMPREPLY=($(compgen -f -- "$current"))
      fi
      return
      ;;
  esac
  # What bash takes for a word of its own is not replaced; a word's first @ is a part of it.
  head=\${current%"\${current##*[$COMP_WORDBREAKS]}"}
  head=\${head%@}
  for value in \${found[@]+"\${found[@]}"}; do
    COMPREPLY+=("\${value#"$head"}")
  done
}
complete -F _oncall oncall
`,
  zsh: `#compdef oncall
# Completes oncall in zsh. Put this into a folder of $fpath, before compinit is called:
#   oncall completion zsh > ~/.zfunc/_oncall
# or into ~/.zshrc, after compinit:
#   source <(oncall completion zsh)
_oncall() {
  local line value text
  local -a found shown
  found=("\${(@f)$(oncall complete "--current=\${(Q)PREFIX}" -- "\${(@Q)words[2,CURRENT-1]}" 2>/dev/null)}")
  case $found[1] in
    :files) _files; return ;;
    :folders) _files -/; return ;;
  esac
  for line in $found; do
    value=\${line%%$'\\t'*}
    text=\${line#*$'\\t'}
    shown+=("\${value//:/\\\\:}\${text:+:$text}")
  done
  (( $#shown )) && _describe -t values oncall shown
}
if [[ \${funcstack[1]} == _oncall ]]; then
  _oncall "$@"
else
  compdef _oncall oncall
fi
`,
  fish: `# Completes oncall in fish. Put this where fish looks:
#   oncall completion fish > ~/.config/fish/completions/oncall.fish
# or into config.fish:
#   oncall completion fish | source
function __oncall_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l found (oncall complete "--current=$current" -- $words[2..-1] 2>/dev/null)
    switch "$found[1]"
        case ':files'
            __fish_complete_path "$current"
        case ':folders'
            __fish_complete_directories "$current"
        case '*'
            printf '%s\\n' $found
    end
end
complete -c oncall -f -a '(__oncall_complete)'
`,
  powershell: `# Completes oncall in PowerShell. Put this into your profile:
#   oncall completion powershell >> $PROFILE
Register-ArgumentCompleter -Native -CommandName oncall -ScriptBlock {
  param($current, $ast, $cursor)
  $words = @($ast.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursor -or ($current -eq '' -and $_.Extent.EndOffset -le $cursor) } |
    ForEach-Object { $_.ToString().Trim("'", '"') })
  $typed = $current.Trim("'", '"')
  $found = @(oncall complete "--current=$typed" '--' @words 2>$null)
  if ($found.Count -gt 0 -and $found[0] -in ':files', ':folders') { return }
  foreach ($line in $found) {
    $value, $text = $line -split "\`t", 2
    if (-not $text) { $text = $value }
    # Unquoted, @NAME is not a word of PowerShell.
    $written = if ($value -match '^[\\w./=-]+$') { $value } else { "'$value'" }
    [System.Management.Automation.CompletionResult]::new($written, $value, 'ParameterValue', $text)
  }
}
`,
};
