using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Recordings that are counted together.</summary>
/// <param name="Name">A word.</param>
/// <param name="Folder">The folder under that of all recordings.</param>
/// <param name="Pattern">The files.</param>
/// <param name="Floor">The share of requests, in percent, that must be answered as recorded.</param>
internal sealed record HttpGroup(string Name, string Folder, string Pattern, double Floor)
{
    /// <summary>The recordings of the folder beside the repository.</summary>
    public static IReadOnlyList<HttpGroup> All { get; } =
    [
        new("core", "", "*.jsonl", 99.6),
        new("random", "random", "rnd*.jsonl", 99.8),
        new("hand", "random", "hand*.jsonl", 100),
        new("patch", "patches", "patch-*.jsonl", 98.2),
        new("watch", "patches", "watch-*.jsonl", 99.5),
        new("rbac", "patches", "rbac-*.jsonl", 99.4),
        new("clients", "clients", "*.jsonl", 100),
    ];

    /// <summary>Replays every recording, each against a server of its own.</summary>
    public async Task<IReadOnlyList<HttpReport>> RunAsync()
    {
        if (Folder == "clients")
        {
            return [await RunClientsAsync()];
        }

        var reports = new List<HttpReport>();
        foreach (var file in Directory.GetFiles(Path.Combine(Scenario.Folder, Folder), Pattern).Order(StringComparer.Ordinal))
        {
            reports.Add(await RunAsync(file));
        }

        return reports;
    }

    /// <summary>Replays the commands of clients against one server, in the order in which they were given.</summary>
    private async Task<HttpReport> RunClientsAsync()
    {
        var registry = Scenario.ReadRegistry();
        var exchanges = Directory.GetFiles(Path.Combine(Scenario.Folder, Folder), Pattern)
            .SelectMany(file => HttpExchangeReader.Read(file, registry.Translate).Select(one => NoteCommand(one, file)))
            .OrderBy(one => one.Exchange.Start)
            .ToList();
        return await HttpReplay.RunAsync(Name, exchanges, registry, hasGaps: true);
    }

    private static HttpExchange NoteCommand(HttpExchange exchange, string file) =>
        exchange with { Exchange = exchange.Exchange with { Note = Path.GetFileNameWithoutExtension(file) } };

    private async Task<HttpReport> RunAsync(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (Folder == "random")
        {
            return await HttpReplay.RunAsync(
                name, HttpExchangeReader.Read(file), StoredRegistry.Read(Path.Combine(Path.GetDirectoryName(file)!, "registry-content.json")));
        }

        var registry = HttpRegistries.Read(file);
        return await HttpReplay.RunAsync(name, HttpExchangeReader.Read(file, registry.Translate), registry);
    }
}
