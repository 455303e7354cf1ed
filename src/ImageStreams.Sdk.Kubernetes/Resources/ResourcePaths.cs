using ImageStreams.Clients;

namespace ImageStreams.Kubernetes;

/// <summary>The paths of a resource, from the root of the server.</summary>
internal sealed class ResourcePaths(ClusterResourceType type)
{
    private readonly string _version = type.Group.Length == 0
        ? $"api/{Uri.EscapeDataString(type.Version)}"
        : $"apis/{Uri.EscapeDataString(type.Group)}/{Uri.EscapeDataString(type.Version)}";

    /// <summary>The path of all objects of a namespace; of all namespaces for null.</summary>
    /// <exception cref="ApiException">The namespace cannot be in a path.</exception>
    public string GetCollection(string? ns) => ns is null || !type.IsNamespaced
        ? $"{_version}/{type.Plural}"
        : $"{_version}/namespaces/{Escape(ns, "namespaces")}/{type.Plural}";

    /// <summary>The path of an object, or of a subresource of it.</summary>
    /// <exception cref="ApiException">The name or the namespace cannot be in a path.</exception>
    public string GetObject(string? ns, string name, string? subresource = null)
    {
        var path = $"{GetCollection(ns ?? (type.IsNamespaced ? "" : null))}/{Escape(name, type.ToString())}";
        return subresource is null ? path : $"{path}/{subresource}";
    }

    // No object has such a name, and a request with it would go to another path: to the collection, or above.
    private static string Escape(string name, string resource) => name is "" or "." or ".." || name.AsSpan().ContainsAny('/', '%')
        ? throw ReplyErrors.NoSuchName(resource, name)
        : Uri.EscapeDataString(name).Replace("%3A", ":", StringComparison.Ordinal).Replace("%40", "@", StringComparison.Ordinal);
}
