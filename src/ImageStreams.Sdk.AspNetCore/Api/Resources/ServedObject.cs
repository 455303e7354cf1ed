using System.Text;
using System.Text.Json;

namespace ImageStreams.AspNetCore;

/// <summary>An object as JSON: encoded once, and then sent to every reader, list and watch.</summary>
/// <remarks>
/// Keep one instance for each version of an object, so that it is neither encoded nor searched again. Immutable; safe to share
/// between threads.
/// </remarks>
public sealed class ServedObject
{
    private const int MaxDepth = 1024;

    // Boxed, so that readers see all of it or nothing.
    private object? _metadata;

    /// <summary>Creates the object.</summary>
    /// <param name="utf8Json">One JSON object without <c>kind</c> and <c>apiVersion</c>, which the API adds where they are due; it
    /// is not copied, and must not change.</param>
    /// <exception cref="ArgumentException">The text does not begin with a brace.</exception>
    public ServedObject(ReadOnlyMemory<byte> utf8Json)
    {
        if (utf8Json.Span is not [(byte)'{', .., (byte)'}'])
        {
            throw new ArgumentException("The text is not a JSON object without spaces around it.", nameof(utf8Json));
        }

        Utf8Json = utf8Json;
    }

    /// <summary>The JSON, without <c>kind</c> and <c>apiVersion</c>.</summary>
    public ReadOnlyMemory<byte> Utf8Json { get; }

    /// <summary>The <c>kind</c>; null, the default, for that of the resource.</summary>
    public string? Kind { get; init; }

    /// <summary>The <c>apiVersion</c>; null, the default, for that of the resource.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The JSON of <c>metadata</c>; an empty object when there is none.</summary>
    public ReadOnlyMemory<byte> Metadata => (ReadOnlyMemory<byte>)(_metadata ??= FindMetadata());

    /// <summary>Returns the JSON.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8Json.Span);

    private ReadOnlyMemory<byte> FindMetadata()
    {
        var reader = new Utf8JsonReader(Utf8Json.Span, new JsonReaderOptions { MaxDepth = MaxDepth });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMetadata = reader.ValueTextEquals("metadata"u8);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isMetadata)
            {
                return Utf8Json[start..(int)reader.BytesConsumed];
            }
        }

        return "{}"u8.ToArray();
    }
}
