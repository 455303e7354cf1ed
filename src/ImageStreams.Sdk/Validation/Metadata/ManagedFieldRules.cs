using System.Globalization;
using System.Text;
using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Validates <c>metadata.managedFields</c>.</summary>
internal static class ManagedFieldRules
{
    private const int MaxManagerLength = 128;
    private const int MaxSubresourceLength = 256;

    /// <summary>Checks the entries.</summary>
    public static void Check(ValueList<ManagedFieldsEntry> entries, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            Check(entries[i], path.Index(i), errors);
        }
    }

    private static void Check(ManagedFieldsEntry entry, FieldPath path, FieldErrors errors)
    {
        if (entry.Operation is not ("Apply" or "Update"))
        {
            errors.Invalid(path.Child("operation"), entry.Operation ?? "", "The operation must be Apply or Update.");
        }

        if (entry.FieldsType is not (null or "" or "FieldsV1"))
        {
            errors.Invalid(path.Child("fieldsType"), entry.FieldsType, "The type of the fields must be FieldsV1.");
        }

        CheckManager(entry.Manager ?? "", path.Child("manager"), errors);
        CheckLength(entry.Subresource ?? "", MaxSubresourceLength, path.Child("subresource"), errors);
    }

    private static void CheckManager(string manager, FieldPath path, FieldErrors errors)
    {
        CheckLength(manager, MaxManagerLength, path, errors);
        foreach (var rune in manager.EnumerateRunes())
        {
            if (!IsPrintable(rune))
            {
                errors.Invalid(path, manager, $"The manager contains U+{rune.Value:X4}, which cannot be printed: remove it.");
            }
        }
    }

    private static void CheckLength(string text, int max, FieldPath path, FieldErrors errors)
    {
        if (NameTexts.CountBytes(text) > max)
        {
            errors.TooLong(path, $"The text has more than {max} bytes: shorten it.");
        }
    }

    /// <summary>Determines whether a character is a letter, mark, number, punctuation, symbol, or the space; no other
    /// white space.</summary>
    private static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
}
