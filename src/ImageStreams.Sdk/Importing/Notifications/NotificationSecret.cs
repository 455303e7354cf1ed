using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ImageStreams.Importing;

/// <summary>Tells whether a notification is from somebody who knows the secret that was agreed on.</summary>
/// <remarks>Takes the same time wherever a guess is wrong.</remarks>
public static class NotificationSecret
{
    /// <summary>The header with the signature of GitHub: <c>X-Hub-Signature-256</c>.</summary>
    public const string GitHubHeader = "X-Hub-Signature-256";

    private const string SignaturePrefix = "sha256=";

    /// <summary>Whether a body was signed with a secret, as GitHub signs.</summary>
    /// <param name="body">The body, byte for byte as it came.</param>
    /// <param name="signature">The value of <see cref="GitHubHeader"/>; null when there was none.</param>
    /// <param name="secret">The secret that was given to GitHub.</param>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is empty, so that anybody would know it.</exception>
    public static bool IsSigned(ReadOnlySpan<byte> body, string? signature, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);

        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return TryReadSignature(signature, claimed)
            && CryptographicOperations.FixedTimeEquals(claimed, HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
    }

    /// <summary>Whether a header has the value that was agreed on, as Harbor and CNCF distribution send
    /// <c>Authorization</c>; the same for a part of an address, where a registry can send nothing else.</summary>
    /// <param name="sent">What was sent; null when nothing was.</param>
    /// <param name="expected">The whole value, such as <c>Bearer …</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="expected"/> is empty, so that anybody would know it.</exception>
    public static bool Matches(string? sent, string expected)
    {
        ArgumentException.ThrowIfNullOrEmpty(expected);

        return CryptographicOperations.FixedTimeEquals(ComputeHash(sent ?? ""), ComputeHash(expected));
    }

    private static bool TryReadSignature(string? signature, Span<byte> bytes) =>
        signature is not null
        && signature.Length == SignaturePrefix.Length + (2 * bytes.Length)
        && signature.StartsWith(SignaturePrefix, StringComparison.Ordinal)
        && Convert.FromHexString(signature.AsSpan(SignaturePrefix.Length), bytes, out _, out _) == OperationStatus.Done;

    /// <summary>Of one length, so that the time says nothing of that of the secret.</summary>
    private static byte[] ComputeHash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
