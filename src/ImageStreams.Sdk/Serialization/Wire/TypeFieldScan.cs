using System.Text.Json;

namespace ImageStreams.Serialization;

/// <summary>Finds the kind or the version of an object in a text, for errors only.</summary>
internal static class TypeFieldScan
{
    /// <summary>Creates the error of an object whose kind or version is not that of its type.</summary>
    /// <param name="text">The text, which is JSON.</param>
    /// <param name="start">The offset of the object.</param>
    /// <param name="type">The type.</param>
    public static WireIssue CreateIssue(ReadOnlySpan<byte> text, int start, WireType type)
    {
        var (offset, kind, found) = Find(text, start, "kind"u8);
        if (!type.AcceptsKind(kind))
        {
            return new WireIssue(WireFailure.Kind, offset, $"the kind {type.Kind}", found);
        }

        (offset, _, found) = Find(text, start, "apiVersion"u8);
        return new WireIssue(WireFailure.Kind, offset, $"a version of {type.Group} for the kind {type.Kind}", found);
    }

    /// <summary>Creates the error of an object whose version is not one of its kind.</summary>
    public static WireIssue CreateVersionIssue(ReadOnlySpan<byte> text, string expected)
    {
        var (offset, _, found) = Find(text, 0, "apiVersion"u8);
        return new WireIssue(WireFailure.Kind, offset, expected, found);
    }

    /// <summary>Finds the last text of a field.</summary>
    private static (int Offset, string? Text, string Found) Find(ReadOnlySpan<byte> text, int start, ReadOnlySpan<byte> field)
    {
        var result = (Offset: start, Text: (string?)null, Found: "nothing");
        var json = new JsonScanner(text[start..], int.MaxValue);
        json.Read();
        json.Read();
        while (json.TokenType == JsonTokenType.PropertyName)
        {
            var isField = GoText.Unescaped(json.ValueSpan, json.ValueIsEscaped).SequenceEqual(field);
            json.ReadValue();
            if (isField && json.TokenType == JsonTokenType.String)
            {
                var value = GoText.Decode(json.ValueSpan, json.ValueIsEscaped);
                result = (start + json.TokenStart, value, JsonValueTexts.Describe(json));
            }

            json.Skip();
            json.Read();
        }

        return result;
    }
}
