using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;

namespace ImageStreams.Storage;

/// <summary>The key after which a list continues, and the version of its state.</summary>
/// <remarks>
/// On the wire base64url of a checksum, the version in big-endian order, and the namespace and the name, separated by a zero byte.
/// The checksum ties them to the store, the kind and the namespace of the list. It detects mistakes; a forged one gives no access.
/// </remarks>
internal readonly record struct ListToken(long Version, ObjectKey After)
{
    /// <summary>The version of a token that goes on with the latest state, whichever that is then.</summary>
    public const long Latest = -1;

    private const int NumberBytes = ListChecksum.Bytes + sizeof(long);
    private const int MaxCharacters = 4096;

    /// <summary>Writes the token of a list.</summary>
    /// <param name="scope">The store, the kind and the namespace of the list.</param>
    public string ToText(string scope)
    {
        var keys = Encoding.UTF8.GetBytes(After.Namespace + "\0" + After.Name);
        var bytes = new byte[NumberBytes + keys.Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(ListChecksum.Bytes), Version);
        keys.CopyTo(bytes, NumberBytes);
        ListChecksum.Compute(bytes.AsSpan(ListChecksum.Bytes), scope).CopyTo(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads the token of a list; null when it is malformed or belongs to another list.</summary>
    public static ListToken? Read(string text, string scope)
    {
        if (text.Length > MaxCharacters || !Base64Url.IsValid(text))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= NumberBytes)
        {
            return null;
        }

        var keys = Encoding.UTF8.GetString(bytes.AsSpan(NumberBytes));
        var separator = keys.IndexOf('\0', StringComparison.Ordinal);
        var token = new ListToken(
            BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(ListChecksum.Bytes)),
            new ObjectKey(separator < 0 ? "" : keys[..separator], keys[(separator + 1)..]));
        return token.ToText(scope) == text ? token : null;
    }
}
