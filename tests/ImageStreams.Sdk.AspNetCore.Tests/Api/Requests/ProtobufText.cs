using System.Text;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Writes protobuf messages: fields by their numbers, each a text, a number, true or false, or a message.</summary>
internal static class ProtobufText
{
    /// <summary>Writes an object with its envelope.</summary>
    public static byte[] Object(string apiVersion, string kind, byte[] message) =>
        [.. "k8s\0"u8, .. Message((1, Message((1, apiVersion), (2, kind))), (2, message))];

    public static byte[] Message(params (int Number, object Value)[] fields) => [.. fields.SelectMany(static field => Field(field.Number, field.Value))];

    private static byte[] Field(int number, object value) => value switch
    {
        string text => Content(number, Encoding.UTF8.GetBytes(text)),
        byte[] message => Content(number, message),
        bool flag => [.. Varint((ulong)number << 3), flag ? (byte)1 : (byte)0],
        _ => [.. Varint((ulong)number << 3), .. Varint((ulong)(long)(int)value)],
    };

    private static byte[] Content(int number, byte[] content) =>
        [.. Varint(((ulong)number << 3) | 2), .. Varint((ulong)content.Length), .. content];

    private static IEnumerable<byte> Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            yield return (byte)(value | 0x80);
        }

        yield return (byte)value;
    }
}
