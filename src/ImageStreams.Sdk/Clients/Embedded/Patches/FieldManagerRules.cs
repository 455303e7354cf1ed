using System.Globalization;
using System.Text;
using ImageStreams.Collections;
using ImageStreams.Patching;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>Checks the names of field managers in options.</summary>
internal static class FieldManagerRules
{
    private const string Field = "fieldManager";
    /// <summary>Requires a valid name of a manager, or none, for a creation.</summary>
    /// <exception cref="ApiException">It is not valid (<see cref="ApiFailure.Invalid"/>).</exception>
    public static void RequireForCreate(WriteOptions? options) => Require("CreateOptions", options, isRequired: false);

    /// <summary>Requires a valid name of a manager, or none, for an update.</summary>
    /// <exception cref="ApiException">It is not valid (<see cref="ApiFailure.Invalid"/>).</exception>
    public static void RequireForUpdate(WriteOptions? options) => Require("UpdateOptions", options, isRequired: false);

    /// <summary>Requires a valid name of a manager for a patch; none is valid as well unless it is an apply.</summary>
    /// <exception cref="ApiException">It is not valid (<see cref="ApiFailure.Invalid"/>).</exception>
    public static void RequireForPatch(ObjectPatch patch, WriteOptions options) =>
        Require("PatchOptions", options, isRequired: patch.Type == PatchType.Apply);

    private static void Require(string kind, WriteOptions? options, bool isRequired)
    {
        var errors = FindErrors(options?.FieldManager, isRequired);
        if (!errors.IsEmpty)
        {
            throw PatchStatuses.FromOptions(kind, errors);
        }
    }

    private static ValueList<FieldError> FindErrors(string? name, bool isRequired)
    {
        if (string.IsNullOrEmpty(name))
        {
            return isRequired ? [Create(FieldErrorType.Required, "", "Required value: is required for apply patch")] : [];
        }

        return [.. FindLengthErrors(name), .. FindCharacterErrors(name)];
    }

    private static FieldError[] FindLengthErrors(string name) => Encoding.UTF8.GetByteCount(name) > FieldOwners.MaxManagerLength
        ? [Create(FieldErrorType.TooLong, name, $"Too long: may not be more than {FieldOwners.MaxManagerLength} bytes")]
        : [];

    private static IEnumerable<FieldError> FindCharacterErrors(string name)
    {
        var position = 0;
        foreach (var rune in name.EnumerateRunes().TakeWhile(_ => position < FieldOwners.MaxManagerLength))
        {
            if (!FieldOwners.IsManagerCharacter(rune))
            {
                yield return CreateCharacterError(name, rune, position);
            }

            position += rune.Utf8SequenceLength;
        }
    }

    private static FieldError CreateCharacterError(string name, Rune rune, int position) => Create(
        FieldErrorType.Invalid,
        name,
        string.Create(
            CultureInfo.InvariantCulture,
            $"Invalid value: {ApiErrors.Quote(name)}: invalid character U+{rune.Value:X4} (at position {position})"));

    private static FieldError Create(FieldErrorType type, string value, string detail) =>
        new() { Type = type, Field = Field, BadValue = value, Detail = detail };
}
