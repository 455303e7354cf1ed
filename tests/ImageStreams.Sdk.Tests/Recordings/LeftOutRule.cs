namespace ImageStreams.Tests.Recordings;

/// <summary>A rule for exchanges that are not replayed in process, so that recordings that are not known yet are covered.</summary>
/// <param name="Covers">Tests whether an exchange is one of them.</param>
/// <param name="Reason">One sentence.</param>
internal sealed record LeftOutRule(Func<Exchange, bool> Covers, string Reason)
{
    /// <summary>All rules.</summary>
    public static IReadOnlyList<LeftOutRule> All { get; } =
    [
        new(exchange => exchange.Status == 415, "the media type is rejected by the HTTP server."),
        new(exchange => exchange.Request.Resource.Length == 0, "other objects are not of the image API."),
        new(
            exchange => IsAbout(exchange, "PatchOptions.meta.k8s.io") && !IsAbout(exchange, "fieldManager"),
            "options of the query that a client cannot even express."),
        new(exchange => IsAbout(exchange, "converting YAML to JSON"), "YAML is turned into JSON by the HTTP server."),
    ];

    /// <summary>The rule that covers an exchange; null when it is replayed.</summary>
    public static LeftOutRule? Find(Exchange exchange) => All.FirstOrDefault(rule => rule.Covers(exchange));

    private static bool IsAbout(Exchange exchange, string part) =>
        (string?)exchange.Body?["message"] is { } message && message.Contains(part, StringComparison.Ordinal);
}
