using System.Security.Cryptography;

namespace ImageStreams.References;

/// <summary>
/// The digest of content, <c>algorithm:hex</c>: sha256, sha384 or sha512, as registries and OpenShift write it.
/// </summary>
/// <remarks>Immutable and safe to share between threads. Equality is that of the text, case included.</remarks>
public sealed partial class Digest : IEquatable<Digest>
{
    internal const string Sha256Algorithm = "sha256";
    internal const string Sha384Algorithm = "sha384";
    internal const string Sha512Algorithm = "sha512";

    private const int AlgorithmLength = 6; // of each of the three

    private readonly string _text;

    private Digest(string text) => _text = text;

    /// <summary>The algorithm: <c>sha256</c>, <c>sha384</c> or <c>sha512</c>.</summary>
    public string Algorithm => _text.AsSpan(0, AlgorithmLength) switch
    {
        Sha256Algorithm => Sha256Algorithm,
        Sha384Algorithm => Sha384Algorithm,
        _ => Sha512Algorithm,
    };

    /// <summary>The hexadecimal digits, in the case they were written in: 64, 96 or 128 of them.</summary>
    public string Hex => field ??= HexSpan.ToString();

    private ReadOnlySpan<char> HexSpan => _text.AsSpan(AlgorithmLength + 1);

    /// <summary>Whether two digests are the same text.</summary>
    public static bool operator ==(Digest? left, Digest? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether two digests are different texts.</summary>
    public static bool operator !=(Digest? left, Digest? right) => !(left == right);

    /// <summary>Computes the SHA-256 digest of content.</summary>
    /// <param name="content">All of the content.</param>
    /// <returns>Its digest, in lower case.</returns>
    public static Digest Sha256(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _ = SHA256.HashData(content, hash);
        return new Digest(string.Concat(Sha256Algorithm, ":", Convert.ToHexStringLower(hash)));
    }

    /// <summary>Whether content has this digest; the case of the hexadecimal digits plays no role.</summary>
    /// <param name="content">All of the content.</param>
    /// <returns>True when it does.</returns>
    public bool Matches(ReadOnlySpan<byte> content)
    {
        Span<byte> computed = stackalloc byte[SHA512.HashSizeInBytes];
        Span<byte> expected = stackalloc byte[SHA512.HashSizeInBytes];
        _ = Convert.FromHexString(HexSpan, expected, out _, out var length);
        return computed[..Hash(content, computed)].SequenceEqual(expected[..length]);
    }

    /// <summary>Whether the other digest is the same text.</summary>
    /// <param name="other">The digest to compare with.</param>
    /// <returns>True when they are equal.</returns>
    public bool Equals(Digest? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Digest);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(_text, StringComparison.Ordinal);

    private int Hash(ReadOnlySpan<byte> content, Span<byte> hash) => Algorithm switch
    {
        Sha256Algorithm => SHA256.HashData(content, hash),
        Sha384Algorithm => SHA384.HashData(content, hash),
        _ => SHA512.HashData(content, hash),
    };
}
