namespace ImageStreams.Clients;

/// <summary>The selectors of a list of images.</summary>
internal sealed class ImageSelection
{
    private const string Name = "metadata.name";

    private static readonly string[] Known = [Name];

    private readonly LabelSelector _labels;
    private readonly FieldSelector _fields;

    /// <exception cref="ApiException">
    /// A selector is malformed, or names an unknown field (<see cref="ApiFailure.BadRequest"/>).
    /// </exception>
    public ImageSelection(string? labels, string? fields)
    {
        _labels = LabelSelector.Parse(labels);
        _fields = FieldSelector.Parse(fields, Known);
    }

    /// <summary>Gets a value indicating whether the selectors match every image.</summary>
    public bool IsEmpty => _labels.IsEmpty && _fields.IsEmpty;

    /// <summary>The only name that matches; null for any.</summary>
    public string? ExactName => _fields.FindExact(Name);

    public bool Matches(Image image) =>
        _labels.Matches(image.Metadata.Labels) && _fields.Matches(_ => image.Name);
}
