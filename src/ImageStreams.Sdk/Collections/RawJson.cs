using System.Text;
using System.Text.Json;
using ImageStreams.Serialization;

namespace ImageStreams.Collections;

/// <summary>A piece of JSON that the library carries without looking into it.</summary>
/// <remarks>
/// Kept as compact UTF-8 text: white space between tokens is dropped, everything else (number forms, escapes, the
/// order of properties, duplicates) stays as it was. Compares by that text. The default value stands for JSON that is
/// absent. Immutable; safe to share between threads.
/// </remarks>
public readonly struct RawJson : IEquatable<RawJson>
{
    /// <summary>The deepest nesting of objects and arrays that <see cref="Parse(string)"/> accepts.</summary>
    public const int MaxDepth = ImageStreamJsonOptions.DefaultMaxDepth;

    /// <summary>For text whose depth was checked when it came in.</summary>
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    private readonly byte[]? _utf8;

    private RawJson(byte[] utf8) => _utf8 = utf8;

    /// <summary>Whether there is no JSON here at all.</summary>
    public bool IsAbsent => _utf8 is null;

    /// <summary>The compact UTF-8 text; empty when absent.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8;

    /// <summary>The same text in the array that holds it, which nobody may change.</summary>
    internal byte[] Bytes => _utf8 ?? [];

    /// <summary>Whether both hold the same text.</summary>
    public static bool operator ==(RawJson left, RawJson right) => left.Equals(right);

    /// <summary>Whether the texts differ.</summary>
    public static bool operator !=(RawJson left, RawJson right) => !left.Equals(right);

    /// <summary>Takes JSON text.</summary>
    /// <exception cref="WireFormatException">The text is not one JSON value, or nests deeper than <see
    /// cref="MaxDepth"/>.</exception>
    public static RawJson Parse(string json) => Parse(Encoding.UTF8.GetBytes(json));

    /// <summary>Takes JSON as UTF-8 text.</summary>
    /// <exception cref="WireFormatException">The text is not one JSON value, or nests deeper than <see
    /// cref="MaxDepth"/>.</exception>
    public static RawJson Parse(ReadOnlySpan<byte> utf8Json)
    {
        JsonSyntax.Require(utf8Json, MaxDepth);
        return FromValid(utf8Json);
    }

    /// <summary>The JSON as a document element, for looking into it.</summary>
    /// <exception cref="InvalidOperationException">There is no JSON here.</exception>
    public JsonElement ToJsonElement()
    {
        if (_utf8 is null)
        {
            throw new InvalidOperationException("There is no JSON here; ask IsAbsent first.");
        }

        using var document = JsonDocument.Parse(_utf8, AnyDepth);
        return document.RootElement.Clone();
    }

    /// <inheritdoc/>
    public bool Equals(RawJson other) => Utf8.SequenceEqual(other.Utf8);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RawJson other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Utf8);
        return hash.ToHashCode();
    }

    /// <summary>The compact JSON text; empty when absent.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8);

    /// <summary>Copies text that is known to be one JSON value.</summary>
    internal static RawJson FromValid(ReadOnlySpan<byte> utf8Json) => new(JsonSyntax.Compact(utf8Json));
}
