using ImageStreams.Tests.AspNetCore;

namespace ImageStreams.Tests.TestingServer;

/// <summary>The requests of recordings with controllers whose answers are not compared.</summary>
internal static class ControllersLeftOut
{
    private static readonly (string Part, string Reason)[] Paths =
    [
        ("/replicasets", "lists of ReplicaSets: kube-controller-manager makes them, and the fake cluster has none"),
    ];

    private static readonly (string Note, int[] Sequences, string Reason)[] Requests =
    [
        ("builds", [53, 57], "the causes of a build whose two tags moved at once: the recorded controller had seen the first of them"),
    ];

    /// <summary>The reason for which the events of builds are not compared where triggers are followed from outside.</summary>
    private const string BuildEvents =
        "from outside: the event of a build that was started already is of the cluster's controller of build configurations";

    /// <summary>The requests that are left out, and the reasons.</summary>
    public static IEnumerable<string> Reasons =>
    [
        .. Paths.Select(static one => one.Reason),
        BuildEvents,
        .. Requests.Select(static one => $"{one.Note} {string.Join(", ", one.Sequences)}: {one.Reason}"),
    ];

    /// <summary>The reason why the answer is not compared; null when it is.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="isRemote">True where triggers are followed from outside the cluster.</param>
    public static string? Find(HttpExchange exchange, bool isRemote) =>
        isRemote && exchange.Path.EndsWith("/ct2-builds/events", StringComparison.Ordinal) ? BuildEvents : Find(exchange);

    private static string? Find(HttpExchange exchange) =>
        Paths.FirstOrDefault(one => exchange.Path.Contains(one.Part, StringComparison.Ordinal)).Reason
        ?? Requests.FirstOrDefault(one => IsIn(exchange, one.Note) && one.Sequences.Contains(exchange.Exchange.Sequence)).Reason;

    // The scenarios have namespaces of their names.
    private static bool IsIn(HttpExchange exchange, string scenario) =>
        exchange.Path.Contains($"/namespaces/ct2-{scenario}/", StringComparison.Ordinal);
}
