using System.Text;
using System.Text.Json;
using ImageStreams.Serialization;

namespace ImageStreams.Collections;

/// <summary>A piece of JSON that the library keeps without interpreting it.</summary>
/// <remarks>
/// Compact UTF-8 text: without the white space between tokens, and with everything else (number forms, escapes, the order of
/// properties, duplicates) unchanged. Compares by that text, in which a <c>&lt;</c>, <c>&gt;</c>, <c>&amp;</c>, U+2028 or U+2029
/// equals the escape that Go writes for it (<c>\u003c</c>), so that JSON equals itself after it was written and read. The default
/// value is absent JSON. Immutable; safe to share between threads.
/// </remarks>
public readonly struct RawJson : IEquatable<RawJson>
{
    /// <summary>The maximum nesting of objects and arrays for <see cref="Parse(string)"/>: 512 levels.</summary>
    public const int MaxDepth = ImageStreamJsonOptions.DefaultMaxDepth;

    /// <summary>The options for text whose depth was checked when it was read.</summary>
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    private readonly byte[]? _utf8;

    private RawJson(byte[] utf8) => _utf8 = utf8;

    /// <summary>Gets a value indicating whether there is no JSON.</summary>
    public bool IsAbsent => _utf8 is null;

    /// <summary>The compact UTF-8 text; empty when absent.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8;

    /// <summary>The same text in the array that contains it, which must not be changed.</summary>
    internal byte[] Bytes => _utf8 ?? [];

    /// <summary>Compares the text.</summary>
    public static bool operator ==(RawJson left, RawJson right) => left.Equals(right);

    /// <summary>Compares the text.</summary>
    public static bool operator !=(RawJson left, RawJson right) => !left.Equals(right);

    /// <summary>Reads JSON text.</summary>
    /// <param name="json">One JSON value.</param>
    /// <returns>The same JSON without white space.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="WireFormatException">The text is not one JSON value, or nests deeper than <see
    /// cref="MaxDepth"/>.</exception>
    public static RawJson Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Reads JSON as UTF-8 text.</summary>
    /// <param name="utf8Json">One JSON value.</param>
    /// <returns>The same JSON without white space.</returns>
    /// <exception cref="WireFormatException">The text is not one JSON value, or nests deeper than <see
    /// cref="MaxDepth"/>.</exception>
    public static RawJson Parse(ReadOnlySpan<byte> utf8Json)
    {
        JsonSyntax.Require(utf8Json, MaxDepth);
        return FromValid(utf8Json);
    }

    /// <summary>Parses the JSON into an element of its own document.</summary>
    /// <returns>The root element.</returns>
    /// <exception cref="InvalidOperationException"><see cref="IsAbsent"/> is true.</exception>
    public JsonElement ToJsonElement()
    {
        if (_utf8 is null)
        {
            throw new InvalidOperationException("The JSON is absent: check IsAbsent first.");
        }

        using var document = JsonDocument.Parse(_utf8, AnyDepth);
        return document.RootElement.Clone();
    }

    /// <inheritdoc/>
    public bool Equals(RawJson other) => Utf8.SequenceEqual(other.Utf8)
        || (!IsAbsent && !other.IsAbsent && GoEscapes.Escape(Utf8).SequenceEqual(GoEscapes.Escape(other.Utf8)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RawJson other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(GoEscapes.Escape(Utf8));
        return hash.ToHashCode();
    }

    /// <summary>Returns the compact JSON text; empty when absent.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8);

    /// <summary>Copies text that is valid JSON.</summary>
    internal static RawJson FromValid(ReadOnlySpan<byte> utf8Json) => new(JsonSyntax.Compact(utf8Json));
}
