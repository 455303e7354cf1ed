namespace ImageStreams.Clients;

/// <summary>The selectors of a list or a watch of streams.</summary>
internal sealed class StreamSelection
{
    private const string Name = "metadata.name";
    private const string Namespace = "metadata.namespace";
    private const string SpecRepository = "spec.dockerImageRepository";
    private const string StatusRepository = "status.dockerImageRepository";

    private static readonly string[] Known = [Name, Namespace, SpecRepository, StatusRepository];

    private readonly LabelSelector _labels;
    private readonly FieldSelector _fields;

    /// <exception cref="ApiException">
    /// A selector is malformed, or names an unknown field (<see cref="ApiFailure.BadRequest"/>).
    /// </exception>
    public StreamSelection(string? labels, string? fields)
    {
        _labels = LabelSelector.Parse(labels);
        _fields = FieldSelector.Parse(fields, Known);
    }

    /// <summary>Gets a value indicating whether the selectors match every stream.</summary>
    public bool IsEmpty => _labels.IsEmpty && _fields.IsEmpty;

    /// <summary>The only name that matches; null for any.</summary>
    public string? ExactName => _fields.FindExact(Name);

    public bool Matches(ImageStream stream) =>
        _labels.Matches(stream.Metadata.Labels) && _fields.Matches(field => GetFieldValue(stream, field));

    private static string GetFieldValue(ImageStream stream, string field) => (field switch
    {
        Name => stream.Metadata.Name,
        Namespace => stream.Metadata.Namespace,
        SpecRepository => stream.Spec.DockerImageRepository,
        _ => stream.Status.DockerImageRepository,
    }) ?? "";
}
