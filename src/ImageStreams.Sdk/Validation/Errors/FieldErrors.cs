using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Gathers what is wrong with an object, in the order in which it is found.</summary>
internal sealed class FieldErrors
{
    /// <summary>What the API server reports instead of a value that is too long to repeat.</summary>
    private const string OmittedValue = "<value omitted>";

    /// <summary>What the API server reports instead of the annotations of a tag.</summary>
    public const string MapValue = "<map>";

    private List<FieldError>? _errors; // most objects are fine

    /// <summary>All errors so far.</summary>
    public ValueList<FieldError> ToValueList() => _errors is null ? default : [.. _errors];

    /// <summary>A field has no value and needs one.</summary>
    public void Required(FieldPath path, string detail) => Add(FieldErrorType.Required, path, "", detail);

    /// <summary>A value is not of the form that its field takes.</summary>
    /// <param name="path">The field.</param>
    /// <param name="value">A string, a <see cref="bool"/>, a <see cref="long"/>, or null for anything else.</param>
    /// <param name="detail">One sentence: what is wrong, and what to do.</param>
    public void Invalid(FieldPath path, object? value, string detail) =>
        Add(FieldErrorType.Invalid, path, value, detail);

    /// <summary>A value has several problems, each an error of its own.</summary>
    public void Invalid(FieldPath path, string value, ValueList<string> details)
    {
        foreach (var detail in details)
        {
            Invalid(path, value, detail);
        }
    }

    /// <summary>A value is well-formed and yet not allowed.</summary>
    public void Forbidden(FieldPath path, string detail) => Add(FieldErrorType.Forbidden, path, "", detail);

    /// <summary>A value is too long.</summary>
    public void TooLong(FieldPath path, string detail) => Add(FieldErrorType.TooLong, path, OmittedValue, detail);

    private void Add(FieldErrorType type, FieldPath path, object? value, string detail) => (_errors ??= []).Add(
        new FieldError { Type = type, Field = path.ToString(), BadValue = value, Detail = detail });
}
