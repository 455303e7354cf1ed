using ImageStreams.References;

namespace ImageStreams.Quickstart;

/// <summary>The command line: no arguments, or the registry to use.</summary>
internal static class CommandLine
{
    public const string Usage = """
        usage: dotnet run --project docs/quickstart [-- --registry HOST:PORT]

          --registry HOST:PORT   the registry to use instead of one inside the process. The program
                                 connects to it over plain HTTP and without a login, and pushes the
                                 repositories quickstart/python and quickstart/myapp to it.
        """;

    /// <summary>The registry that the arguments name; null if they are invalid.</summary>
    public static QuickstartRegistry? OpenRegistry(string[] args) => args switch
    {
        [] => new InProcessRegistry(),
        ["--registry", var host] when IsHostAndPort(host) => new RemoteRegistry(host),
        _ => null,
    };

    /// <summary>Tests whether the text is a host and port that image names and URLs accept.</summary>
    private static bool IsHostAndPort(string text) =>
        text.Contains(':', StringComparison.Ordinal)
        && ImageReference.TryParse($"{text}/quickstart/python", out var reference)
        && reference.Registry == text
        && Uri.TryCreate($"http://{text}/", UriKind.Absolute, out _);
}
