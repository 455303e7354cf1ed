using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

/// <summary>One request to a real server, and its response.</summary>
internal sealed record Exchange
{
    public required int Sequence { get; init; }

    /// <summary>The purpose of the request.</summary>
    public required string Note { get; init; }

    public required ApiRequest Request { get; init; }

    public required int Status { get; init; }

    /// <summary>The body; null for a watch, and for a body that is not JSON.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>The texts of the warnings.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The events of a watch; null for every other request.</summary>
    public IReadOnlyList<JsonNode>? Events { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required TimeSpan Duration { get; init; }

    public DateTimeOffset End => Start + Duration;

    public override string ToString() => $"{Sequence} {Request} ({Note})";
}
