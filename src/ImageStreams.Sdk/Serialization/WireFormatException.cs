using System.Text.Json;

namespace ImageStreams.Serialization;

/// <summary>The exception for JSON that an API type cannot be read from.</summary>
/// <remarks>
/// <see cref="JsonException.Path"/> is the JSON path of the error, such as <c>$.spec.tags[0].name</c>.
/// </remarks>
public sealed class WireFormatException : JsonException
{
    internal WireFormatException(
        WireFailure reason, string message, string path, long offset, long? line, long? column)
        : base(message, path, line, column, null)
    {
        Reason = reason;
        Offset = offset;
    }

    /// <summary>The kind of failure.</summary>
    public WireFailure Reason { get; }

    /// <summary>The position of the invalid value, in bytes from the start of the text.</summary>
    public long Offset { get; }
}
