using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ImageStreams.Serialization;

/// <summary>
/// Reads and writes a record of the model for <see cref="JsonSerializer"/>, by the rules of <see cref="ImageStreamJson"/>.
/// </summary>
/// <remarks>
/// An attribute sets it on every record. <see cref="ImageStreamJson"/> is faster, because it reads in one pass.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WireConverter<T> : JsonConverter<T>
    where T : class, IWireObject<T>
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return ImageStreamJson.Deserialize<T>(JsonMarshal.GetRawUtf8Value(document.RootElement));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteRawValue(ImageStreamJson.SerializeToUtf8Bytes(value), skipInputValidation: true);
    }
}
