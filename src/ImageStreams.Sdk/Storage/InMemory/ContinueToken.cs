using System.Buffers.Binary;
using System.Buffers.Text;

namespace ImageStreams.Storage;

/// <summary>The position at which a list continues, and the version of its state.</summary>
/// <remarks>
/// On the wire base64url of three big-endian numbers: the version, the position, and a checksum that ties them to the kind
/// and the namespace of the list. The checksum detects mistakes; a forged one gives no access.
/// </remarks>
internal readonly record struct ContinueToken(long Version, int Position)
{
    private const int Numbers = sizeof(long) + sizeof(int);
    private const int Bytes = Numbers + ListChecksum.Bytes;
    private const int Characters = 27;

    /// <summary>Writes the token of a list.</summary>
    /// <param name="scope">The kind and the namespace of the list.</param>
    public string ToText(string scope)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Version);
        BinaryPrimitives.WriteInt32BigEndian(bytes[8..], Position);
        ListChecksum.Compute(bytes[..Numbers], scope).CopyTo(bytes[Numbers..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads the token of a list; null when it is malformed or belongs to another list.</summary>
    public static ContinueToken? Read(string text, string scope)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        if (text.Length != Characters || !Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text, bytes) != Bytes)
        {
            return null;
        }

        var token = new ContinueToken(
            BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadInt32BigEndian(bytes[8..]));
        return token.ToText(scope) == text ? token : null;
    }
}
