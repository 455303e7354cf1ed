using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ImageStreams.Registries;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>A request in the access log of a registry, which is in Apache's combined format.</summary>
public sealed record LoggedRequest
{
    public required string Method { get; init; }

    /// <summary>The path with its query.</summary>
    public required string Path { get; init; }

    /// <summary>The version of HTTP, such as <c>HTTP/2.0</c>.</summary>
    public required string Protocol { get; init; }

    public required int Status { get; init; }

    /// <summary>True when the library sent it, and not the client that pushed, or a mirror.</summary>
    public required bool IsOfLibrary { get; init; }

    public bool IsManifest => Path.Contains("/manifests/", StringComparison.Ordinal);

    /// <summary>Reads <c>… "HEAD /v2/app/manifests/1 HTTP/1.1" 404 91 "" "agent"</c>.</summary>
    public static bool TryParse(string? line, [NotNullWhen(true)] out LoggedRequest? request)
    {
        var parts = line?.Split('"') ?? [];
        request = parts.Length > 5 && parts[1].Split(' ') is [var method, var path, var protocol]
            ? new LoggedRequest
            {
                Method = method,
                Path = path,
                Protocol = protocol,
                Status = int.Parse(parts[2].Split(' ')[1], CultureInfo.InvariantCulture),
                IsOfLibrary = parts[5] == RegistryClientOptions.DefaultUserAgent,
            }
            : null;
        return request is not null;
    }

    public bool IsAbout(string repository) => Path.StartsWith($"/v2/{repository}/", StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Path} {Status}";
}
