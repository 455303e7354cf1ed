using ImageStreams.Collections;
using ImageStreams.Schemas;

namespace ImageStreams.AspNetCore;

/// <summary>The names and abilities of a served resource, as discovery reports them.</summary>
public sealed record ResourceDefinition
{
    /// <summary>The API group, such as <c>image.openshift.io</c>; empty for the core group.</summary>
    public required string Group { get; init; }

    /// <summary>The version, such as <c>v1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The name in paths, such as <c>imagestreams</c>.</summary>
    public required string Plural { get; init; }

    /// <summary>The name for a single object, such as <c>imagestream</c>.</summary>
    public required string Singular { get; init; }

    /// <summary>The kind of the objects, such as <c>ImageStream</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The kind of lists; the kind with <c>List</c> after it by default.</summary>
    public string ListKind
    {
        get => field ?? Kind + "List";
        init;
    }

    /// <summary>Gets a value indicating whether each object is in a namespace; true by default.</summary>
    public bool IsNamespaced { get; init; } = true;

    /// <summary>The short names of command-line clients, such as <c>is</c>; none by default.</summary>
    public ValueList<string> ShortNames { get; init; }

    /// <summary>The categories, such as <c>all</c>; none by default.</summary>
    public ValueList<string> Categories { get; init; }

    /// <summary>The verbs of the resource itself, each of <see cref="ResourceVerbs"/>; other requests are refused.</summary>
    public required ValueList<string> Verbs { get; init; }

    /// <summary>The subresources; none by default.</summary>
    public ValueList<SubresourceDefinition> Subresources { get; init; }

    /// <summary>The columns of tables after the name; without any, the name and the age.</summary>
    public ValueList<ResourceColumn> Columns { get; init; }

    /// <summary>The structure of the objects, for OpenAPI documents; null, the default, for that of the image group's kind, or else for
    /// objects with any fields.</summary>
    public ObjectSchema? Schema { get; init; }

    /// <summary>The JSON of an empty object without kind and version, which bookmarks of watches have; only empty metadata by
    /// default.</summary>
    public string EmptyObject { get; init; } = "{\"metadata\":{}}";

    /// <summary>Gets a value indicating whether discovery shows the resource as servers show custom resources: with the group and version of
    /// its kind, and with their order of verbs.</summary>
    internal bool IsCustomResource { get; init; }

    /// <summary>The <c>apiVersion</c> of the objects, such as <c>image.openshift.io/v1</c>.</summary>
    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>The name with the group in messages, such as <c>imagestreams.image.openshift.io</c>.</summary>
    public string QualifiedName => Group.Length == 0 ? Plural : $"{Plural}.{Group}";

    /// <summary>Returns the name with the group.</summary>
    public override string ToString() => QualifiedName;
}
