using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Finds the verb of a request.</summary>
internal static class RequestVerb
{
    private static readonly string[] OfCollections =
        [ResourceVerbs.List, ResourceVerbs.Watch, ResourceVerbs.Create, ResourceVerbs.DeleteCollection];

    private static readonly string[] OfObjects = [ResourceVerbs.Get, ResourceVerbs.Update, ResourceVerbs.Patch, ResourceVerbs.Delete];

    private static readonly string[] OfAllNamespaces = [ResourceVerbs.List, ResourceVerbs.Watch];

    /// <summary>Gets the verb that a path has for a request.</summary>
    /// <exception cref="Clients.ApiException">There is no such path (404), or it does not have the verb (405).</exception>
    public static string Require(ResourceDefinition resource, ResourcePath path, HttpRequest request)
    {
        if (path.HasMore || path.Name is "" || path.Namespace is "" || !HasAny(resource, path))
        {
            throw ServedErrors.ResourceNotFound();
        }

        var verb = Find(request, path);
        return verb switch
        {
            not null when Has(resource, path, verb) => verb,
            ResourceVerbs.Watch when Has(resource, path, ResourceVerbs.List) => throw ServedErrors.WatchNotSupported(resource),
            _ => throw ServedErrors.MethodNotAllowed(),
        };
    }

    private static string? Find(HttpRequest request, ResourcePath path) => request.Method switch
    {
        "GET" when path.IsWatch => ResourceVerbs.Watch,
        "GET" when path.Name is not null => ResourceVerbs.Get,
        "GET" => ListQueries.IsWatch(request.Query) ? ResourceVerbs.Watch : ResourceVerbs.List,
        "POST" when path.Name is null || path.Subresource is not null => ResourceVerbs.Create,
        "PUT" => ResourceVerbs.Update,
        "PATCH" => ResourceVerbs.Patch,
        "DELETE" => path.Name is null ? ResourceVerbs.DeleteCollection : ResourceVerbs.Delete,
        _ => null,
    };

    private static bool HasAny(ResourceDefinition resource, ResourcePath path) => path.Subresource is null
        ? resource.Verbs.Any(verb => Has(resource, path, verb))
        : IsInPlace(resource, path) && !path.IsWatch && FindSubresource(resource, path) is not null;

    private static bool Has(ResourceDefinition resource, ResourcePath path, string verb) => path.Subresource is null
        ? IsPossible(resource, path, verb) && resource.Verbs.Contains(verb)
        : FindSubresource(resource, path)!.Verbs.Contains(verb);

    // Objects in namespaces can be read in all of them, and nothing else can be done to them there.
    private static bool IsPossible(ResourceDefinition resource, ResourcePath path, string verb) => path switch
    {
        { IsWatch: true } => verb == ResourceVerbs.Watch && (IsInPlace(resource, path) || path.Name is null),
        { Name: not null } => IsInPlace(resource, path) && OfObjects.Contains(verb),
        _ => (IsInPlace(resource, path) ? OfCollections : OfAllNamespaces).Contains(verb),
    };

    private static bool IsInPlace(ResourceDefinition resource, ResourcePath path) =>
        resource.IsNamespaced == path.Namespace is not null;

    private static SubresourceDefinition? FindSubresource(ResourceDefinition resource, ResourcePath path)
    {
        foreach (var subresource in resource.Subresources)
        {
            if (subresource.Name == path.Subresource)
            {
                return subresource;
            }
        }

        return null;
    }
}
