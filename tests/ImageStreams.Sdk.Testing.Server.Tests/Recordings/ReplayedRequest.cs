using ImageStreams.Tests.AspNetCore;

namespace ImageStreams.Tests.TestingServer;

/// <summary>A request that was replayed, and how the answer differs from the recorded one.</summary>
internal sealed record ReplayedRequest(HttpExchange Exchange, IReadOnlyList<string> Differences)
{
    /// <summary>True where the answers are equal, and where the server answered with 500 to a bad request: ours is refused with a
    /// sentence and another status.</summary>
    public bool IsEqual => Differences.Count == 0 || (Exchange.Exchange.Status == 500 && Differences[0].StartsWith("status:", StringComparison.Ordinal))
        || (Exchange.Exchange.Status == 500 && Differences.All(static difference => difference.StartsWith("$.message", StringComparison.Ordinal)));

    public override string ToString() => IsEqual
        ? $"= {Exchange}"
        : $"! {Exchange}\n{string.Join('\n', Differences.Select(difference => "    " + difference))}";
}
