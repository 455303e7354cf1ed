using ImageStreams.References;

namespace ImageStreams.Signatures;

/// <summary>A public key that signs images.</summary>
/// <remarks>
/// <para>Written as cosign writes <c>cosign.pub</c>: one PEM block <c>PUBLIC KEY</c> with ECDSA on P-256, P-384 or P-521, RSA of 2048 to
/// 8192 bits, or Ed25519.</para>
/// <para>Immutable and compared by content; safe for concurrent use.</para>
/// </remarks>
public sealed class SignatureKey : IEquatable<SignatureKey>
{
    internal SignatureKey(SignatureKeyAlgorithm algorithm, ReadOnlyMemory<byte> spki, ReadOnlyMemory<byte> rawKey)
    {
        Algorithm = algorithm;
        Spki = spki;
        RawKey = rawKey;
        Fingerprint = Digest.Sha256(spki.Span);
    }

    /// <summary>The algorithm.</summary>
    public SignatureKeyAlgorithm Algorithm { get; }

    /// <summary>The SHA-256 of the key's SubjectPublicKeyInfo, by which texts name the key.</summary>
    public Digest Fingerprint { get; }

    /// <summary>The SubjectPublicKeyInfo in DER.</summary>
    internal ReadOnlyMemory<byte> Spki { get; }

    /// <summary>The bit string of the key: for Ed25519 the key itself.</summary>
    internal ReadOnlyMemory<byte> RawKey { get; }

    /// <summary>Compares two keys.</summary>
    public static bool operator ==(SignatureKey? left, SignatureKey? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares two keys.</summary>
    public static bool operator !=(SignatureKey? left, SignatureKey? right) => !(left == right);

    /// <summary>Reads a key.</summary>
    /// <param name="pem">One PEM block, with white space around it.</param>
    /// <returns>The key, or the reason why it is not accepted.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pem"/> is null.</exception>
    public static SignatureKeyReading Read(string pem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        return SignatureKeyReader.Read(pem);
    }

    /// <summary>Reads a key.</summary>
    /// <param name="pem">One PEM block, with white space around it.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pem"/> is null.</exception>
    /// <exception cref="FormatException">The text is not a key that is accepted; the message says why.</exception>
    public static SignatureKey Parse(string pem) => Read(pem) switch
    {
        SignatureKeyReading.Found found => found.Key,
        SignatureKeyReading.Refused refused => throw new FormatException(refused.Message),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <inheritdoc/>
    public bool Equals(SignatureKey? other) => other is not null && Fingerprint == other.Fingerprint;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SignatureKey);

    /// <inheritdoc/>
    public override int GetHashCode() => Fingerprint.GetHashCode();

    /// <summary>Returns the algorithm and the first 12 digits of the fingerprint.</summary>
    public override string ToString() => $"{Algorithm} key {Fingerprint.Hex[..12]}";
}
