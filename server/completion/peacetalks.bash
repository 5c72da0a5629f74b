# Completion of peacetalks for bash.
_peacetalks() {
  local word=${COMP_WORDS[COMP_CWORD]} kind reply line
  COMPREPLY=()
  [[ $word == "=" ]] && word=
  mapfile -t reply < <("$1" complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  kind=${reply[0]}
  case $kind in
    file) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
    dir) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$word") ;;
    *) for line in "${reply[@]:1}"; do COMPREPLY+=("${line%%$'\t'*}"); done ;;
  esac
}
complete -F _peacetalks peacetalks
