using System.Text.Json.Nodes;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>A recorded request as it was sent, and its response with its headers.</summary>
internal sealed record HttpExchange
{
    /// <summary>The parts of the exchange that every replay reads.</summary>
    public required Exchange Exchange { get; init; }

    /// <summary>The name of the recording.</summary>
    public required string Scenario { get; init; }

    public required string Method { get; init; }

    /// <summary>The path with its query, escaped as it was sent.</summary>
    public required string Path { get; init; }

    /// <summary>The user of the client's certificate.</summary>
    public required string User { get; init; }

    public required IReadOnlyDictionary<string, string> RequestHeaders { get; init; }

    /// <summary>The body byte for byte; null for none.</summary>
    public string? RequestBody { get; init; }

    public required IReadOnlyDictionary<string, string> ResponseHeaders { get; init; }

    /// <summary>The lines of a watch with their times; null for another request.</summary>
    public IReadOnlyList<(DateTimeOffset At, JsonNode Line)>? Lines { get; init; }

    /// <summary>True if the request is about the image API.</summary>
    public bool IsOfImages => Path.StartsWith(ApiRequest.ImageApi, StringComparison.Ordinal)
        || Path.StartsWith(ApiRequest.ImageApi.TrimEnd('/'), StringComparison.Ordinal);

    public override string ToString() => $"{Exchange.Sequence} {Method} {Path} as {User} ({Exchange.Note})";
}
