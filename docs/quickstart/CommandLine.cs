using ImageStreams.References;

namespace ImageStreams.Quickstart;

/// <summary>What the program may be told: nothing, or which registry to use.</summary>
internal static class CommandLine
{
    public const string Usage = """
        usage: dotnet run --project docs/quickstart [-- --registry HOST:PORT]

          --registry HOST:PORT   the registry to use instead of one inside the process. It is spoken
                                 to without a login and over plain HTTP; the program pushes the
                                 repositories quickstart/python and quickstart/myapp to it.
        """;

    /// <summary>The registry that the arguments ask for; null when they make no sense.</summary>
    public static QuickstartRegistry? OpenRegistry(string[] args) => args switch
    {
        [] => new InProcessRegistry(),
        ["--registry", var host] when IsHostAndPort(host) => new RemoteRegistry(host),
        _ => null,
    };

    /// <summary>Whether an image could be named with this host, and the host be asked for it.</summary>
    private static bool IsHostAndPort(string text) =>
        text.Contains(':', StringComparison.Ordinal)
        && ImageReference.TryParse($"{text}/quickstart/python", out var reference)
        && reference.Registry == text
        && Uri.TryCreate($"http://{text}/", UriKind.Absolute, out _);
}
