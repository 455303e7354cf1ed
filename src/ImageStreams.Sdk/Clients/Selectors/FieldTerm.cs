using System.Text;
using ImageStreams.Internal;

namespace ImageStreams.Clients;

/// <summary>One term of a field selector.</summary>
internal sealed record FieldTerm
{
    public required string Field { get; init; }

    /// <summary>Gets a value indicating whether the field must have the value; when false, it must not.</summary>
    public required bool IsEqual { get; init; }

    public required string Value { get; init; }

    /// <summary>Parses the terms of a selector in time linear in its length.</summary>
    /// <exception cref="ApiException">The text is malformed (<see cref="ApiFailure.BadRequest"/>).</exception>
    public static List<FieldTerm> ReadAll(string text)
    {
        if (text.Length > SelectorScanner.MaxLength)
        {
            throw ApiErrors.BadRequest(
                $"the field selector has {text.Length} characters; at most {SelectorScanner.MaxLength} are read");
        }

        List<FieldTerm> terms = [];
        for (var start = 0; start < text.Length;)
        {
            var end = FindComma(text, start);
            terms.AddRange(Read(text, text.AsSpan(start, end - start)));
            start = end + 1;
        }

        return terms;
    }

    /// <summary>Parses one term; returns none for an empty text between two commas.</summary>
    private static IEnumerable<FieldTerm> Read(string selector, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return [];
        }

        var equals = text.IndexOf('=');
        if (equals < 0)
        {
            throw Invalid(selector, $"'{text}' compares nothing");
        }

        var isEqual = equals == 0 || text[equals - 1] != '!';
        var field = isEqual ? text[..equals] : text[..(equals - 1)];
        var value = text[(equals + 1)..];
        if (isEqual && value is ['=', ..])
        {
            value = value[1..];
        }

        return [new FieldTerm { Field = field.ToString(), IsEqual = isEqual, Value = Unescape(selector, value) }];
    }

    private static int FindComma(string text, int start)
    {
        var isEscaped = false;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == ',' && !isEscaped)
            {
                return i;
            }

            isEscaped = text[i] == '\\' && !isEscaped;
        }

        return text.Length;
    }

    private static string Unescape(string selector, ReadOnlySpan<char> value)
    {
        var plain = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var isEscape = value[i] == '\\';
            if (isEscape)
            {
                i++;
            }

            if (isEscape ? !IsEscapable(value, i) : value[i] == '=')
            {
                throw Invalid(selector, "a value has an unescaped '=' or an unknown escape");
            }

            plain.Append(value[i]);
        }

        return plain.ToString();
    }

    private static bool IsEscapable(ReadOnlySpan<char> value, int index) =>
        index < value.Length && value[index] is '\\' or ',' or '=';

    private static ApiException Invalid(string selector, string why) => ApiErrors.BadRequest(
        $"the field selector '{PrintableText.Escape(selector, 128)}' is wrong: {PrintableText.Escape(why, 128)}");
}
