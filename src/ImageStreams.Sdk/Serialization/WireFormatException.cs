using System.Text.Json;

namespace ImageStreams.Serialization;

/// <summary>JSON that an API type cannot be read from; says what is wrong and where.</summary>
/// <remarks><see cref="JsonException.Path"/> is the place as a JSON path, such as <c>$.spec.tags[0].name</c>.</remarks>
public sealed class WireFormatException : JsonException
{
    private WireFormatException(
        WireFailure error, string sentence, string path, long offset, long? line, long? column)
        : base($"{sentence} Path: {path}, byte {offset}.", path, line, column, null)
    {
        Reason = error;
        Offset = offset;
    }

    /// <summary>What is wrong.</summary>
    public WireFailure Reason { get; }

    /// <summary>Where the offending value begins, in bytes from the start of the text.</summary>
    public long Offset { get; }

    internal static WireFormatException Syntax(ReadOnlySpan<byte> text, JsonSyntaxError fault)
    {
        var before = text[..fault.Offset];
        return new WireFormatException(
            WireFailure.Syntax,
            fault.ToSentence(text),
            JsonPath.At(text, fault.Offset),
            fault.Offset,
            before.Count((byte)'\n'),
            before.Length - before.LastIndexOf((byte)'\n') - 1);
    }

    internal static WireFormatException TooDeep(ReadOnlySpan<byte> text, long offset, int maxDepth) => new(
        WireFailure.TooDeep,
        $"Objects and arrays nest deeper than {maxDepth} levels.",
        JsonPath.At(text, offset),
        offset,
        null,
        null);

    internal static WireFormatException Value(ReadOnlySpan<byte> text, WireIssue issue) => new(
        issue.Reason, issue.Sentence, JsonPath.At(text, issue.Offset), issue.Offset, null, null);
}
