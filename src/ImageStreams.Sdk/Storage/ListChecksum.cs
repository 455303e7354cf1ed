using System.Security.Cryptography;
using System.Text;

namespace ImageStreams.Storage;

/// <summary>Ties a continue token to its list. It detects mistakes; a forged one gives no access.</summary>
internal static class ListChecksum
{
    public const int Bytes = 8;

    /// <summary>Computes the checksum of what a token says, and of the list that it belongs to.</summary>
    public static ReadOnlySpan<byte> Compute(ReadOnlySpan<byte> content, string scope) =>
        SHA256.HashData([.. content, .. Encoding.UTF8.GetBytes(scope)]).AsSpan(0, Bytes);
}
