using System.Text;

namespace ImageStreams.Storage;

/// <summary>Determines which texts can be keys in every database.</summary>
internal static class StoredText
{
    /// <summary>The longest part of a key in bytes of UTF-8; two of them fit into an entry of an index everywhere.</summary>
    public const int MaxBytes = 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>True when a text is not too long, has no NUL and no half of a surrogate pair.</summary>
    public static bool IsStorable(string text) => text.Length <= MaxBytes && !text.Contains('\0', StringComparison.Ordinal)
        && !HasLoneSurrogate(text) && Encoding.UTF8.GetByteCount(text) <= MaxBytes;

    /// <summary>True when both parts of a key can be stored.</summary>
    public static bool IsStorable(ObjectKey key) => IsStorable(key.Namespace) && IsStorable(key.Name);

    /// <exception cref="ArgumentException">The text cannot be stored.</exception>
    public static void Require(string text, string parameter)
    {
        if (!IsStorable(text))
        {
            throw new ArgumentException(
                $"A name must have at most {MaxBytes} bytes in UTF-8, without NUL and without halves of surrogate pairs.", parameter);
        }
    }

    /// <summary>Encodes a text that is no key.</summary>
    /// <exception cref="ArgumentException">The text has half of a surrogate pair.</exception>
    public static byte[] Encode(string text) => Strict.GetBytes(text);

    public static string Decode(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            if (!isPair && char.IsSurrogate(text[i]))
            {
                return true;
            }

            i += isPair ? 1 : 0;
        }

        return false;
    }
}
