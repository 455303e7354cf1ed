using System.Net;

namespace ImageStreams.Testing;

/// <summary>A request that a fake registry answered.</summary>
public sealed record RecordedRequest
{
    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The requested host, with its port.</summary>
    public required string Host { get; init; }

    /// <summary>The path, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The query, with its question mark; empty for none.</summary>
    public string Query { get; init; } = "";

    /// <summary>The requested resource.</summary>
    public RegistryResource Resource { get; init; }

    /// <summary>The requested repository; empty when the request names none.</summary>
    public string Repository { get; init; } = "";

    /// <summary>The value of <c>Accept</c>; empty for none.</summary>
    public string Accept { get; init; } = "";

    /// <summary>The value of <c>User-Agent</c>; empty for none.</summary>
    public string UserAgent { get; init; } = "";

    /// <summary>The value of <c>Authorization</c>; its secret reads <c>***</c> unless
    /// <see cref="InMemoryRegistry.RecordCredentials"/> is set; empty for none.</summary>
    public string Authorization { get; init; } = "";

    /// <summary>The status of the response; 0 when the registry closed the connection instead.</summary>
    public HttpStatusCode Status { get; init; }

    /// <summary>Returns method, path and query.</summary>
    public override string ToString() => $"{Method} {Path}{Query}";
}
