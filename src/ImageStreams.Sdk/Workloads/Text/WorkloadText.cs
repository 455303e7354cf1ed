namespace ImageStreams.Workloads;

/// <summary>Where the JSON text of a workload holds what is read or changed later.</summary>
internal sealed record WorkloadText
{
    /// <summary>The whole object.</summary>
    public required byte[] Json { get; init; }

    /// <summary>The names and values of the object's annotations; the last of a name counts.</summary>
    public required (JsonText Name, JsonText Value)[] Annotations { get; init; }

    /// <summary>The names and values of the annotations of its pods.</summary>
    public required (JsonText Name, JsonText Value)[] TemplateAnnotations { get; init; }

    /// <summary>Where each container keeps its image, in the order of the containers.</summary>
    public required ImageLocation[] Images { get; init; }

    /// <summary>The text after edits of images.</summary>
    /// <param name="edits">The edits; they touch nothing but images.</param>
    /// <param name="images">Where the images are afterwards.</param>
    public WorkloadText After(JsonEdits edits, ImageLocation[] images) => new()
    {
        Json = edits.Apply(Json),
        Annotations = Shift(Annotations, edits),
        TemplateAnnotations = Shift(TemplateAnnotations, edits),
        Images = images,
    };

    /// <summary>The same texts after edits; they come in the order in which they stand.</summary>
    private static (JsonText Name, JsonText Value)[] Shift((JsonText Name, JsonText Value)[] texts, JsonEdits edits) =>
        texts is [] || texts[^1].Value.End <= edits.Start
            ? texts
            : Array.ConvertAll(texts, text => (text.Name.After(edits), text.Value.After(edits)));
}
