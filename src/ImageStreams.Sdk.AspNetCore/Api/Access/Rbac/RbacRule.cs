using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary>A rule of a role: verbs on resources, or on paths. Rules only add rights.</summary>
/// <remarks>Each list is that of a <c>PolicyRule</c> of Kubernetes; <c>*</c> stands for everything. Immutable.</remarks>
public sealed record RbacRule
{
    private const string All = "*";

    /// <summary>The verbs, such as <c>get</c> and <c>list</c>.</summary>
    public ValueList<string> Verbs { get; init; }

    /// <summary>The API groups; an empty text stands for the core group.</summary>
    public ValueList<string> ApiGroups { get; init; }

    /// <summary>The resources, with the subresource after a slash: <c>imagestreams/layers</c>, or <c>*/scale</c> for one of every
    /// resource.</summary>
    public ValueList<string> Resources { get; init; }

    /// <summary>The names of the objects; empty for all of them, and for requests without a name.</summary>
    public ValueList<string> ResourceNames { get; init; }

    /// <summary>The paths of requests that are about no resource; a <c>*</c> at the end stands for any rest. They count in roles of the
    /// whole cluster only.</summary>
    public ValueList<string> NonResourceUrls { get; init; }

    /// <summary>Determines whether the rule gives an access.</summary>
    /// <param name="access">The access; its user and its namespace do not matter here.</param>
    /// <returns>True if it does.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="access"/> is null.</exception>
    public bool Allows(ApiAccess access)
    {
        ArgumentNullException.ThrowIfNull(access);
        return Has(Verbs, access.Verb) && (access.IsResource ? AllowsResource(access) : AllowsPath(access.Path!));
    }

    /// <summary>Returns the rule.</summary>
    public override string ToString() => NonResourceUrls.IsEmpty
        ? $"{string.Join(",", Verbs)} {string.Join(",", Resources)}"
        : $"{string.Join(",", Verbs)} {string.Join(",", NonResourceUrls)}";

    private bool AllowsResource(ApiAccess access) =>
        Has(ApiGroups, access.Group)
        && HasResource(access)
        && (ResourceNames.IsEmpty || ResourceNames.Contains(access.Name));

    private bool HasResource(ApiAccess access) =>
        Has(Resources, access.ResourceWithSubresource)
        || (access.Subresource.Length > 0 && Resources.Contains($"{All}/{access.Subresource}"));

    private bool AllowsPath(string path) => NonResourceUrls.Any(url =>
        url == path || (url.EndsWith('*') && path.StartsWith(url[..^1], StringComparison.Ordinal)));

    private static bool Has(ValueList<string> values, string value) => values.Contains(All) || values.Contains(value);
}
