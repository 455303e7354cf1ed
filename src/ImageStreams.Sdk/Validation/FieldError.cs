using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>One thing that is wrong with an object, and where.</summary>
/// <remarks>
/// Type, path and value are those that OpenShift's API server answers with; the sentence is this library's own.
/// </remarks>
public sealed record FieldError
{
    /// <summary>What is wrong, as the API server classes it.</summary>
    public required FieldErrorType Type { get; init; }

    /// <summary>The same as the API server writes it into the causes of a <c>Status</c>: <c>FieldValueInvalid</c>.</summary>
    public string Reason => FieldErrorReasons.FromType(Type);

    /// <summary>
    /// The field, as a path such as <c>spec.tags[latest].from.name</c>: list items by position, tags by name.
    /// </summary>
    public required string Field { get; init; }

    /// <summary>
    /// The value as the API server reports it: a string, a <see cref="bool"/> or a <see cref="long"/>; the empty string
    /// for what is required, forbidden or not to be updated; null for one that is not a scalar.
    /// </summary>
    public object? BadValue { get; init; }

    /// <summary>One sentence that says what is wrong and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>
    /// The errors that this one stands for: the API server wraps what it finds while it works through changed tags
    /// into one <see cref="FieldErrorType.Internal"/>. Else empty.
    /// </summary>
    public ValueList<FieldError> Causes { get; init; }
}
