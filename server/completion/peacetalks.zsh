#compdef peacetalks
# Completion of peacetalks for zsh.
_peacetalks() {
  local -a reply described
  local line
  reply=("${(@f)$(${words[1]} complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  case $reply[1] in
    file) _files ;;
    dir) _files -/ ;;
    *)
      for line in "${(@)reply[2,-1]}"; do
        [[ -n $line ]] && described+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
      done
      _describe peacetalks described
      ;;
  esac
}
if [[ $funcstack[1] == _peacetalks ]]; then
  _peacetalks "$@"
else
  compdef _peacetalks peacetalks
fi
