using ImageStreams.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ImageStreams.Testing.Server;

/// <summary>A request to a <see cref="FakeCluster"/>, as it was recorded.</summary>
public sealed record ClusterRequest
{
    /// <summary>The time of its arrival, by the clock of the cluster.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The method, such as <c>PATCH</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path, such as <c>/apis/apps/v1/namespaces/shop/deployments/web</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The query with its question mark; empty for none.</summary>
    public string Query { get; init; } = "";

    /// <summary>The <c>User-Agent</c>; empty for none.</summary>
    public string UserAgent { get; init; } = "";

    /// <summary>The <c>Content-Type</c>; empty for none.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>The body as text, up to 64 KiB of it; empty for none.</summary>
    public string Body { get; init; } = "";

    /// <summary>The HTTP status of the answer; 0 while there is none, and when the connection was closed without one.</summary>
    public int StatusCode { get; init; }

    /// <summary>Gets a value indicating whether the request is a watch.</summary>
    public bool IsWatch => Method == "GET" && ResourcePath.Parse(Path) is { } path
        && (path.IsWatch || (path.Name is null && ListQueries.IsWatch(new QueryCollection(QueryHelpers.ParseQuery(Query)))));

    /// <summary>Gets a value indicating whether the request changes something.</summary>
    public bool IsWrite => Method is "POST" or "PUT" or "PATCH" or "DELETE";

    /// <summary>Returns the method, the path with the query, and the status.</summary>
    public override string ToString() => $"{Method} {Path}{Query} {StatusCode}";
}
