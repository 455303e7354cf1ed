using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Collects the errors of an object, in the order in which they are found.</summary>
internal sealed class FieldErrors
{
    /// <summary>The placeholder of the API server for a value that is too long.</summary>
    private const string OmittedValue = "<value omitted>";

    /// <summary>The placeholder of the API server for the annotations of a tag.</summary>
    public const string MapValue = "<map>";

    private List<FieldError>? _errors; // most objects are valid

    /// <summary>Gets a value indicating whether there are no errors so far.</summary>
    public bool IsEmpty => _errors is null;

    /// <summary>The number of errors so far.</summary>
    public int Count => _errors?.Count ?? 0;

    /// <summary>Returns all errors so far.</summary>
    public ValueList<FieldError> ToValueList() => _errors is null ? default : [.. _errors];

    /// <summary>Adds the error of a required field without a value.</summary>
    public void Required(FieldPath path, string detail) => Add(FieldErrorType.Required, path, "", detail);

    /// <summary>Adds the error of a malformed value.</summary>
    /// <param name="path">The path of the field.</param>
    /// <param name="value">A string, a <see cref="bool"/>, a <see cref="long"/>, or null for anything else.</param>
    /// <param name="detail">One sentence with the error and its remedy.</param>
    public void Invalid(FieldPath path, object? value, string detail) =>
        Add(FieldErrorType.Invalid, path, value, detail);

    /// <summary>Adds one error for each problem of a malformed value.</summary>
    public void Invalid(FieldPath path, string value, ValueList<string> details)
    {
        foreach (var detail in details)
        {
            Invalid(path, value, detail);
        }
    }

    /// <summary>Adds the error of a value that is well-formed but not allowed.</summary>
    public void Forbidden(FieldPath path, string detail) => Add(FieldErrorType.Forbidden, path, "", detail);

    /// <summary>Adds the error of a value that is too long.</summary>
    public void TooLong(FieldPath path, string detail) => Add(FieldErrorType.TooLong, path, OmittedValue, detail);

    /// <summary>Adds the error of a value that is none of those possible.</summary>
    public void NotSupported(FieldPath path, string value, string detail) =>
        Add(FieldErrorType.NotSupported, path, value, detail);

    /// <summary>Adds the error of a value that stands twice where it may stand once.</summary>
    public void Duplicate(FieldPath path, string value, string detail) => Add(FieldErrorType.Duplicate, path, value, detail);

    /// <summary>Adds the error of a number below zero.</summary>
    public void CheckNotNegative(FieldNode number)
    {
        if (number.Number is < 0 and var value)
        {
            Invalid(number.Path, value, $"The number is {value}, but must not be negative.");
        }
    }

    private void Add(FieldErrorType type, FieldPath path, object? value, string detail) => (_errors ??= []).Add(
        new FieldError { Type = type, Field = path.ToString(), BadValue = value, Detail = detail });
}
