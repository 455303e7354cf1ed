namespace ImageStreams.Tests.Recordings;

/// <summary>The recordings of patches of the image group.</summary>
internal static class PatchScenario
{
    /// <summary>The folder; not every machine has it.</summary>
    public static string Folder { get; } = Path.Combine(Scenario.Folder, "patches");

    /// <summary>The names of the recordings, without those of other kinds; empty without the folder.</summary>
    public static IReadOnlyList<string> All { get; } = Directory.Exists(Folder)
        ?
        [
            .. Directory.GetFiles(Folder, "patch-*.jsonl")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Where(name => !name.StartsWith("patch-core-", StringComparison.Ordinal) && name != "patch-rules-list-types")
                .Order(StringComparer.Ordinal),
        ]
        : [];

    /// <summary>Replays a recording.</summary>
    public static Task<ReplayReport> ReplayAsync(string name)
    {
        var registry = Scenario.ReadRegistry();
        var exchanges = ExchangeReader.Read(Path.Combine(Folder, name + ".jsonl"), registry.Translate);
        return Replay.RunAsync(name, exchanges, registry);
    }
}
