using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Patching;

/// <summary>Compares entries by what they say: clients escape the quotes in their field names in more than one way.</summary>
internal static class SameEntries
{
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = FieldSet.MaxDepth };

    /// <summary>Returns a value indicating whether two lists have the same entries in the same order, with their fields in the same order.</summary>
    public static bool AreSame(ValueList<ManagedFieldsEntry> one, ValueList<ManagedFieldsEntry> other)
    {
        for (var i = 0; i < one.Count && one.Count == other.Count; i++)
        {
            if (!AreSame(one[i], other[i]))
            {
                return false;
            }
        }

        return one.Count == other.Count;
    }

    private static bool AreSame(ManagedFieldsEntry one, ManagedFieldsEntry other) =>
        one with { FieldsV1 = other.FieldsV1 } == other
        && (one.FieldsV1 == other.FieldsV1
            || DifferInQuotesAlone(one.FieldsV1.Utf8, other.FieldsV1.Utf8)
            || AreSame(one.FieldsV1.Utf8, other.FieldsV1.Utf8));

    private static bool AreSame(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var left = new Utf8JsonReader(one, Deep);
        var right = new Utf8JsonReader(other, Deep);
        try
        {
            while (left.Read())
            {
                if (!right.Read() || left.TokenType != right.TokenType || !HaveSameText(ref left, ref right))
                {
                    return false;
                }
            }

            return !right.Read();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool HaveSameText(ref Utf8JsonReader left, ref Utf8JsonReader right)
    {
        if (left.ValueSpan.SequenceEqual(right.ValueSpan))
        {
            return true;
        }

        return left.TokenType == JsonTokenType.PropertyName
            && (left.ValueIsEscaped || right.ValueIsEscaped)
            && left.GetString() == right.GetString();
    }

    /// <summary>Determines whether two texts differ at most in how they escape quotes, as nearly all do that do not differ in
    /// anything else: <c>\"</c> in the one, <c>\u0022</c> in the other.</summary>
    private static bool DifferInQuotesAlone(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        while (true)
        {
            var same = left.CommonPrefixLength(right);
            var isEscape = left[..same] is [.., (byte)'\\'] and not [.., (byte)'\\', _];
            left = left[same..];
            right = right[same..];
            if (!isEscape || !TrySkipQuote(ref left) || !TrySkipQuote(ref right))
            {
                return left.IsEmpty && right.IsEmpty;
            }
        }
    }

    private static bool TrySkipQuote(ref ReadOnlySpan<byte> escaped)
    {
        var length = escaped is [(byte)'"', ..] ? 1 : 0;
        length = escaped.StartsWith("u0022"u8) ? "u0022"u8.Length : length;
        escaped = escaped[length..];
        return length > 0;
    }
}
