using System.Globalization;
using System.Text;
using ImageStreams.Collections;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>Checks the names of field managers in options.</summary>
internal static class FieldManagerRules
{
    private const string Field = "fieldManager";
    private const int MaxBytes = 128;

    /// <summary>Finds the errors in a name.</summary>
    /// <param name="name">The name; null or empty for that of the client.</param>
    /// <param name="isRequired">True for an apply, which needs a name.</param>
    public static ValueList<FieldError> FindErrors(string? name, bool isRequired)
    {
        if (string.IsNullOrEmpty(name))
        {
            return isRequired ? [Create(FieldErrorType.Required, "", "Required value: is required for apply patch")] : [];
        }

        return [.. FindLengthErrors(name), .. FindCharacterErrors(name)];
    }

    private static FieldError[] FindLengthErrors(string name) => Encoding.UTF8.GetByteCount(name) > MaxBytes
        ? [Create(FieldErrorType.TooLong, name, $"Too long: may not be more than {MaxBytes} bytes")]
        : [];

    private static IEnumerable<FieldError> FindCharacterErrors(string name) =>
        from rune in name.EnumerateRunes().Select((rune, place) => (Value: rune, Place: place))
        where IsControl(rune.Value)
        select Create(
            FieldErrorType.Invalid,
            name,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Invalid value: {ApiErrors.Quote(name)}: invalid character U+{rune.Value.Value:X4} (at position {rune.Place})"));

    private static bool IsControl(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static FieldError Create(FieldErrorType type, string value, string detail) =>
        new() { Type = type, Field = Field, BadValue = value, Detail = detail };
}
