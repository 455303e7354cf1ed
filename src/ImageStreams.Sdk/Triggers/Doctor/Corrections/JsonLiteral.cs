using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Triggers;

/// <summary>JSON values for corrections.</summary>
internal static class JsonLiteral
{
    public static RawJson False { get; } = RawJson.Parse("false"u8);

    public static RawJson EmptyObject { get; } = RawJson.Parse("{}"u8);

    /// <summary>Quotes a text, escaped as Go escapes it.</summary>
    public static RawJson FromText(string text)
    {
        using var buffer = new BorrowedBuffer();
        var writer = new WireWriter(buffer);
        writer.Text(text);
        writer.Flush();
        return RawJson.FromValid(buffer.Written);
    }
}
