using System.Collections.Frozen;

namespace ImageStreams.Schemas;

/// <summary>The schemas of the kinds of <c>image.openshift.io/v1</c>, which follow from the records at build time.</summary>
/// <remarks>They have the fields that a server of OpenShift 4.21 documents. Safe to use from several threads.</remarks>
public static partial class ObjectSchemas
{
    private static readonly Lazy<FrozenDictionary<(string Group, string Version, string Kind), ObjectSchema>> ByKind =
        new(() => CreateAll().ToFrozenDictionary(schema => (schema.Group, schema.Version, schema.Kind)));

    /// <summary>All schemas, in no particular order.</summary>
    public static IReadOnlyCollection<ObjectSchema> All => ByKind.Value.Values;

    /// <summary>The metadata of an object.</summary>
    public static FieldSchema.Struct ObjectMeta => GetMetadata("ImageStream");

    /// <summary>The metadata of a list.</summary>
    public static FieldSchema.Struct ListMeta => GetMetadata("ImageStreamList");

    /// <summary>Finds the schema of a kind; null when the kind is not of the image group.</summary>
    /// <param name="group">The group, such as <c>image.openshift.io</c>.</param>
    /// <param name="version">The version, such as <c>v1</c>.</param>
    /// <param name="kind">The kind, such as <c>ImageStream</c>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ObjectSchema? Find(string group, string version, string kind)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(kind);
        return ByKind.Value.GetValueOrDefault((group, version, kind));
    }

    private static FieldSchema.Struct GetMetadata(string kind) =>
        (FieldSchema.Struct)Find("image.openshift.io", "v1", kind)!.Root.Fields["metadata"];

    private static partial ObjectSchema[] CreateAll();

    private static ObjectSchema Create(string groupVersion, string kind, FieldSchema.Struct root)
    {
        var slash = groupVersion.IndexOf('/', StringComparison.Ordinal);
        return new ObjectSchema { Group = groupVersion[..slash], Version = groupVersion[(slash + 1)..], Kind = kind, Root = root };
    }
}
