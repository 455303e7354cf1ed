namespace ImageStreams.Tool;

/// <summary>The completion scripts of the shells. Each asks the tool itself, through its directive <c>[suggest]</c>.</summary>
internal static class CompletionScripts
{
    /// <summary>The shells that have a script.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    private const string Bash = """
        # imagestreams completion bash > /etc/bash_completion.d/imagestreams
        _imagestreams() {
            local word=${COMP_WORDS[COMP_CWORD]} suggestions
            suggestions=$("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null) || return
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$suggestions" -- "$word"))
        }
        complete -o default -F _imagestreams imagestreams

        """;

    private const string Zsh = """
        #compdef imagestreams
        # imagestreams completion zsh > "${fpath[1]}/_imagestreams"
        _imagestreams() {
            local -a suggestions
            suggestions=("${(@f)$("${words[1]}" "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
            compadd -a suggestions
            _files
        }
        compdef _imagestreams imagestreams

        """;

    private const string Fish = """
        # imagestreams completion fish > ~/.config/fish/completions/imagestreams.fish
        function __imagestreams_complete
            set -l line (commandline -cp)
            imagestreams "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c imagestreams -a '(__imagestreams_complete)'

        """;

    private const string Pwsh = """
        # imagestreams completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName imagestreams -ScriptBlock {
            param($word, $line, $position)
            imagestreams "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;

    /// <summary>Gets the script of a shell.</summary>
    public static string Get(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        _ => Pwsh,
    };
}
