using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace ImageStreams.References;

/// <summary>
/// The digest of content, <c>algorithm:hex</c>: sha256, sha384 or sha512, as registries and OpenShift write it.
/// </summary>
/// <remarks>Immutable and safe to share between threads. Equality is that of the text, case included.</remarks>
public sealed class Digest
    : IEquatable<Digest>, IIdentifier<Digest>, ISpanParsable<Digest>, IUtf8SpanParsable<Digest>,
      ISpanFormattable, IUtf8SpanFormattable
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

    /// <summary>The 64, 96 or 128 hexadecimal digits, in the case in which they were written.</summary>
    public string Hex => field ??= HexSpan.ToString();

    static string IIdentifier<Digest>.Description => "a digest";

    private ReadOnlySpan<char> HexSpan => _text.AsSpan(AlgorithmLength + 1);

    /// <summary>Compares two digests by their text.</summary>
    public static bool operator ==(Digest? left, Digest? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Compares two digests by their text.</summary>
    public static bool operator !=(Digest? left, Digest? right) => !(left == right);

    /// <summary>Parses a digest.</summary>
    /// <param name="text"><c>algorithm:hex</c>; the algorithm in lower case, the digits in either.</param>
    /// <returns>The digest.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ImageReferenceFormatException">
    /// The text is not a digest, its algorithm is not one of the three, or it has too few or too many digits.
    /// </exception>
    public static Digest Parse(string text) => Identifier.Parse<Digest>(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static Digest Parse(ReadOnlySpan<char> text) => Identifier.Parse<Digest>(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static Digest Parse(ReadOnlySpan<byte> text) => Identifier.Parse<Digest>(text);

    /// <summary>Tries to parse a digest; an invalid one causes no allocation.</summary>
    /// <param name="text">The digest; null is not one.</param>
    /// <param name="digest">The digest, or null when the text is not one.</param>
    /// <returns>True when the text is a digest.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Digest? digest) =>
        Identifier.TryParse(text, out digest);

    /// <inheritdoc cref="TryParse(string?, out Digest?)"/>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out Digest? digest) =>
        Identifier.TryParse(text, out digest);

    /// <inheritdoc cref="TryParse(string?, out Digest?)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out Digest? digest) =>
        Identifier.TryParse(text, out digest);

    /// <summary>Computes the SHA-256 digest of content.</summary>
    /// <param name="content">The whole content.</param>
    /// <returns>Its digest, in lower case.</returns>
    public static Digest Sha256(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _ = SHA256.HashData(content, hash);
        return new Digest(string.Concat(Sha256Algorithm, ":", Convert.ToHexStringLower(hash)));
    }

    /// <summary>Computes the content's digest and compares it with this one, ignoring the case of the digits.</summary>
    /// <param name="content">The whole content.</param>
    /// <returns>True when the content has this digest.</returns>
    public bool Matches(ReadOnlySpan<byte> content)
    {
        Span<byte> computed = stackalloc byte[SHA512.HashSizeInBytes];
        Span<byte> expected = stackalloc byte[SHA512.HashSizeInBytes];
        _ = Convert.FromHexString(HexSpan, expected, out _, out var length);
        return computed[..Hash(content, computed)].SequenceEqual(expected[..length]);
    }

    /// <summary>Returns the digest as it was written.</summary>
    /// <returns><c>algorithm:hex</c>.</returns>
    public override string ToString() => _text;

    /// <summary>Compares the text, case included.</summary>
    /// <param name="other">The digest to compare with.</param>
    /// <returns>True when they are equal.</returns>
    public bool Equals(Digest? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Digest);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(_text, StringComparison.Ordinal);

    static bool IIdentifier<Digest>.TryScan(
        ReadOnlySpan<char> text, string? source, [NotNullWhen(true)] out Digest? result, out ReferenceError error)
    {
        var isValid = DigestScanner.TryScan(text, out error);
        result = isValid ? new Digest(source ?? text.ToString()) : null;
        return isValid;
    }

    private int Hash(ReadOnlySpan<byte> content, Span<byte> hash) => Algorithm switch
    {
        Sha256Algorithm => SHA256.HashData(content, hash),
        Sha384Algorithm => SHA384.HashData(content, hash),
        _ => SHA512.HashData(content, hash),
    };
}
