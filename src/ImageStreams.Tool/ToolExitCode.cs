namespace ImageStreams.Tool;

/// <summary>The exit codes of the tool, which scripts rely on.</summary>
internal static class ToolExitCode
{
    /// <summary>Everything is fine.</summary>
    public const int Fine = 0;

    /// <summary>There are findings, or the answer is no.</summary>
    public const int Findings = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The command could not be carried out: a file cannot be read, a registry cannot be reached.</summary>
    public const int Failed = 3;

    /// <summary>Somebody pressed Ctrl+C.</summary>
    public const int Interrupted = 130;

    /// <summary>All exit codes with their meanings, in order.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Fine, "fine: no findings, and the command was carried out"),
        (Findings, "findings at or above --fail-on, an impact above --threshold, a moved tag, or a tag without an image"),
        (Usage, "the command line is wrong"),
        (Failed, "could not be done: a path or a cluster that cannot be read, a registry that does not answer"),
        (Interrupted, "interrupted by Ctrl+C"),
    ];
}
