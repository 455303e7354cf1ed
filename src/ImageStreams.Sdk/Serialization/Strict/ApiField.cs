using System.Buffers;

namespace ImageStreams.Serialization;

/// <summary>A field of an API type.</summary>
/// <param name="Name">The name, in its exact case.</param>
/// <param name="Shape">The form of the value.</param>
/// <param name="Type">The type of the object, of the items or of the values; empty when it has no known fields.</param>
/// <param name="Marks">The rest of its text in the tables: how the value is merged; see <see cref="ApiTypes"/>.</param>
internal sealed record ApiField(string Name, ApiFieldShape Shape, string Type, string Marks)
{
    private static readonly SearchValues<char> Brackets = SearchValues.Create("([{*#?@");

    /// <summary>Parses a field of the tables.</summary>
    public static ApiField Parse(string text)
    {
        var end = text.AsSpan().IndexOfAny(Brackets);
        if (end < 0)
        {
            return new ApiField(text, ApiFieldShape.Value, "", "");
        }

        var inner = text[(end + 1)..].TrimEnd(')', ']', '}');
        var type = new string([.. inner.TakeWhile(char.IsAsciiLetterOrDigit)]);
        return new ApiField(text[..end], GetShape(text[end], type), type, text[end] + inner[type.Length..]);
    }

    private static ApiFieldShape GetShape(char bracket, string type) => bracket switch
    {
        '(' => ApiFieldShape.Object,
        '[' when type.Length > 0 => ApiFieldShape.List,
        '{' => ApiFieldShape.Map,
        _ => ApiFieldShape.Value,
    };
}
