using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

/// <summary>One request to a real server, and what it answered.</summary>
internal sealed record Exchange
{
    public required int Sequence { get; init; }

    /// <summary>Why it was asked.</summary>
    public required string Note { get; init; }

    public required ApiRequest Request { get; init; }

    public required int Status { get; init; }

    /// <summary>The body; null for a watch, and for a body that is not JSON.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>What a watch told; null for every other request.</summary>
    public IReadOnlyList<JsonNode>? Events { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required TimeSpan Duration { get; init; }

    public DateTimeOffset End => Start + Duration;

    public override string ToString() => $"{Sequence} {Request} ({Note})";
}
