namespace ImageStreams.Serialization;

/// <summary>A field of an API type.</summary>
/// <param name="Name">The name, in its exact case.</param>
/// <param name="Shape">The form of the value.</param>
/// <param name="Type">The type of the object, of the items or of the values; empty when it has no known fields.</param>
internal sealed record ApiField(string Name, ApiFieldShape Shape, string Type)
{
    private const string Brackets = "([{*";

    /// <summary>Parses a field of the tables.</summary>
    public static ApiField Parse(string text)
    {
        var end = text.AsSpan().IndexOfAny(Brackets);
        return end < 0
            ? new ApiField(text, ApiFieldShape.Value, "")
            : new ApiField(text[..end], GetShape(text[end]), text[(end + 1)..].TrimEnd(')', ']', '}'));
    }

    private static ApiFieldShape GetShape(char bracket) => bracket switch
    {
        '(' => ApiFieldShape.Object,
        '[' => ApiFieldShape.List,
        '{' => ApiFieldShape.Map,
        _ => ApiFieldShape.Value,
    };
}
