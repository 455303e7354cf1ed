using ImageStreams.Collections;

namespace ImageStreams.Manifests;

/// <summary>An object that was found in a document, and what its place adds to it.</summary>
internal sealed class ObjectContent
{
    public required TextTree Tree { get; init; }

    public required int Node { get; init; }

    /// <summary>The path in the document.</summary>
    public required string Path { get; init; }

    public required ObjectType Type { get; init; }

    /// <summary>The innermost template around the object; null when there is none.</summary>
    public TemplateScope? Template { get; init; }

    /// <summary>The namespace; empty when there is none.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>The name; empty when there is none.</summary>
    public string Name { get; set; } = "";

    /// <summary>The fields that must be set in the JSON, since they come from around the object.</summary>
    public ObjectAdditions Additions { get; set; }

    /// <summary>The readings of scalars that their text alone does not tell; null for the usual ones.</summary>
    public IReadOnlyDictionary<int, ScalarReading>? Readings { get; set; }

    /// <summary>The values of a wrong type.</summary>
    public List<JsonCorrection>? Corrections { get; set; }

    /// <summary>Writes the object as JSON again.</summary>
    public RawJson ReadJson()
    {
        var json = ObjectJson.Write(this, null);
        foreach (var correction in Corrections ?? [])
        {
            json = correction.Apply(json);
        }

        return RawJson.Parse(json);
    }
}
