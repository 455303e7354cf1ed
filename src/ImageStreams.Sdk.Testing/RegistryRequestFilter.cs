namespace ImageStreams.Testing;

/// <summary>Selects requests; a property that is not set matches everything.</summary>
public sealed record RegistryRequestFilter
{
    /// <summary>Matches every request.</summary>
    public static RegistryRequestFilter Any { get; } = new();

    /// <summary>The requested host, with its port unless that is the default one; compared ignoring case.</summary>
    public string? Host { get; init; }

    /// <summary>The HTTP method, such as <c>GET</c>; compared ignoring case.</summary>
    public string? Method { get; init; }

    /// <summary>The repository's path, such as <c>library/python</c>.</summary>
    public string? Repository { get; init; }

    /// <summary>The requested resource.</summary>
    public RegistryResource? Resource { get; init; }

    internal bool Matches(string host, string method, string repository, RegistryResource resource) =>
        (Host is null || Host.Equals(host, StringComparison.OrdinalIgnoreCase))
        && (Method is null || Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (Repository is null || Repository == repository)
        && (Resource is null || Resource == resource);
}
