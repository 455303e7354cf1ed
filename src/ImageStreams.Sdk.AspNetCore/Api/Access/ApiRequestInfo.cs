using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>The resource and the verb of a request, as its path, its method and its query say.</summary>
/// <remarks>A path below <c>/api/VERSION/</c> and <c>/apis/GROUP/VERSION/</c> is about a resource; every other is about none.</remarks>
internal sealed record ApiRequestInfo
{
    public required string Verb { get; init; }

    public required string Path { get; init; }

    public bool IsResource { get; init; }

    public string Group { get; init; } = "";

    public string Version { get; init; } = "";

    public string Namespace { get; init; } = "";

    public string Resource { get; init; } = "";

    public string Subresource { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>Reads the request.</summary>
    public static ApiRequestInfo Create(HttpRequest request)
    {
        var path = request.Path.Value ?? "/";
        var parts = path.Trim('/').Split('/');
        return RequestPath.TryReadGroup(parts, out var group, out var version, out var rest)
            ? WithProject(RequestPath.ReadResource(request, rest) with { Path = path, IsResource = true, Group = group, Version = version })
            : new ApiRequestInfo { Verb = request.Method.ToLowerInvariant(), Path = path };
    }

    /// <summary>Sets the namespace of a request about one project: it is the namespace of that name, in which the roles of its users are.
    /// </summary>
    private static ApiRequestInfo WithProject(ApiRequestInfo info) =>
        info is { Group: NamespaceDefinitions.ProjectGroup, Resource: "projects", Name.Length: > 0 } ? info with { Namespace = info.Name } : info;

    /// <summary>Creates the access that the request needs.</summary>
    public ApiAccess ToAccess(ApiUser user) => IsResource
        ? new ApiAccess
        {
            User = user,
            Verb = Verb,
            Group = Group,
            Version = Version,
            Resource = Resource,
            Subresource = Subresource,
            Namespace = Namespace,
            Name = Name,
        }
        : new ApiAccess { User = user, Verb = Verb, Path = Path };
}
