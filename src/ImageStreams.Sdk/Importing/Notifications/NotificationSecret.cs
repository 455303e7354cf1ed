using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ImageStreams.Importing;

/// <summary>Verifies that the sender of a notification knows the shared secret.</summary>
/// <remarks>Takes the same time for all wrong values.</remarks>
public static class NotificationSecret
{
    /// <summary>The header with the signature of GitHub: <c>X-Hub-Signature-256</c>.</summary>
    public const string GitHubHeader = "X-Hub-Signature-256";

    /// <summary>The header with the signature of Sonatype Nexus: <c>X-Nexus-Webhook-Signature</c>.</summary>
    public const string NexusHeader = "X-Nexus-Webhook-Signature";

    /// <summary>The header with the signature of JFrog Artifactory, or with the secret itself: <c>X-JFrog-Event-Auth</c>.</summary>
    public const string ArtifactoryHeader = "X-JFrog-Event-Auth";

    private const string SignaturePrefix = "sha256=";

    /// <summary>Determines whether a body is signed with a secret, as GitHub signs it.</summary>
    /// <param name="body">The body, byte for byte as received.</param>
    /// <param name="signature">The value of <see cref="GitHubHeader"/>; null when it is missing.</param>
    /// <param name="secret">The secret that GitHub has.</param>
    /// <exception cref="ArgumentNullException"><paramref name="secret"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is empty.</exception>
    public static bool IsSigned(ReadOnlySpan<byte> body, string? signature, string secret) =>
        IsSigned(body, signature, SignaturePrefix, secret);

    /// <summary>Determines whether a body is signed with a secret, as JFrog Artifactory signs it: as GitHub does, without the
    /// name of the algorithm.</summary>
    /// <param name="body">The body, byte for byte as received.</param>
    /// <param name="signature">The value of <see cref="ArtifactoryHeader"/>; null when it is missing.</param>
    /// <param name="secret">The secret of the webhook, which has to be set to sign the payload.</param>
    /// <exception cref="ArgumentNullException"><paramref name="secret"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is empty.</exception>
    public static bool IsSignedByArtifactory(ReadOnlySpan<byte> body, string? signature, string secret) =>
        IsSigned(body, signature, "", secret);

    /// <summary>Determines whether a body is signed with a secret, as Sonatype Nexus signs it: with HMAC-SHA1.</summary>
    /// <param name="body">The body, byte for byte as received.</param>
    /// <param name="signature">The value of <see cref="NexusHeader"/>; null when it is missing.</param>
    /// <param name="secret">The secret key of the webhook capability.</param>
    /// <exception cref="ArgumentNullException"><paramref name="secret"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is empty.</exception>
    public static bool IsSignedByNexus(ReadOnlySpan<byte> body, string? signature, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);

        Span<byte> claimed = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // Nexus has no other algorithm; the collisions of SHA-1 do not affect its HMAC
        return TryReadSignature(signature, "", claimed)
            && CryptographicOperations.FixedTimeEquals(claimed, HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), body));
#pragma warning restore CA5350
    }

    /// <summary>Determines whether a value is the shared secret.</summary>
    /// <remarks>
    /// Harbor and CNCF Distribution send it in the <c>Authorization</c> header; registries that send no header can have it in
    /// the URL.
    /// </remarks>
    /// <param name="actual">The received value; null when it is missing.</param>
    /// <param name="expected">The whole expected value, such as <c>Bearer …</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="expected"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="expected"/> is empty.</exception>
    public static bool Matches(string? actual, string expected)
    {
        ArgumentException.ThrowIfNullOrEmpty(expected);

        return CryptographicOperations.FixedTimeEquals(ComputeHash(actual ?? ""), ComputeHash(expected));
    }

    private static bool IsSigned(ReadOnlySpan<byte> body, string? signature, string prefix, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);

        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return TryReadSignature(signature, prefix, claimed)
            && CryptographicOperations.FixedTimeEquals(claimed, HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
    }

    private static bool TryReadSignature(string? signature, string prefix, Span<byte> bytes) =>
        signature is not null
        && signature.Length == prefix.Length + (2 * bytes.Length)
        && signature.StartsWith(prefix, StringComparison.Ordinal)
        && Convert.FromHexString(signature.AsSpan(prefix.Length), bytes, out _, out _) == OperationStatus.Done;

    /// <summary>Computes a hash of fixed length, so that the time does not depend on the length of the secret.</summary>
    private static byte[] ComputeHash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
