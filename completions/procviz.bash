# bash completion for procviz: the program itself knows the scenarios, knobs and values.
_procviz() {
  local line=${COMP_LINE:0:COMP_POINT} candidates
  local words
  read -ra words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  mapfile -t candidates < <("${words[0]}" __complete -- "${words[@]:1}" 2>/dev/null)
  COMPREPLY=("${candidates[@]}")
  if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[=/] ]]; then compopt -o nospace; fi
}
complete -F _procviz procviz
