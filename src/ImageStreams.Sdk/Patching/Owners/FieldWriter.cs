namespace ImageStreams.Patching;

/// <summary>The one who writes an object: the manager of the fields that the write sets.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record FieldWriter
{
    /// <summary>The name of the manager, as <c>fieldManager</c> has it.</summary>
    public required string Manager { get; init; }

    /// <summary>The group and version in which the object is written, such as <c>image.openshift.io/v1</c>.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>The subresource that is written, such as <c>status</c>; empty for the object itself.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>Returns the manager.</summary>
    public override string ToString() => Manager;
}
