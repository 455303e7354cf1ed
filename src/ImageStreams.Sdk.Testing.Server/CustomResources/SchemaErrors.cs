using ImageStreams.AspNetCore;
using ImageStreams.Validation;

namespace ImageStreams.Testing.Server;

/// <summary>Creates the errors of values that do not meet a schema, with the sentences that clients of API servers know.</summary>
internal static class SchemaErrors
{
    /// <summary>Creates an error for a field that must be there.</summary>
    public static FieldError Required(string path) => Create(FieldErrorType.Required, path, "", "Required value");

    /// <summary>Creates an error for a value of another type.</summary>
    /// <param name="path">The path.</param>
    /// <param name="value">The name of the type of the value, or the value of another format.</param>
    /// <param name="type">The type or format that it should have.</param>
    public static FieldError WrongType(string path, string value, string type) => Create(
        FieldErrorType.TypeInvalid,
        path,
        value,
        $"Invalid value: {GoQuote.Format(value)}: {path} in body must be of type {type}: {GoQuote.Format(value)}");

    /// <summary>Creates an error for a value that is not as it should be.</summary>
    /// <param name="path">The path.</param>
    /// <param name="value">The value.</param>
    /// <param name="shown">The value as messages show it.</param>
    /// <param name="rule">The end of the sentence, such as <c>should be at least 3 chars long</c>.</param>
    public static FieldError Invalid(string path, object value, string shown, string rule) =>
        Create(FieldErrorType.Invalid, path, value, $"Invalid value: {shown}: {path} in body {rule}");

    /// <summary>Creates an error for a value that is none of those of an enumeration.</summary>
    public static FieldError NotSupported(string path, string shown, IEnumerable<string> allowed) => Create(
        FieldErrorType.NotSupported,
        path,
        shown.Trim('"'),
        $"Unsupported value: {shown}: supported values: {string.Join(", ", allowed.Select(GoQuote.Format))}");

    /// <summary>Creates an error for a text that is too long.</summary>
    public static FieldError TooLong(string path, long max) =>
        Create(FieldErrorType.TooLong, path, "", $"Too long: may not be more than {max} bytes");

    /// <summary>Creates an error for a list or an object with too many entries.</summary>
    public static FieldError TooMany(string path, long count, long max) =>
        Create(FieldErrorType.TooMany, path, count, $"Too many: {count}: must have at most {max} items");

    /// <summary>Creates an error for an item that is in a list twice.</summary>
    public static FieldError Duplicate(string path, string shown) =>
        Create(FieldErrorType.Duplicate, path, shown, $"Duplicate value: {shown}");

    /// <summary>Creates an error for a value that does not meet the schemas that it should; such errors name no field.</summary>
    public static FieldError Combination(string path, string rule) => Create(
        FieldErrorType.Invalid, "<nil>", "", $"Invalid value: \"\": {GoQuote.Format(path)} {rule}");

    private static FieldError Create(FieldErrorType type, string path, object value, string detail) =>
        new() { Type = type, Field = path.Length == 0 ? "<nil>" : path, BadValue = value, Detail = detail };
}
