# fish completion for procviz: the program itself knows the scenarios, knobs and values.
function __procviz_candidates
    set -l words (commandline --tokenize --cut-at-cursor --current-process) (commandline --current-token)
    $words[1] __complete -- $words[2..] 2>/dev/null
end
complete --command procviz --no-files --arguments '(__procviz_candidates)'
