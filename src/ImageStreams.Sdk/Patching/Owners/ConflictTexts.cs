using System.Globalization;
using ImageStreams.Collections;

namespace ImageStreams.Patching;

/// <summary>The message of a conflict, as the API server writes it.</summary>
internal static class ConflictTexts
{
    public static string Describe(ValueList<FieldConflict> conflicts)
    {
        if (conflicts.Count == 1)
        {
            return $"Apply failed with 1 conflict: {conflicts[0]}";
        }

        var lines = conflicts
            .GroupBy(conflict => conflict.Owner)
            .SelectMany(owner => owner
                .Select(conflict => $"- {conflict.Field}")
                .Prepend($"conflicts with {owner.Key}:"));
        return string.Create(
            CultureInfo.InvariantCulture, $"Apply failed with {conflicts.Count} conflicts: {string.Join('\n', lines)}");
    }
}
