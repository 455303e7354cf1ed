using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary>Finds the verb of a request.</summary>
internal static class RequestVerb
{
    private static readonly ValueList<string> OfCollections =
        [ResourceVerbs.List, ResourceVerbs.Watch, ResourceVerbs.Create, ResourceVerbs.DeleteCollection];

    private static readonly ValueList<string> OfObjects =
        [ResourceVerbs.Get, ResourceVerbs.Update, ResourceVerbs.Patch, ResourceVerbs.Delete];

    /// <summary>Finds the verb; null when no path like it has one. A watch counts as a list here.</summary>
    public static string? Find(string method, ResourcePath path) => (method, path.Name is not null) switch
    {
        ("GET" or "HEAD", true) => ResourceVerbs.Get,
        ("GET" or "HEAD", false) => ResourceVerbs.List,
        ("POST", false) => ResourceVerbs.Create,
        ("POST", true) when path.Subresource is not null => ResourceVerbs.Create,
        ("PUT", true) => ResourceVerbs.Update,
        ("PATCH", true) => ResourceVerbs.Patch,
        ("DELETE", true) => ResourceVerbs.Delete,
        ("DELETE", false) => ResourceVerbs.DeleteCollection,
        _ => null,
    };

    /// <summary>Requires that a path has a verb.</summary>
    /// <exception cref="Clients.ApiException">There is no such path (404), or it does not have the verb (405).</exception>
    public static void Require(ResourceDefinition resource, ResourcePath path, string? verb)
    {
        var verbs = FindVerbs(resource, path);
        if (verbs.IsEmpty || path.HasMore || path.Name is "")
        {
            throw ServedErrors.ResourceNotFound();
        }

        if (verb is null || !verbs.Contains(verb))
        {
            throw ServedErrors.MethodNotAllowed();
        }
    }

    // Objects in namespaces can be listed in all of them, and nothing else can be done to them there.
    private static ValueList<string> FindVerbs(ResourceDefinition resource, ResourcePath path)
    {
        if (resource.IsNamespaced != path.Namespace is not null)
        {
            return resource.IsNamespaced && path.Name is null ? Select(resource.Verbs, [ResourceVerbs.List, ResourceVerbs.Create]) : default;
        }

        if (path.Subresource is null)
        {
            return Select(resource.Verbs, path.Name is null ? OfCollections : OfObjects);
        }

        return resource.Subresources.FirstOrDefault(one => one.Name == path.Subresource)?.Verbs ?? default;
    }

    private static ValueList<string> Select(ValueList<string> verbs, ValueList<string> selected) =>
        [.. verbs.Where(verb => selected.Contains(verb))];
}
