namespace ImageStreams.Tests.Kubernetes;

/// <summary>A thing that people do every day with a command, and that our client does too.</summary>
/// <param name="Command">The command line as it was recorded.</param>
/// <param name="RunAsync">Does the same with our client.</param>
/// <param name="Differences">The ways in which our requests differ; each of them does.</param>
internal sealed record EverydayVerb(string Command, Func<EverydayCluster, Task> RunAsync, params NamedDifference[] Differences)
{
    private static readonly string[] Imported = ["app", "imp", "pr", "web"];
    private static readonly string[] Created = ["bad2", "bad3", "fresh", "gone", "ssa"];
    private static readonly string[] Selected = ["bad2", "bad3", "ssa", "web"];

    /// <summary>A stream that does not exist before; empty for none.</summary>
    public string Without { get; init; } = "";

    /// <summary>Creates the streams that the commands found.</summary>
    public async Task ArrangeAsync(EverydayCluster cluster)
    {
        foreach (var stream in Imported.Except([Without]))
        {
            await cluster.ImportAsync(stream, "1", "2");
        }

        foreach (var stream in Created.Except([Without]))
        {
            await cluster.CreateAsync(stream);
        }

        foreach (var stream in Selected.Except([Without]))
        {
            await cluster.LabelAsync(stream, "back");
        }

        cluster.Cluster.ClearRequests();
    }
}
