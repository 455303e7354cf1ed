using ImageStreams.Tests.AspNetCore;
using ImageStreams.Tests.Documentation;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Finds the recordings about the objects beside image streams.</summary>
internal static class ClusterRecordings
{
    /// <summary>The folder next to the clone that has the recordings; not every machine has it.</summary>
    public static string Folder { get; } =
        Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared", "recordings", "patches");

    /// <summary>The names of the scenarios that begin with a prefix.</summary>
    public static IEnumerable<string> Find(string prefix) => Directory.Exists(Folder)
        ? Directory.GetFiles(Folder, prefix + "*.jsonl").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)
        : [];

    /// <summary>All exchanges of a scenario, those of controllers and watches, too.</summary>
    public static IReadOnlyList<HttpExchange> ReadAll(string scenario) => HttpExchangeReader.Read(Path.Combine(Folder, scenario + ".jsonl"));
}
