using Microsoft.AspNetCore.Http;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>A request that came to a proxy, with all of its headers.</summary>
public sealed record ProxiedRequest
{
    public required string Method { get; init; }

    /// <summary>The path with its query.</summary>
    public required string Path { get; init; }

    /// <summary>The headers as they came, one a line.</summary>
    public required string Headers { get; init; }

    public ImportStep Step => Method switch
    {
        "HEAD" when Path.Contains("/manifests/", StringComparison.Ordinal) => ImportStep.Tag,
        "GET" when Path.Contains("/manifests/", StringComparison.Ordinal) => ImportStep.Manifest,
        "GET" when Path.Contains("/blobs/", StringComparison.Ordinal) => ImportStep.Blob,
        _ => ImportStep.Other,
    };

    public bool Mentions(string text) =>
        Headers.Contains(text, StringComparison.OrdinalIgnoreCase) || Path.Contains(text, StringComparison.OrdinalIgnoreCase);

    internal static ProxiedRequest FromRequest(HttpRequest request) => new()
    {
        Method = request.Method,
        Path = $"{request.Path}{request.QueryString}",
        Headers = string.Join('\n', request.Headers.Select(header => $"{header.Key}: {header.Value}")),
    };
}
