namespace ImageStreams.Patching;

/// <summary>A field that an applier wants to set and another manager owns with another value.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record FieldConflict
{
    /// <summary>The name of the manager that owns the field.</summary>
    public required string Manager { get; init; }

    /// <summary>The operation by which it owns the field: <c>Apply</c> or <c>Update</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The group and version in which it set the field.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>The subresource through which it set the field; empty for the object itself.</summary>
    public required string Subresource { get; init; }

    /// <summary>The path of the field, such as <c>.spec.tags[name="1"].from</c>.</summary>
    public required string Field { get; init; }

    /// <summary>The owner as the message of a conflict names it, such as <c>"helm" using image.openshift.io/v1</c>.</summary>
    public string Owner
    {
        get
        {
            var subresource = Subresource.Length == 0 ? "" : $" with subresource \"{Subresource}\"";
            var version = Operation == FieldOwners.UpdateOperation ? $" using {ApiVersion}" : "";
            return $"\"{Manager}\"{subresource}{version}";
        }
    }

    /// <summary>The message of the cause that the API server gives for the field, such as <c>conflict with "helm" using
    /// image.openshift.io/v1</c>.</summary>
    public string Message => $"conflict with {Owner}";

    /// <summary>Returns the message and the field.</summary>
    public override string ToString() => $"{Message}: {Field}";
}
