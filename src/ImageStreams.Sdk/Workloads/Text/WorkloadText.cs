namespace ImageStreams.Workloads;

/// <summary>The JSON text of a workload, with the locations that are read or changed later.</summary>
internal sealed record WorkloadText
{
    /// <summary>The whole object.</summary>
    public required byte[] Json { get; init; }

    /// <summary>The names and values of the object's annotations; the last value of a name is used.</summary>
    public required (JsonText Name, JsonText Value)[] Annotations { get; init; }

    /// <summary>The names and values of the annotations of its pod template.</summary>
    public required (JsonText Name, JsonText Value)[] TemplateAnnotations { get; init; }

    /// <summary>The locations of the images, in the order of the containers.</summary>
    public required ImageLocation[] Images { get; init; }

    /// <summary>Creates the text after edits of images.</summary>
    /// <param name="edits">The edits, of images only.</param>
    /// <param name="images">The locations of the images after the edits.</param>
    public WorkloadText After(JsonEdits edits, ImageLocation[] images) => new()
    {
        Json = edits.Apply(Json),
        Annotations = Shift(Annotations, edits),
        TemplateAnnotations = Shift(TemplateAnnotations, edits),
        Images = images,
    };

    /// <summary>Shifts locations, which are in the order of the text.</summary>
    private static (JsonText Name, JsonText Value)[] Shift((JsonText Name, JsonText Value)[] texts, JsonEdits edits) =>
        texts is [] || texts[^1].Value.End <= edits.Start
            ? texts
            : Array.ConvertAll(texts, text => (text.Name.After(edits), text.Value.After(edits)));
}
