using System.Text.Json;
using System.Text.Json.Serialization;

namespace ImageStreams.Serialization;

/// <summary>
/// Lets <see cref="JsonSerializer"/> read and write a record of the model, with the rules of <see
/// cref="ImageStreamJson"/>.
/// </summary>
/// <remarks>
/// Every record names it; users need not. Faster without the serializer: <see cref="ImageStreamJson"/> reads in one
/// pass.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed class WireConverter<T> : JsonConverter<T>
    where T : class, IWireObject<T>
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return ImageStreamJson.Deserialize<T>(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(document.RootElement));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteRawValue(ImageStreamJson.SerializeToUtf8Bytes(value), skipInputValidation: true);
    }
}
