using ImageStreams.Tests.AspNetCore;

namespace ImageStreams.Tests.TestingServer;

/// <summary>A request that was replayed, and how the answer differs from the recorded one.</summary>
internal sealed record ReplayedRequest(HttpExchange Exchange, IReadOnlyList<string> Differences)
{
    public bool IsEqual => Differences.Count == 0;

    public override string ToString() => IsEqual
        ? $"= {Exchange}"
        : $"! {Exchange}\n{string.Join('\n', Differences.Select(difference => "    " + difference))}";
}
