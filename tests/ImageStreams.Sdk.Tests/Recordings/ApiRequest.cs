namespace ImageStreams.Tests.Recordings;

/// <summary>A request as the API server understands it.</summary>
internal sealed record ApiRequest
{
    /// <summary>The prefix of all paths of the image API.</summary>
    public const string ImageApi = "/apis/image.openshift.io/v1/";

    public required string Method { get; init; }

    /// <summary>The path without the query.</summary>
    public required string Path { get; init; }

    public required IReadOnlyDictionary<string, string> Query { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The name of the client, up to the first slash of its User-Agent.</summary>
    public string Client { get; init; } = "";

    /// <summary>The body as it was sent.</summary>
    public string? Body { get; init; }

    /// <summary>The resource of the image API; empty for another API.</summary>
    public string Resource { get; init; } = "";

    public string? Namespace { get; init; }

    public string? Name { get; init; }

    public string Subresource { get; init; } = "";

    /// <summary>True if a list is watched; the server ignores the parameter for a single object.</summary>
    public bool IsWatch { get; init; }

    /// <summary>Gets a value indicating whether the body may be YAML.</summary>
    public bool IsYaml => ContentType?.EndsWith("yaml", StringComparison.Ordinal) == true;

    /// <summary>The warnings of the answer, as the engine gives them.</summary>
    public List<string> Warnings { get; init; } = [];

    public bool IsDryRun => Query.GetValueOrDefault("dryRun") == "All";

    public static ApiRequest Parse(string method, string pathAndQuery)
    {
        var question = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? pathAndQuery : pathAndQuery[..question];
        var query = ParseQuery(question < 0 ? "" : pathAndQuery[(question + 1)..]);
        var request = new ApiRequest { Method = method, Path = path, Query = query };
        return path.StartsWith(ImageApi, StringComparison.Ordinal)
            ? request.WithParts([.. path[ImageApi.Length..].Split('/').Select(Uri.UnescapeDataString)])
            : request;
    }

    public override string ToString() =>
        $"{Method} {Path}{(Query.Count > 0 ? "?" + string.Join('&', Query.Select(pair => pair.Key + "=" + pair.Value)) : "")}";

    private ApiRequest WithParts(string[] parts)
    {
        var isWatchPath = parts is ["watch", ..];
        var rest = isWatchPath ? parts[1..] : parts;
        var (ns, path) = rest is ["namespaces", var named, ..] ? (named, rest[2..]) : (null, rest);
        var name = path.ElementAtOrDefault(1);
        return this with
        {
            Namespace = ns,
            Resource = path[0],
            Name = name,
            Subresource = path.ElementAtOrDefault(2) ?? "",
            IsWatch = (isWatchPath || Query.GetValueOrDefault("watch") == "true") && name is null,
        };
    }

    private static Dictionary<string, string> ParseQuery(string text) => text
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? ""));
}
