using ImageStreams.AspNetCore;
using ImageStreams.Collections;
using ImageStreams.Schemas;

namespace ImageStreams.Testing.Server;

/// <summary>Creates rows of the table of kinds.</summary>
internal static class KindRow
{
    private static readonly ValueList<string> StatusVerbs = [ResourceVerbs.Get, ResourceVerbs.Patch, ResourceVerbs.Update];

    /// <summary>Creates a kind with all verbs.</summary>
    /// <param name="group">The group.</param>
    /// <param name="plural">The name in paths.</param>
    /// <param name="kind">The kind; its name in lower case is that of a single object.</param>
    /// <param name="columns">The columns after the name.</param>
    public static ClusterKind Create(string group, string plural, string kind, ValueList<ResourceColumn> columns = default) => new()
    {
        Definition = new ResourceDefinition
        {
            Group = group,
            Version = "v1",
            Plural = plural,
#pragma warning disable CA1308 // Names of resources are in lower case.
            Singular = kind.ToLowerInvariant(),
#pragma warning restore CA1308
            Kind = kind,
            Verbs = ResourceVerbs.AllOfObjects,
            Columns = columns,
        },
        Schema = ClusterSchemas.Find(group, "v1", kind),
    };

    public static ClusterKind WithShortNames(this ClusterKind kind, params ReadOnlySpan<string> names) =>
        kind with { Definition = kind.Definition with { ShortNames = [.. names] } };

    public static ClusterKind WithCategories(this ClusterKind kind, params ReadOnlySpan<string> categories) =>
        kind with { Definition = kind.Definition with { Categories = [.. categories] } };

    public static ClusterKind WithStatus(this ClusterKind kind) =>
        kind.WithSubresource("status", kind.Definition.Kind, StatusVerbs);

    public static ClusterKind WithScale(this ClusterKind kind, string version = ScaleDocuments.ApiVersion) => kind with
    {
        Definition = kind.Definition with
        {
            Subresources =
            [
                new SubresourceDefinition { Name = ScaleDocuments.Name, Kind = "Scale", ApiVersion = version, Verbs = StatusVerbs },
                .. kind.Definition.Subresources,
            ],
        },
    };

    public static ClusterKind WithSubresource(this ClusterKind kind, string name, string subresourceKind, ValueList<string> verbs) =>
        kind with
        {
            Definition = kind.Definition with
            {
                Subresources =
                    [.. kind.Definition.Subresources, new SubresourceDefinition { Name = name, Kind = subresourceKind, Verbs = verbs }],
            },
        };

    /// <summary>Sets the object of bookmarks, which has those fields that the server writes even when they are empty.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="json">The object without kind and version; its metadata come first.</param>
    public static ClusterKind WithEmptyObject(this ClusterKind kind, string json) =>
        kind with { Definition = kind.Definition with { EmptyObject = json } };

    public static ClusterKind ForCluster(this ClusterKind kind) =>
        kind with { Definition = kind.Definition with { IsNamespaced = false } };
}
