namespace ImageStreams.Tests.Recordings;

/// <summary>The recordings of random work, and minimal ones of single rules (<c>hand2-*</c>).</summary>
/// <remarks>
/// Of an answer, everything is compared but what <see cref="LeftOut.Everywhere"/>, <see cref="OwnWords"/>,
/// <see cref="Luck"/> and <see cref="SettledTags"/> leave out, each for a reason.
/// </remarks>
internal static class RandomScenario
{
    /// <summary>The recordings in the repository.</summary>
    private static readonly string Committed = Path.Combine(AppContext.BaseDirectory, "Recordings", "Random");

    /// <summary>All of the recordings; not every machine has them.</summary>
    public static string Folder { get; } = Path.Combine(Scenario.Folder, "random");

    /// <summary>The names of the recordings of random work; empty without the folder.</summary>
    public static IReadOnlyList<string> All { get; } = List(Folder, "rnd*.jsonl");

    /// <summary>The names of the recordings of random work in the repository.</summary>
    public static IReadOnlyList<string> InRepository { get; } = List(Committed, "rnd*.jsonl");

    /// <summary>Replays a recording of the repository.</summary>
    public static Task<ReplayReport> ReplayCommittedAsync(string name) => ReplayAsync(Committed, name);

    /// <summary>Replays a recording of the folder.</summary>
    public static Task<ReplayReport> ReplayAsync(string name) => ReplayAsync(Folder, name);

    private static Task<ReplayReport> ReplayAsync(string folder, string name) => Replay.RunAsync(
        name, Read(folder, name), StoredRegistry.Read(Path.Combine(folder, "registry-content.json")));

    private static IReadOnlyList<Exchange> Read(string folder, string name) =>
        ExchangeReader.Read(Path.Combine(folder, name + ".jsonl"));

    private static IReadOnlyList<string> List(string folder, string pattern) => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, pattern).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)]
        : [];
}
