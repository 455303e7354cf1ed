namespace ImageStreams.Schemas;

/// <summary>The structure of an API object: its fields, their types, and the way that patches and owners treat them.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed class ObjectSchema
{
    /// <summary>The group, such as <c>image.openshift.io</c>; empty for the core group.</summary>
    public required string Group { get; init; }

    /// <summary>The version, such as <c>v1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The kind, such as <c>ImageStream</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The fields of the object.</summary>
    public required FieldSchema.Struct Root { get; init; }

    /// <summary>The group and the version as an object has them, such as <c>image.openshift.io/v1</c> or <c>v1</c>.</summary>
    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>Returns the version and the kind.</summary>
    public override string ToString() => $"{ApiVersion}, Kind={Kind}";
}
