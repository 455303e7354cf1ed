using System.Text.Json;
using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>The fields of a manifest that distinguish images from indexes; null counts as absent.</summary>
internal readonly record struct ManifestShape
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = ImageStreamJsonOptions.DefaultMaxDepth };

    public bool HasSignatures { get; private init; }

    public bool HasManifests => FieldOfIndex is not null;

    /// <summary>A field that only a manifest of one image has, or null.</summary>
    public string? FieldOfOneImage { get; private init; }

    /// <summary>A field that only an index has, or null.</summary>
    public string? FieldOfIndex { get; private init; }

    private static ReadOnlySpan<byte> TypedFields => "manifests\nlayers\nfsLayers\nconfig\nsignatures\n"u8;

    /// <summary>Scans a text that was parsed as JSON before.</summary>
    public static ManifestShape Scan(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Options);
        var shape = default(ManifestShape);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Name(ref reader);
            reader.Read();
            shape = reader.TokenType == JsonTokenType.Null ? shape : shape.With(name);
            reader.Skip();
        }

        return shape;
    }

    private static ReadOnlySpan<byte> Name(ref Utf8JsonReader reader) =>
        GoFold.Find(TypedFields, GoText.Unescaped(reader.ValueSpan, reader.ValueIsEscaped));

    private ManifestShape With(ReadOnlySpan<byte> field)
    {
        if (field.SequenceEqual("manifests"u8))
        {
            return this with { FieldOfIndex = "manifests" };
        }

        if (field.SequenceEqual("signatures"u8))
        {
            return this with { HasSignatures = true };
        }

        return FindFieldOfOneImage(field) is { } found ? this with { FieldOfOneImage = found } : this;
    }

    private static string? FindFieldOfOneImage(ReadOnlySpan<byte> field)
    {
        if (field.SequenceEqual("layers"u8))
        {
            return "layers";
        }

        if (field.SequenceEqual("fsLayers"u8))
        {
            return "fsLayers";
        }

        return field.SequenceEqual("config"u8) ? "config" : null;
    }
}
