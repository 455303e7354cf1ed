using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>An error in a field of an object.</summary>
/// <remarks>
/// Type, path and value are those of OpenShift's API server; the sentence is this library's own.
/// </remarks>
public sealed record FieldError
{
    /// <summary>The type of error, as in the API server.</summary>
    public required FieldErrorType Type { get; init; }

    /// <summary>The type as a <c>reason</c> in the causes of a <c>Status</c>, such as <c>FieldValueInvalid</c>.</summary>
    public string Reason => FieldErrorReasons.FromType(Type);

    /// <summary>
    /// The path of the field, such as <c>spec.tags[latest].from.name</c>: list items by position, tags by name.
    /// </summary>
    public required string Field { get; init; }

    /// <summary>
    /// The value as the API server reports it: a string, a <see cref="bool"/> or a <see cref="long"/>; the empty string
    /// when a field is required, forbidden or immutable; null when the value is not a scalar.
    /// </summary>
    public object? BadValue { get; init; }

    /// <summary>One sentence with the error and its remedy.</summary>
    public required string Detail { get; init; }

    /// <summary>
    /// The errors that this one wraps: the API server reports errors in changed tags as one
    /// <see cref="FieldErrorType.Internal"/>. Otherwise empty.
    /// </summary>
    public ValueList<FieldError> Causes { get; init; }

    /// <summary>Returns type and field.</summary>
    /// <returns><c>FieldValueInvalid spec.tags[latest].from.name</c>.</returns>
    public override string ToString() => $"{Reason} {Field}";
}
