# Completion of peacetalks for fish.
function __peacetalks_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l reply ($words[1] complete -- $words[2..] 2>/dev/null)
    switch "$reply[1]"
        case file
            __fish_complete_path (commandline -ct)
        case dir
            __fish_complete_directories (commandline -ct)
        case '*'
            printf '%s\n' $reply[2..]
    end
end
complete -c peacetalks -f -a '(__peacetalks_complete)'
