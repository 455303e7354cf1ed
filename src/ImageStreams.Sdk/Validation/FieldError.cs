using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>One thing that is wrong with an object, and where.</summary>
public sealed record FieldError
{
    /// <summary>What is wrong, as the API server classes it.</summary>
    public required FieldErrorType Type { get; init; }

    /// <summary>The field, as a path such as <c>spec.tags[latest].from.name</c>.</summary>
    public required string Field { get; init; }

    /// <summary>
    /// The value: a string, a <see cref="bool"/> or a <see cref="long"/>; null when the field has none, or one that is
    /// not a scalar.
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
